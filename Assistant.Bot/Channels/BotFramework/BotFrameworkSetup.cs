using Assistant.Bot.Conversation.Replies;
using Assistant.Scheduling.Delivery;
using Microsoft.Extensions.Options;

namespace Assistant.Bot.Channels.BotFramework;

/// <summary>Puts the room together.</summary>
internal static class BotFrameworkSetup
{
    /// <summary>The client for everything outside this machine.</summary>
    public const string Outside = "botframework";

    /// <summary>The client for the emulator: no proxy stands between a machine and itself.</summary>
    public const string ThisMachine = "botframework-here";

    /// <summary>How much of an answer is read. Default 1 MB: ids and keys are small.</summary>
    private const int MostAnswerBytes = 1024 * 1024;

    public static IServiceCollection AddBotFramework(this IServiceCollection services)
    {
        services.AddOptions<BotFrameworkOptions>().BindConfiguration(BotFrameworkOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<BotFrameworkOptions>, BotFrameworkOptionsCheck>();
        services.AddClient(Outside, useProxy: true);
        services.AddClient(ThisMachine, useProxy: false);
        services.AddSingleton<ChannelKeys>();
        services.AddSingleton<ChannelProof>();
        services.AddSingleton<ConnectorToken>();
        services.AddSingleton<ConnectorClient>();
        services.AddSingleton<AwaitedReplies>();
        services.AddSingleton<Greeter>();
        services.AddSingleton<ActivityIntake>();
        services.AddSingleton<MessagesEndpoint>();
        services.AddSingleton<IChannel, BotFrameworkChannel>();
        return services;
    }

    public static IEndpointRouteBuilder MapBotFramework(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/messages", (HttpContext context, MessagesEndpoint endpoint, CancellationToken cancellationToken) =>
            endpoint.PostAsync(context, cancellationToken));
        return routes;
    }

    // Redirects are not followed: they would carry what we say to an address nobody proved. Requests are not logged:
    // their addresses hold people's ids.
    private static void AddClient(this IServiceCollection services, string name, bool useProxy) =>
        services.AddHttpClient(name, client =>
            {
                client.Timeout = Dispatcher.SendTimeout;
                client.MaxResponseContentBufferSize = MostAnswerBytes;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false, UseCookies = false, UseProxy = useProxy, PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .RemoveAllLoggers();
}
