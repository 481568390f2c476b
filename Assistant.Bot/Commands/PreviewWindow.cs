using System.Globalization;
using Assistant.Scheduling.Calendar;

namespace Assistant.Bot.Commands;

/// <summary>The days that <c>preview</c> shows, and by whose clock.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The day after the last: <c>--to</c> is exclusive.</param>
/// <param name="Zone">Where the person lives.</param>
internal sealed record PreviewWindow(DateOnly From, DateOnly Until, HomeTimeZone Zone)
{
    private const string DefaultZone = "Europe/Amsterdam";
    private const int DefaultDays = 14;
    private const int MostDays = 36_525; // a century

    /// <returns>The window, or a sentence with a hint that says what is wrong.</returns>
    public static (PreviewWindow? Window, string Error) Parse(string? from, string? to, string? zone, TimeProvider clock)
    {
        if (HomeTimeZone.TryFind(zone ?? DefaultZone) is not { } home)
        {
            return (null, $"The zone '{zone}' is not known. Hint: use an IANA name such as {DefaultZone}.");
        }

        if ((from is not null && Date(from) is null) || (to is not null && Date(to) is null))
        {
            var (name, said) = from is not null && Date(from) is null ? ("--from", from) : ("--to", to);
            return (null, $"{name} is '{said}', not a date. Hint: write it as 2026-03-28, in the years 1600 to 9000.");
        }

        var first = from is null ? home.DayOf(clock.GetUtcNow()).Date : Date(from) ?? default;
        var until = to is null ? first.AddDays(DefaultDays) : Date(to) ?? default;
        return (until.DayNumber - first.DayNumber) switch
        {
            <= 0 => (null, $"--to {until:yyyy-MM-dd} is not after --from {first:yyyy-MM-dd}. Hint: --to is the day after the last one shown."),
            > MostDays => (null, "From --from until --to is more than a century. Hint: ask for fewer days."),
            _ => (new PreviewWindow(first, until, home), ""),
        };
    }

    // Beyond these years a zone's clock may run off the calendar.
    private static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date.Year is >= 1600 and <= 9000
            ? date
            : null;
}
