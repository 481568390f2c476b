using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Assistant.Tests.Bot.Channels.WhatsApp;

/// <summary>What Meta answers to one message.</summary>
internal sealed record MetaAnswer(int Status = 200, int? Code = null, string? RetryAfter = null, bool Hangs = false);

/// <summary>Meta's Graph interface on a loopback port, as strict as the real one. Closing it fails the test on any call
/// that nobody expected, any expected call that did not come, and any field, limit or token that is wrong.</summary>
internal sealed class Meta : IAsyncDisposable
{
    public const string PhoneNumberId = "555000111";
    public const string AppSecret = "een geheim van de app";
    public const string AccessToken = "EAAG-systeemgebruiker";
    public const string VerifyToken = "lindenhof-verifieert";

    private readonly WebApplication app;
    private readonly ConcurrentQueue<MetaAnswer> expected = [];
    private readonly ConcurrentQueue<string> complaints = [];
    private int calls;

    private Meta(WebApplication app) => this.app = app;

    /// <summary>Every message that came, in order.</summary>
    public ConcurrentQueue<JsonNode> Messages { get; } = [];

    /// <summary>Whether she spoke within 24 hours; outside of them only templates pass.</summary>
    public bool WindowIsOpen { get; set; } = true;

    /// <summary>Ends when the first call that hangs has come in.</summary>
    public TaskCompletionSource Hanging { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string[] Settings =>
    [
        $"--Channels:WhatsApp:PhoneNumberId={PhoneNumberId}", $"--Channels:WhatsApp:AppSecret={AppSecret}",
        $"--Channels:WhatsApp:AccessToken={AccessToken}", $"--Channels:WhatsApp:VerifyToken={VerifyToken}",
        $"--Channels:WhatsApp:GraphUrl={app.Urls.Single()}/v23.0",
    ];

    public static async Task<Meta> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var meta = new Meta(app);
        app.Run(meta.AnswerAsync);
        await app.StartAsync();
        return meta;
    }

    public void Expect(params IReadOnlyList<MetaAnswer> answers)
    {
        foreach (var answer in answers)
        {
            expected.Enqueue(answer);
        }
    }

    /// <summary>What was expected so far and did not come, need not come.</summary>
    public void ForgetTheRest() => expected.Clear();

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Assert.Empty(complaints);
        Assert.Empty(expected);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var body = await JsonNode.ParseAsync(context.Request.Body) ?? new JsonObject();
        Messages.Enqueue(body);
        if (!expected.TryDequeue(out var answer))
        {
            complaints.Enqueue($"Nobody expected {context.Request.Method} {context.Request.Path}.");
        }

        foreach (var complaint in MetaRules.Of(context.Request, body))
        {
            complaints.Enqueue(complaint);
        }

        if (answer is { Hangs: true })
        {
            Hanging.TrySetResult();
            var gone = new TaskCompletionSource();
            await using var whenGone = context.RequestAborted.Register(gone.SetResult);
            await gone.Task;
            return;
        }

        if (!WindowIsOpen && body["type"]?.GetValue<string>() is not "template")
        {
            answer = new MetaAnswer(400, 131047);
        }

        context.Response.StatusCode = answer?.Status ?? 500;
        context.Response.Headers.RetryAfter = answer?.RetryAfter;
        context.Response.Headers.Location = "http://127.0.0.1:1/elsewhere";
        await context.Response.WriteAsJsonAsync(answer is { Status: 200 }
            ? (object)new
            {
                messaging_product = "whatsapp",
                contacts = new[] { new { input = $"{body["to"]}", wa_id = $"{body["to"]}" } },
                messages = new[] { new { id = $"wamid.out{Interlocked.Increment(ref calls)}" } },
            }
            : new { error = new { message = "(#1) Nee", type = "OAuthException", code = answer?.Code, fbtrace_id = "A1" } });
    }
}
