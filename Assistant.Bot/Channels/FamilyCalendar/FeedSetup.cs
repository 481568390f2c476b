namespace Assistant.Bot.Channels.FamilyCalendar;

/// <summary>Puts the room together.</summary>
internal static class FeedSetup
{
    public static IServiceCollection AddCalendarFeed(this IServiceCollection services) =>
        services.AddSingleton<FeedDays>().AddSingleton<FeedReader>().AddSingleton<FeedEndpoint>();

    public static void MapCalendarFeed(this IEndpointRouteBuilder routes) => routes.MapGet(
        "/calendar/{token}.ics",
        (string token, HttpContext context, FeedEndpoint endpoint, CancellationToken cancellationToken) => endpoint.ShowAsync(token, context, cancellationToken));
}
