using Assistant.Scheduling.Jobs;

namespace Assistant.Bot.Calendars;

/// <summary>Puts the room together.</summary>
internal static class CalendarsSetup
{
    public static IServiceCollection AddCalendars(this IServiceCollection services, CalendarOptions options) =>
        services.AddSingleton(options).AddSingleton<CalendarFetcher>().AddSingleton<IDueJob, FetchCalendars>();
}
