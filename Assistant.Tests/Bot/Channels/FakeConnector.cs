using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Assistant.Tests.Bot.Channels;

/// <summary>What a connector was sent.</summary>
internal sealed record ConnectorCall(string Method, string RawPath, JsonNode Activity, string? Authorization);

/// <summary>A channel's connector on a loopback port: it takes activities, answers as told, and remembers all that came.</summary>
internal sealed class FakeConnector : IAsyncDisposable
{
    private readonly WebApplication app;

    private FakeConnector(WebApplication app) => this.app = app;

    public ConcurrentQueue<ConnectorCall> Calls { get; } = [];

    public HttpStatusCode Status { get; set; } = HttpStatusCode.Created;

    public string Body { get; set; } = """{"id":"theirs-1"}""";

    public Dictionary<string, string> Headers { get; } = [];

    public Uri Url => new(app.Urls.Single() + "/");

    public static async Task<FakeConnector> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var connector = new FakeConnector(app);
        app.Run(connector.AnswerAsync);
        await app.StartAsync();
        return connector;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var activity = await JsonNode.ParseAsync(context.Request.Body) ?? new JsonObject();
        var raw = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        Calls.Enqueue(new ConnectorCall(
            context.Request.Method, raw, activity, context.Request.Headers.Authorization.FirstOrDefault()));
        context.Response.StatusCode = (int)Status;
        foreach (var (name, value) in Headers)
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.WriteAsync(Body);
    }
}
