using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Assistant.Load;

/// <summary>WhatsApp's webhooks at the real program: signed, over HTTP, at a pace that waits for no answer.</summary>
/// <remarks>
/// Open loop: each is sent at its own moment whether or not those before it were answered, and late is counted from that
/// moment, so that a pause of the program shows. Each is stored before its 200; the turns are answered meanwhile, and
/// the answers go to a stand-in of Meta on this machine.
/// </remarks>
internal static class Webhooks
{
    private const int Rate = 300;
    private const int People = 60;
    private const string Secret = "measured";
    private const string PhoneNumberId = "1000";
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    public static async Task<int> RunAsync(string program, string? postgres)
    {
        var folder = Directory.CreateTempSubdirectory("webhooks-");
        var answered = 0;
        await using var meta = await StandInAsync(() => Interlocked.Increment(ref answered));
        try
        {
            using var house = await RunningProgram.StartAsync(program, folder.FullName, Settings(folder.FullName, meta.Urls.Single(), postgres));
            using var client = new HttpClient { BaseAddress = new Uri(house.Url) };
            await SendAsync(client, WarmUp, "warm");
            var (before, ours, warm) = (house.ProcessorTime, Environment.CpuUsage.TotalTime, answered);
            var late = await SendAsync(client, Length, "told");
            var (used, oursUsed, meanwhile) = (house.ProcessorTime - before, Environment.CpuUsage.TotalTime - ours, answered - warm);
            Console.WriteLine($"sent       {late.Count:N0} webhooks, {Rate} a second, each stored before its 200, on {(postgres is null ? "SQLite" : "PostgreSQL")}");
            Console.WriteLine($"late       p50 {At(late, 0.50):F1} ms, p99 {At(late, 0.99):F1} ms, most {At(late, 1):F1} ms (target p50 10, p99 60)");
            Console.WriteLine($"answered   {meanwhile:N0} of them meanwhile; processor time {used / Length:P0} of a core by the program, {oursUsed / Length:P0} by sender and stand-in");
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string[] Settings(string folder, string graph, string? postgres) =>
    [
        $"--Data:Path={Path.Combine(folder, "data", "assistant.db")}", "--Demo=false",
        $"--Channels:WhatsApp:PhoneNumberId={PhoneNumberId}", $"--Channels:WhatsApp:AppSecret={Secret}",
        "--Channels:WhatsApp:AccessToken=measured", "--Channels:WhatsApp:VerifyToken=measured", $"--Channels:WhatsApp:GraphUrl={graph}/v23.0",
        .. postgres is null ? (string[])[] : [$"--ConnectionStrings:Assistant={postgres}"],
    ];

    private static async Task<List<double>> SendAsync(HttpClient client, TimeSpan length, string name)
    {
        var late = new ConcurrentBag<double>();
        var count = (int)(Rate * length.TotalSeconds);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        var watch = Stopwatch.StartNew();
        var sent = new List<Task>(count);
        for (var i = 0; i < count; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / Rate);
            while (watch.Elapsed < due)
            {
                await timer.WaitForNextTickAsync();
            }

            sent.Add(PostAsync(client, Body($"{name}-{i}", i % People), () => late.Add((watch.Elapsed - due).TotalMilliseconds)));
        }

        await Task.WhenAll(sent);
        return [.. late.Order()];
    }

    private static async Task PostAsync(HttpClient client, byte[] body, Action answered)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/channels/whatsapp") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-Hub-Signature-256", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), body)));
        using var answer = await client.SendAsync(request);
        if (answer.StatusCode is not HttpStatusCode.OK)
        {
            throw new InvalidOperationException($"A webhook was answered {(int)answer.StatusCode}.");
        }

        answered();
    }

    private static byte[] Body(string id, int person)
    {
        var from = string.Create(CultureInfo.InvariantCulture, $"31600{person:000000}");
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            @object = "whatsapp_business_account",
            entry = new[]
            {
                new
                {
                    id = "1",
                    changes = new[]
                    {
                        new
                        {
                            field = "messages",
                            value = new
                            {
                                messaging_product = "whatsapp",
                                metadata = new { phone_number_id = PhoneNumberId },
                                messages = new[]
                                {
                                    new
                                    {
                                        from, id, type = "text", text = new { body = "hoe laat is het" },
                                    },
                                },
                            },
                        },
                    },
                },
            },
        });
    }

    private static async Task<WebApplication> StandInAsync(Func<int> count)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(context => context.Response.WriteAsJsonAsync(new { messages = new[] { new { id = $"out-{count()}" } } }));
        await app.StartAsync();
        return app;
    }

    private static double At(List<double> sorted, double quantile) => sorted[(int)Math.Ceiling(quantile * sorted.Count) - 1];
}
