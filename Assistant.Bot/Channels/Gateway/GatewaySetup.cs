using Assistant.Bot.Conversation.Replies;
using Assistant.Scheduling.Delivery;
using Microsoft.Extensions.Options;

namespace Assistant.Bot.Channels.Gateway;

/// <summary>Puts the room together.</summary>
internal static class GatewaySetup
{
    /// <summary>The client for the adapter.</summary>
    public const string Client = "gateway";

    public static IServiceCollection AddGateway(this IServiceCollection services)
    {
        services.AddOptions<GatewayOptions>().BindConfiguration(GatewayOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<GatewayOptions>, GatewayOptionsCheck>();

        // Redirects are not followed: they would carry numbers and what we say to an address nobody configured.
        services.AddHttpClient(Client, client =>
            {
                client.Timeout = Dispatcher.SendTimeout;
                client.MaxResponseContentBufferSize = GatewayEndpoint.MostBytes;
            })
            .ConfigurePrimaryHttpMessageHandler(provider => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = provider.GetRequiredService<IOptions<GatewayOptions>>().Value.Address is { IsLoopback: false },
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .RemoveAllLoggers();
        services.AddSingleton<GatewayEndpoint>();
        services.AddSingleton<IChannel, GatewayChannel>();
        return services;
    }

    public static void MapGateway(this IEndpointRouteBuilder routes) => routes.MapPost(
        "/channels/gateway",
        (HttpContext context, GatewayEndpoint endpoint, CancellationToken cancellationToken) => endpoint.PostAsync(context, cancellationToken));
}
