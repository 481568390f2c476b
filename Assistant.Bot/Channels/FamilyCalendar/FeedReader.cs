using Assistant.Bot.Conversation.Replies;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.DayPlan.Calendars;
using Assistant.Scheduling.DayPlan.ICalendar;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Assistant.Scheduling.Store.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Channels.FamilyCalendar;

/// <summary>Writes the calendar a link shows: what its reader may know of her days at this moment, and on record that she looked.</summary>
internal sealed class FeedReader(
    IDbContextFactory<AssistantDb> contexts, FeedDays days, AccessReads reads, SayBook book, KeyRing ring, TimeProvider clock)
{
    /// <summary>How often a calendar is asked to look again. Default 1 h. (choice)</summary>
    private static readonly TimeSpan Refresh = TimeSpan.FromHours(1);

    /// <summary>The file; null where the token is none of ours.</summary>
    public async Task<string?> ReadAsync(string token, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        if (await new FeedBook(db, now).FindAsync(token, cancellationToken) is not { } feed)
        {
            return null;
        }

        var resident = await db.Set<Resident>().AsNoTracking().SingleAsync(r => r.Id == feed.ResidentId, cancellationToken);
        var people = await db.Set<Person>().AsNoTracking().Where(p => p.Id == feed.ReaderId || p.Id == resident.PersonId)
            .ToDictionaryAsync(p => p.Id, cancellationToken);
        if (!people.TryGetValue(feed.ReaderId, out var reader))
        {
            return null;
        }

        var (her, page) = (people[resident.PersonId], book.In(reader.Language));
        var may = feed.RevokedAt is null && resident.ServiceEndedAt is null ? await MayKnowAsync(db, feed, now, cancellationToken) : DataCategories.None;
        var items = may is DataCategories.None ? [] : await days.ReadAsync(db, (feed, her.Zone, now), may, cancellationToken);
        if (may is not DataCategories.None)
        {
            await reads.NoteAsync(AccessActor.Of(feed.ReaderId, AccessRole.Circle), [feed.ResidentId], (may, "calendar/feed"), cancellationToken);
        }

        var name = may is DataCategories.None ? page.Says["calendar.over"][0].Text
            : page.Says["calendar.name"][0].Text.Replace("{name}", her.Name, StringComparison.Ordinal);
        return ICalendarWriter.Write(
            items.Select(item => (item with { Words = Words(item, page) }).ToEvent(her.Zone, identity => $"{ring.Hash($"calendar-event:{feed.Id:N}:{identity}")}@assistant")),
            now,
            new CalendarHead(name, Refresh));
    }

    // Her days, and with them the moments of medicines where those may be known; never which.
    private static async Task<DataCategories> MayKnowAsync(AssistantDb db, CalendarFeed feed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var pair = new Pair(feed.ResidentId, feed.ReaderId);
        var discretion = await Discretion.ReadAsync(db, [pair], now, cancellationToken);
        return !discretion.MayKnow(pair, SharedKind.DayPlan).IsAllowed ? DataCategories.None
            : discretion.MayKnow(pair, SharedKind.Doses).IsAllowed ? DataCategories.DayPlan | DataCategories.Medication
            : DataCategories.DayPlan;
    }

    private static string Words(FeedItem item, SayPage page) => item switch
    {
        { Source: DoseSource.SourceName } => page.Says["calendar.dose"][0].Text,
        { Source: FeedDays.Birthdays } => page.Says["calendar.birthday"][0].Text.Replace("{name}", item.Words, StringComparison.Ordinal),
        { Words: ['=', .. var key] } => page.Says.TryGetValue(key, out var said) ? said[0].Text : "",
        _ => item.Words,
    };
}
