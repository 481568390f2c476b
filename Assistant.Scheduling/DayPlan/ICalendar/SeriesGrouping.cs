namespace Assistant.Scheduling.DayPlan.ICalendar;

/// <summary>Brings together what belongs to one UID, and lets the newest revision count.</summary>
/// <remarks>
/// Of two revisions the higher SEQUENCE counts, then the later DTSTAMP (RFC 5546 §2.1.5). Two events that share a UID
/// by mistake, alike in both but not in their start, are both kept: an appointment is not dropped on a doubt.
/// </remarks>
internal static class SeriesGrouping
{
    public static IReadOnlyList<CalendarSeries> Of(IEnumerable<CalendarEvent> events) =>
        [.. events.GroupBy(e => e.Uid, StringComparer.Ordinal).SelectMany(OfOne)];

    private static IEnumerable<CalendarSeries> OfOne(IGrouping<string, CalendarEvent> events)
    {
        var masters = Newest(events.Where(e => e.Changes is null)).DistinctBy(e => e.Start).ToList();
        List<CalendarEvent> changes = [.. events
            .Where(e => e.Changes is not null)
            .GroupBy(e => e.Changes)
            .Select(same => Newest(same).Last())
            .OrderBy(e => e.Changes?.Local)];
        yield return new CalendarSeries(events.Key, masters.FirstOrDefault(), changes);
        foreach (var other in masters.Skip(1))
        {
            yield return new CalendarSeries(events.Key, other, []);
        }
    }

    private static IEnumerable<CalendarEvent> Newest(IEnumerable<CalendarEvent> revisions)
    {
        var all = revisions.ToList();
        var newest = all.Count == 0 ? default : all.Max(e => (e.Sequence, e.Stamp));
        return all.Where(e => (e.Sequence, e.Stamp) == newest);
    }
}
