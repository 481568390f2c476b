using Assistant.Scheduling.Calendar;

namespace Assistant.Scheduling.DayPlan.ICalendar;

/// <summary>One instance of an event, before any change of it.</summary>
internal readonly record struct EventInstance(DateTime Local, DateTimeOffset At, CalendarSpan Span);

/// <summary>The recurrence set of one event: rules and additions, less the exceptions, each instant once.</summary>
/// <remarks>
/// Rules are laid out on the event's own clock, with two days to spare around the window, and weighed as instants.
/// Where clocks go forward, two wall-clock times of an hourly rule are one instant: it comes once.
/// Source: RFC 5545 §3.8.5.
/// </remarks>
internal static class EventInstances
{
    private static readonly TimeSpan Spare = TimeSpan.FromDays(2);

    public static IEnumerable<EventInstance> Of(CalendarEvent of, HomeTimeZone home, DateTimeOffset from, DateTimeOffset until)
    {
        if (from >= until)
        {
            return [];
        }

        var zone = of.Start.Zone ?? home;
        var (first, last) = (Before(from), After(until));
        var exceptions = new MomentSet(of.Exceptions, of, home);
        var excluded = of.ExceptionRules
            .SelectMany(Moments)
            .Take(CalendarSeries.MostOccurrences)
            .ToHashSet();
        IEnumerable<DateTime> single = of.Rules.Count == 0 ? [of.Start.Local] : [];
        return of.Rules.SelectMany(Moments)
            .Concat(single)
            .Select(local => new EventInstance(local, zone.At(local), of.Span))
            .Concat(of.Additions.Select(added => Added(added, of, zone)))
            .Where(i => i.At >= from && i.At < until && !exceptions.Contains(i) && !excluded.Contains(i.Local))
            .DistinctBy(i => i.At);

        // A floating time has no instant to weigh an UNTIL in UTC against: its digits are compared.
        IEnumerable<DateTime> Moments(Recurrence rule) => of.Start is { Zone: null, IsDate: false }
            ? rule.Between(of.Start.Local, first, last)
            : rule.Between(of.Start.Local, first, last, zone);
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

    private static DateTime Before(DateTimeOffset instant) =>
        instant - DateTimeOffset.MinValue < Spare ? DateTime.MinValue : instant.UtcDateTime - Spare;

    private static DateTime After(DateTimeOffset instant) =>
        DateTimeOffset.MaxValue - instant < Spare ? DateTime.MaxValue : instant.UtcDateTime + Spare;
}
