using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.DayPlan.ICalendar;

namespace Assistant.Scheduling.DayPlan.Calendars;

/// <summary>What the entries of a calendar come to on the days of one resident. Pure.</summary>
/// <remarks>
/// 1. Each entry is read as a rule with single changes. 2. That is laid out beside what the calendar itself says, for
/// <see cref="Compared"/>. 3. Where the two differ by a single time, the rule is not used and the times stand one by one:
/// a club that moves is worth more than a tidy row.
/// </remarks>
public static class CalendarReading
{
    /// <summary>How far ahead the two are compared. Default 800 days: two clock changes and every monthly oddity twice. (choice)</summary>
    public static readonly TimeSpan Compared = TimeSpan.FromDays(800);

    /// <summary>How far ahead single times are written down. Default 400 days. (choice)</summary>
    public static readonly TimeSpan WrittenAhead = TimeSpan.FromDays(400);

    /// <summary>More single times than this of one entry are no appointment. Default 1000: two a day. (choice)</summary>
    public const int MostSingles = 1000;

    /// <summary>The entries that can be read and those that cannot, in the order of the file.</summary>
    public static IReadOnlyList<ReadEntry> Of(CalendarFile file, HomeTimeZone home, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(file);
        return
        [
            .. file.Series.Select(series => Of(series, home, today)),
            .. file.Problems.Select(problem => new ReadEntry(problem.Source, "", ReadHow.Unreadable) { Fault = problem.Sentence }),
        ];
    }

    private static ReadEntry Of(CalendarSeries series, HomeTimeZone home, DateOnly today)
    {
        var first = series.Master ?? series.Changes[0];
        var entry = new ReadEntry(series.Uid, first.Summary, ReadHow.AsWritten)
        {
            Revision = series.Changes.Append(first).Max(one => (one.Sequence, one.Stamp)),
        };
        if (first.IsCancelled && series.Master is not null)
        {
            return entry with { How = ReadHow.Cancelled };
        }

        var from = home.At(today, TimeOnly.MinValue);
        var times = series.Between(from, from + Compared, home, out var fault);
        if (fault is not null)
        {
            return entry with { How = ReadHow.Unreadable, Fault = fault };
        }

        if (times.Count == 0)
        {
            return entry with { How = series.Changes.Any(change => change.IsCancelled) && series.Master is null ? ReadHow.Cancelled : ReadHow.Over };
        }

        entry = entry with { Next = times[0].Instant };
        return RuleReading.TryRead(series, home, new ToldTimes(times, from, from + Compared)) is { } asWritten
            ? entry with { Appointments = asWritten }
            : OneByOne(entry, [.. times.Where(one => one.Instant < from + WrittenAhead)]);
    }

    private static ReadEntry OneByOne(ReadEntry entry, List<CalendarOccurrence> times) => times.Count > MostSingles
        ? entry with
        {
            How = ReadHow.Unreadable,
            Fault = $"RRULE: {times.Count} times in {WrittenAhead.Days} days is more than the {MostSingles} we keep. Make it fewer.",
        }
        : entry with { How = ReadHow.OneByOne, Appointments = [.. times.SelectMany(one => SingleReading.Of(one, entry.Uid))] };
}
