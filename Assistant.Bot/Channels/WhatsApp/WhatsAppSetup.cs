using Assistant.Bot.Conversation.Replies;
using Assistant.Scheduling.Delivery;
using Microsoft.Extensions.Options;

namespace Assistant.Bot.Channels.WhatsApp;

/// <summary>Puts the room together.</summary>
internal static class WhatsAppSetup
{
    /// <summary>The client for the Graph interface.</summary>
    public const string Graph = "whatsapp";

    /// <summary>How much of an answer is read. Default 1 MB: ids and faults are small.</summary>
    private const int MostAnswerBytes = 1024 * 1024;

    public static IServiceCollection AddWhatsApp(this IServiceCollection services)
    {
        services.AddOptions<WhatsAppOptions>().BindConfiguration(WhatsAppOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WhatsAppOptions>, WhatsAppOptionsCheck>();

        // Redirects are not followed: they would carry our token and what we say to an address nobody configured.
        // Requests are not logged. No proxy stands between a machine and itself.
        services.AddHttpClient(Graph, client =>
            {
                client.Timeout = Dispatcher.SendTimeout;
                client.MaxResponseContentBufferSize = MostAnswerBytes;
            })
            .ConfigurePrimaryHttpMessageHandler(provider => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = provider.GetRequiredService<IOptions<WhatsAppOptions>>().Value.Messages is { IsLoopback: false },
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .RemoveAllLoggers();
        services.AddSingleton<WhatsAppIntake>();
        services.AddSingleton<WebhookEndpoint>();
        services.AddSingleton<GraphClient>();
        services.AddSingleton<IChannel, WhatsAppChannel>();
        return services;
    }

    public static IEndpointRouteBuilder MapWhatsApp(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/channels/whatsapp", (HttpRequest request, WebhookEndpoint endpoint) => endpoint.Verify(request));
        routes.MapPost("/channels/whatsapp", (HttpContext context, WebhookEndpoint endpoint, CancellationToken cancellationToken) =>
            endpoint.PostAsync(context, cancellationToken));
        return routes;
    }
}
