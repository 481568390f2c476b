using Assistant.Bot.Conversation.Replies;
using Microsoft.Extensions.Options;

namespace Assistant.Bot.Channels.Email;

/// <summary>Puts the room together.</summary>
internal static class EmailSetup
{
    public static IServiceCollection AddEmail(this IServiceCollection services)
    {
        services.AddOptions<EmailOptions>().BindConfiguration(EmailOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<EmailOptions>, EmailOptionsCheck>();
        services.AddSingleton<AnswerLinks>();
        services.AddSingleton<AnswerEndpoint>();
        services.AddSingleton<EmailText>();
        services.AddSingleton<IChannel, EmailChannel>();
        return services;
    }

    public static void MapEmail(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/answer/{token}", (string token, AnswerEndpoint endpoint, CancellationToken cancellationToken) => endpoint.ShowAsync(token, cancellationToken));
        routes.MapPost("/answer/{token}", (string token, AnswerEndpoint endpoint, CancellationToken cancellationToken) => endpoint.AnswerAsync(token, cancellationToken));
    }
}
