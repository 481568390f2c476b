using Assistant.Scheduling.Calendar;

namespace Assistant.Scheduling.DayPlan.ICalendar;

/// <summary>One instance of an event, before any change of it.</summary>
internal readonly record struct EventInstance(DateTime Local, DateTimeOffset At, CalendarSpan Span);

/// <summary>The recurrence set of one event: rules and additions, less the exceptions, each instant once.</summary>
/// <remarks>
/// Rules are laid out on the event's own clock, with some hours to spare around the window, and weighed as instants.
/// Where clocks go forward, two wall-clock times of an hourly rule are one instant: it comes once.
/// Source: RFC 5545 §3.8.5.
/// </remarks>
internal static class EventInstances
{
    private const int Earliest = 2;
    private const int Latest = 9997;

    /// <remarks>A clock change moves a clock by an hour or two; Samoa left out a whole day in 2011.</remarks>
    private static readonly TimeSpan Spare = TimeSpan.FromHours(26);

    /// <remarks>For "every second" a day to spare would be 86,400 times for nothing.</remarks>
    private static readonly TimeSpan LittleSpare = TimeSpan.FromHours(2);

    public static IEnumerable<EventInstance> Of(CalendarEvent of, HomeTimeZone home, DateTimeOffset from, DateTimeOffset until)
    {
        if (from >= until)
        {
            return [];
        }

        var zone = of.Start.Zone ?? home;
        var exceptions = new MomentSet(of.Exceptions, of, home);
        var excluded = Excluded(of.ExceptionRules.SelectMany(Moments));
        IEnumerable<DateTime> single = of.Rules.Count == 0 ? [of.Start.Local] : [];
        return of.Rules.SelectMany(Moments)
            .Concat(single)
            .Select(local => new EventInstance(local, zone.At(local), of.Span))
            .Concat(of.Additions.Select(added => Added(added, of, zone)))
            .Where(i => i.At >= from && i.At < until && !exceptions.Contains(i) && !excluded.Contains(i.Local))
            .DistinctBy(i => i.At);

        // A floating time has no instant to weigh an UNTIL in UTC against: its digits are compared.
        IEnumerable<DateTime> Moments(Recurrence rule)
        {
            var spare = rule.Frequency < RecurrenceFrequency.Hourly ? LittleSpare : Spare;
            var (first, last) = (Before(from, zone, spare), After(until, zone, spare));
            return of.Start is { Zone: null, IsDate: false }
                ? rule.Between(of.Start.Local, first, last)
                : rule.Between(of.Start.Local, first, last, zone);
        }
    }

    private static HashSet<DateTime> Excluded(IEnumerable<DateTime> moments)
    {
        var excluded = moments.Take(CalendarSeries.MostOccurrences).ToHashSet();
        return excluded.Count < CalendarSeries.MostOccurrences ? excluded : throw new InvalidOperationException(
            $"EXRULE: leaves out {CalendarSeries.MostOccurrences} times or more. Correct its FREQ.");
    }

    /// <summary>An addition on the event's own clock; a bare date is that date at the event's own time.</summary>
    private static EventInstance Added(CalendarAddition added, CalendarEvent of, HomeTimeZone zone)
    {
        var start = added.Start;
        var local = start switch
        {
            { IsDate: true } => start.Local + of.Start.Local.TimeOfDay,
            _ when of.Start.IsDate => start.Local.Date,
            { Zone: { } own } when own != zone => zone.LocalOf(own.At(start.Local)),
            _ => start.Local,
        };
        return new EventInstance(local, zone.At(local), added.Span ?? of.Span);
    }

    private static DateTime Before(DateTimeOffset instant, HomeTimeZone zone, TimeSpan spare) =>
        instant.Year < Earliest ? DateTime.MinValue : zone.LocalOf(instant) - spare;

    private static DateTime After(DateTimeOffset instant, HomeTimeZone zone, TimeSpan spare) =>
        instant.Year > Latest ? DateTime.MaxValue : zone.LocalOf(instant) + spare;
}
