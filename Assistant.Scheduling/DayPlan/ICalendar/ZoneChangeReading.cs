using Assistant.Scheduling.Calendar;

namespace Assistant.Scheduling.DayPlan.ICalendar;

/// <summary>Reads the clock changes that a VTIMEZONE writes out.</summary>
/// <remarks>Rules are laid out from 1900 until 2200, at most 700 changes each. Source: RFC 5545 §3.6.5.</remarks>
internal static class ZoneChangeReading
{
    private const int MostChanges = 700;
    private static readonly DateTime Earliest = new(1900, 1, 1);
    private static readonly DateTime Latest = new(2200, 1, 1);

    /// <returns>The changes; null where any part is wrong: half a zone is a wrong zone.</returns>
    public static List<ZoneChange>? Read(CalendarComponent zone)
    {
        var changes = new List<ZoneChange>();
        foreach (var side in zone.Children.Where(c => c.Name is "STANDARD" or "DAYLIGHT"))
        {
            if (MomentReading.Offset(side.Line("TZOFFSETFROM")?.Value ?? "") is not { } before
                || MomentReading.Offset(side.Line("TZOFFSETTO")?.Value ?? "") is not { } after
                || MomentReading.LocalTime(side.Line("DTSTART")?.Value.Trim() ?? "") is not { } start
                || side.Fault is not null
                || Onsets(side, start, before) is not { } onsets)
            {
                return null;
            }

            changes.AddRange(onsets.Where(o => o.Year is > 1 and < 9999).Select(o => new ZoneChange(o, before, after)));
        }

        return changes;
    }

    private static List<DateTime>? Onsets(CalendarComponent side, DateTime start, TimeSpan before)
    {
        var onsets = new List<DateTime> { start };
        foreach (var line in side.All("RDATE").SelectMany(l => l.Value.Split(',')))
        {
            if (MomentReading.LocalTime(line.Trim()) is not { } added)
            {
                return null;
            }

            onsets.Add(added);
        }

        foreach (var line in side.All("RRULE"))
        {
            if (!Recurrence.TryParse(line.Value, out var rule, out _) || rule is null || rule.Frequency < RecurrenceFrequency.Daily)
            {
                return null;
            }

            // UNTIL is in UTC here, on a clock that still shows the offset before the change.
            onsets.AddRange(rule
                .Between(start, Earliest, Latest, local => new DateTimeOffset(local - before, TimeSpan.Zero))
                .Take(MostChanges));
        }

        return onsets;
    }
}
