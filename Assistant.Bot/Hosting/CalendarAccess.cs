using Assistant.Bot.Calendars;

namespace Assistant.Bot.Hosting;

/// <summary>Reads where calendars may be fetched from besides the public internet.</summary>
internal static class CalendarAccess
{
    /// <exception cref="StartupFault">It names something that is no address.</exception>
    public static CalendarOptions Of(IConfiguration configuration) =>
        CalendarOptions.TryParse(configuration[CalendarOptions.Key]) ?? throw new StartupFault(
            $"{CalendarOptions.Key} '{configuration[CalendarOptions.Key]}' names something that is no address.",
            "Write addresses of your own network with commas between, such as 192.168.1.10, or leave it out.");
}
