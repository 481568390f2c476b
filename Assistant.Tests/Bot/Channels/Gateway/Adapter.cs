using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Assistant.Bot.Channels.Gateway;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Assistant.Tests.Bot.Channels.Gateway;

/// <summary>An adapter on a loopback port that believes nothing without a signature.</summary>
internal sealed class Adapter : IAsyncDisposable
{
    public const string Secret = "0123456789abcdef0123456789abcdef";

    private readonly WebApplication app;
    private readonly ConcurrentQueue<string> complaints = [];

    private Adapter(WebApplication app) => this.app = app;

    public ConcurrentQueue<JsonNode> Posts { get; } = [];

    public int Status { get; set; } = 200;

    public string[] Settings => [$"--Channels:Gateway:Url={app.Urls.Single()}/send", $"--Channels:Gateway:Secret={Secret}"];

    public static async Task<Adapter> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var adapter = new Adapter(app);
        app.Run(adapter.AnswerAsync);
        await app.StartAsync();
        return adapter;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Assert.Empty(complaints);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var at = $"{context.Request.Headers[GatewaySignature.TimeHeader]}";
        if (!long.TryParse(at, out var seconds)
            || context.Request.Headers[GatewaySignature.Header] != GatewaySignature.Of(body.ToArray(), seconds, Secret))
        {
            complaints.Enqueue("A post without a right signature.");
        }

        Posts.Enqueue(JsonNode.Parse(body.ToArray()) ?? new JsonObject());
        context.Response.StatusCode = Status;
        context.Response.Headers.Location = "http://127.0.0.1:1/elsewhere";
        await context.Response.WriteAsJsonAsync(new { id = "sm-1" });
    }
}
