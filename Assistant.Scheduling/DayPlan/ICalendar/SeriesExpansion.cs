using Assistant.Scheduling.Calendar;

namespace Assistant.Scheduling.DayPlan.ICalendar;

/// <summary>Lays out one series for one person.</summary>
/// <remarks>
/// 1. Changes "from there on" cut the series into stretches, by the original time of the instance they name. 2. Within
/// a stretch each original instance moves as the change did, on the wall clock, and takes its words and length; a
/// change with rules of its own follows those. 3. Single changed instances are left out of their stretch and stand by
/// themselves, wherever they moved to. Source: RFC 5545 §3.8.4.4.
/// </remarks>
internal sealed class SeriesExpansion(CalendarSeries series, HomeTimeZone home)
{
    /// <summary>How far a wall clock, or a move onto another zone's clock, may lie from UTC.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromDays(2);

    private readonly CalendarEvent origin = series.Master ?? series.Changes[0];
    private readonly MomentSet changed = new(
        series.Changes.Where(c => !c.IsFromThereOn).Select(c => c.Changes).OfType<CalendarMoment>(),
        series.Master ?? series.Changes[0],
        home);

    public IEnumerable<CalendarOccurrence> Between(DateTimeOffset from, DateTimeOffset until)
    {
        if (series.Master is { IsCancelled: true })
        {
            return [];
        }

        var singles = series.Changes
            .Where(c => !c.IsCancelled && (!c.IsFromThereOn || series.Master is null))
            .Select(c => Occurrence(c, c.Start.Local, c.Span));
        return Stretches()
            .SelectMany(stretch => Moved(stretch, from, until))
            .Concat(singles)
            .Where(o => o.Instant >= from && o.Instant < until);
    }

    private IEnumerable<Stretch> Stretches()
    {
        if (series.Master is null)
        {
            yield break;
        }

        var begin = DateTimeOffset.MinValue;
        var current = series.Master;
        foreach (var next in series.Changes.Where(c => c.IsFromThereOn).OrderBy(OriginalOf))
        {
            yield return new Stretch(current, begin, OriginalOf(next));
            (begin, current) = (OriginalOf(next), next);
        }

        yield return new Stretch(current, begin, DateTimeOffset.MaxValue);
    }

    private IEnumerable<CalendarOccurrence> Moved(Stretch stretch, DateTimeOffset from, DateTimeOffset until)
    {
        var words = stretch.Words;
        if (words.IsCancelled)
        {
            return [];
        }

        if (ReferenceEquals(words, series.Master) || words.Rules.Count > 0)
        {
            return EventInstances.Of(words, home, from, until)
                .Where(i => i.At < stretch.End && !changed.Contains(i))
                .Select(i => Occurrence(words, i.Local, i.Span));
        }

        var shift = words.Start.Local - LocalFor(words, OriginalOf(words), OriginalLocalOf(words));
        var first = Later(stretch.Begin, Shifted(from, -shift - Margin));
        var last = Earlier(stretch.End, Shifted(until, -shift + Margin));
        return EventInstances.Of(origin, home, first, last)
            .Where(i => !changed.Contains(i))
            .Select(i => Occurrence(words, LocalFor(words, i.At, i.Local) + shift, words.Span));
    }

    /// <summary>What the change's own clock shows at an original instant; a whole day is the same on every clock.</summary>
    private DateTime LocalFor(CalendarEvent words, DateTimeOffset original, DateTime local) =>
        words.Start.IsDate || origin.Start.IsDate || words.Start.Zone == origin.Start.Zone
            ? local
            : (words.Start.Zone ?? home).LocalOf(original);

    private CalendarOccurrence Occurrence(CalendarEvent words, DateTime local, CalendarSpan span)
    {
        var zone = words.Start.Zone ?? home;
        return new CalendarOccurrence(words, zone.At(local), span.EndOf(local, zone), home);
    }

    private DateTimeOffset OriginalOf(CalendarEvent change) =>
        change.Changes is { } moment ? (moment.Zone ?? origin.Start.Zone ?? home).At(moment.Local) : DateTimeOffset.MinValue;

    /// <summary>What the series' own clock showed at the instance that a change names, however it names it.</summary>
    private DateTime OriginalLocalOf(CalendarEvent change) => change.Changes switch
    {
        null => change.Start.Local,
        { IsDate: true } date => date.Local + origin.Start.Local.TimeOfDay,
        { Zone: { } zone } moment when zone != origin.Start.Zone => (origin.Start.Zone ?? home).LocalOf(zone.At(moment.Local)),
        { } moment => moment.Local,
    };

    private static DateTimeOffset Shifted(DateTimeOffset instant, TimeSpan by) =>
        by < TimeSpan.Zero && instant - DateTimeOffset.MinValue < -by ? DateTimeOffset.MinValue
        : by > TimeSpan.Zero && DateTimeOffset.MaxValue - instant < by ? DateTimeOffset.MaxValue
        : instant + by;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    /// <summary>The instances originally from Begin until End, told in these words.</summary>
    private readonly record struct Stretch(CalendarEvent Words, DateTimeOffset Begin, DateTimeOffset End);
}
