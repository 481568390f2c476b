using Assistant.Scheduling.Calendar;

namespace Assistant.Scheduling.DayPlan.ICalendar;

/// <summary>All that a file says under one UID: the series and the changes of its instances.</summary>
/// <param name="Uid">What the entries share.</param>
/// <param name="Master">The series, or the single event; null where the file holds changes only.</param>
/// <param name="Changes">Changed instances, the first to come first.</param>
public sealed record CalendarSeries(string Uid, CalendarEvent? Master, IReadOnlyList<CalendarEvent> Changes)
{
    /// <summary>How many times one series may take place for each day asked for, and a thousand over.</summary>
    /// <remarks>150: every ten minutes, day and night; "every second" is a fault.</remarks>
    public const int MostEachDay = 150;

    /// <summary>How many times one series may take place in all that is asked for.</summary>
    /// <remarks>100,000: every hour for eleven years.</remarks>
    public const int MostOccurrences = 100_000;

    /// <summary>When it takes place between two instants, from inclusive, until exclusive, in order, for a person in this zone.</summary>
    /// <remarks>
    /// Cancelled instances are left out; a local time that a clock change skips or repeats comes once (RFC 5545 §3.3.5);
    /// a start that the series' own rule does not name does not count.
    /// </remarks>
    /// <param name="from">The first instant.</param>
    /// <param name="until">The instant after the last; before the year 9900.</param>
    /// <param name="home">Where the person lives: the zone of whole days and of times without a zone.</param>
    /// <param name="fault">Why nothing is given: the series has more than <see cref="MostEachDay"/> a day or <see cref="MostOccurrences"/> in this window, or too many before it.</param>
    public IReadOnlyList<CalendarOccurrence> Between(DateTimeOffset from, DateTimeOffset until, HomeTimeZone home, out string? fault)
    {
        try
        {
            var most = (int)Math.Min(MostOccurrences, 1000 + (MostEachDay * (until - from).TotalDays));
            var found = new SeriesExpansion(this, home).Between(from, until).Take(most + 1).ToList();
            fault = found.Count > most
                ? $"RRULE: more than {most} occurrences in the time asked for. Ask for less, or correct FREQ."
                : null;
            return fault is null ? [.. found.OrderBy(o => o.Instant)] : [];
        }
        catch (InvalidOperationException tooMany)
        {
            fault = tooMany.Message;
            return [];
        }
    }
}
