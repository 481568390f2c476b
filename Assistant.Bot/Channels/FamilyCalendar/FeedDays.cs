using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.DayPlan.Calendars;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Channels.FamilyCalendar;

/// <summary>Reads what is on her days in the coming weeks, from whatever puts things there, with what was called off.</summary>
internal sealed class FeedDays(IEnumerable<IPlanSource> sources)
{
    /// <summary>How far ahead a calendar is shown. Default 8 weeks; it moves along with each look. (choice)</summary>
    public const int DaysAhead = 56;

    /// <summary>How far back: a calendar that was opened late still has what was. Default 7 days. (choice)</summary>
    public const int DaysBack = 7;

    /// <summary>The source of whose birthday it is.</summary>
    public const string Birthdays = "birthday";

    private readonly IReadOnlyList<IPlanSource> sources = [.. sources];

    public async Task<IReadOnlyList<FeedItem>> ReadAsync(
        AssistantDb db, (CalendarFeed Feed, HomeTimeZone Zone, DateTimeOffset Now) of, DataCategories may, CancellationToken cancellationToken)
    {
        var (feed, zone, now) = of;
        var today = zone.DayOf(now).Date;
        var window = new PlanWindow([feed.ResidentId], zone, today.AddDays(-DaysBack), today.AddDays(DaysAhead));
        var changes = await ChangesAsync(db, feed, cancellationToken);
        var items = new List<FeedItem>();
        foreach (var source in sources.Where(source => may.HasFlag(DataCategories.Medication) || source.Name != DoseSource.SourceName))
        {
            items.AddRange((await source.MomentsAsync(db, window, cancellationToken)).Select(moment => Item(source.Name, moment, feed.GivenAt)));
        }

        var standing = items.Select(item => item.Identity).ToHashSet();
        var calledOff = (await CalledOffAsync(db, window, cancellationToken))
            .Where(item => may.HasFlag(DataCategories.Medication) || item.Source != DoseSource.SourceName)
            .Select(item => Item(item, feed.GivenAt)).Where(item => !standing.Contains(item.Identity)).DistinctBy(item => item.Identity);
        return [.. items.DistinctBy(item => item.Identity).Concat(calledOff)
            .Select(item => Changed(item, changes))
            .Concat((await BirthdaysAsync(db, feed, cancellationToken)).SelectMany(birthday => Items(birthday, window)))
            .OrderBy(item => item.At).ThenBy(item => item.Identity, StringComparer.Ordinal)];
    }

    private static FeedItem Item(string source, PlannedMoment moment, DateTimeOffset given) =>
        new(source, moment.LocalDate, moment.Slot, moment.Title, moment.At)
        {
            IsAllDay = moment.IsAllDay, Lasts = moment.Occupies, ChangedAt = given,
        };

    private static FeedItem Item(PlanItem item, DateTimeOffset given) => new(item.Source, item.LocalDate, item.Slot, item.Title, item.At)
    {
        IsAllDay = item.IsAllDay, IsCancelled = true, Sequence = 1, ChangedAt = given,
    };

    // A revision for every time somebody changed the series: whoever compares them sees which is newer.
    private static FeedItem Changed(FeedItem item, ILookup<Guid, DayChange> changes) =>
        OccurrenceSlot.Read(item.Slot) is { } slot && changes[slot.Series].ToList() is { Count: > 0 } made
            ? item with
            {
                Sequence = item.Sequence + made.Count + made.Count(change => change.UndoneAt is not null),
                ChangedAt = made.Max(change => change.UndoneAt ?? change.At),
            }
            : item;

    private static async Task<ILookup<Guid, DayChange>> ChangesAsync(
        AssistantDb db, CalendarFeed feed, CancellationToken cancellationToken) =>
        (await db.Set<DayChange>().AsNoTracking().Where(c => c.ResidentId == feed.ResidentId).ToListAsync(cancellationToken))
            .ToLookup(change => change.SeriesId);

    private static Task<List<PlanItem>> CalledOffAsync(AssistantDb db, PlanWindow window, CancellationToken cancellationToken) =>
        db.Set<PlanItem>().AsNoTracking()
            .Where(i => window.Residents.Contains(i.ResidentId) && i.LocalDate >= window.From && i.LocalDate <= window.To)
            .Where(i => i.State == PlanItemState.Cancelled).ToListAsync(cancellationToken);

    private static Task<List<Birthday>> BirthdaysAsync(
        AssistantDb db, CalendarFeed feed, CancellationToken cancellationToken) =>
        db.Set<Birthday>().AsNoTracking().Where(b => b.ResidentId == feed.ResidentId).ToListAsync(cancellationToken);

    private static IEnumerable<FeedItem> Items(Birthday birthday, PlanWindow window) =>
        Enumerable.Range(window.From.Year, window.To.Year - window.From.Year + 1).Select(birthday.In)
            .Where(date => date >= window.From && date <= window.To)
            .Select(date => new FeedItem(Birthdays, date, birthday.Id.ToString("N"), birthday.Name, window.Zone.At(date, TimeOnly.MinValue))
            {
                IsAllDay = true, ChangedAt = birthday.AddedAt,
            });
}
