using Assistant.Scheduling.Consent;
using Assistant.Scheduling.DayPlan.Calendars;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Assistant.Bot.Dashboard.Calendars;

/// <summary>Makes what the calendar pages show, and notes who looked: what is not on record is not shown.</summary>
internal sealed class CalendarViews(
    IDbContextFactory<AssistantDb> contexts, AccessReads reads, TimeProvider clock, IStringLocalizer<PageTexts> texts, IStringLocalizer<CalendarTexts> own)
{
    /// <summary>The view; null where she does not live in that neighbourhood.</summary>
    public async Task<CalendarView?> ForAsync(HttpContext context, (Guid? Neighbourhood, ResidentId Id) whose, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        if (await Watch.FindAsync(db, whose.Neighbourhood, now, cancellationToken) is not { } watch
            || await db.Set<Resident>().AsNoTracking().SingleOrDefaultAsync(
                r => r.Id == whose.Id && r.NeighbourhoodId == watch.Neighbourhood, cancellationToken) is not { } resident)
        {
            return null;
        }

        var sheet = await SheetAsync(db, watch, resident, now, cancellationToken);
        await reads.NoteAsync(
            AccessActor.Of(watch.Organiser, AccessRole.Organiser),
            [whose.Id],
            (DataCategories.Person | DataCategories.Consent | (sheet.MayKnowDays ? DataCategories.DayPlan : DataCategories.None), FeedBook.Route),
            cancellationToken);
        var language = context.Request.Query[VisitorLanguage.QueryKey].FirstOrDefault();
        return new CalendarView(watch, sheet, new WallClock(watch.Zone, now, texts), own, new PageAddress(whose.Neighbourhood, language));
    }

    private static async Task<CalendarSheet> SheetAsync(
        AssistantDb db, Watch watch, Resident resident, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var person = await db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == resident.PersonId, cancellationToken);
        var circle = await (
            from member in db.Set<CircleMember>().AsNoTracking()
            join one in db.Set<Person>() on member.PersonId equals one.Id
            where member.ResidentId == resident.Id && member.AcceptedAt != null
            select new { one.Id, one.Name }).ToListAsync(cancellationToken);
        var links = await db.Set<CalendarFeed>().AsNoTracking().Where(f => f.ResidentId == resident.Id && f.RevokedAt == null)
            .ToDictionaryAsync(f => f.ReaderId, f => f.GivenAt, cancellationToken);
        var organiser = new Pair(resident.Id, watch.Organiser);
        var discretion = await Discretion.ReadAsync(
            db, [organiser, .. circle.Select(one => new Pair(resident.Id, one.Id))], now, cancellationToken);
        var mayKnow = discretion.MayKnow(organiser, SharedKind.DayPlan).IsAllowed;
        return new CalendarSheet
        {
            Id = resident.Id,
            Name = person.Name,
            Zone = person.Zone,
            Now = now,
            MayKnowDays = mayKnow,
            IsServed = resident.ServiceEndedAt is null,
            Readers = [.. circle.OrderBy(one => one.Name, StringComparer.CurrentCultureIgnoreCase).Select(one => new CalendarReaderLine(
                one.Id,
                one.Name,
                discretion.MayKnow(new Pair(resident.Id, one.Id), SharedKind.DayPlan).IsAllowed,
                links.TryGetValue(one.Id, out var since) ? since : null))],
            Fetched = !mayKnow ? [] : await db.Set<OtherCalendar>().AsNoTracking()
                .Where(c => c.ResidentId == resident.Id && c.Address != null && c.RemovedAt == null).OrderBy(c => c.AddedAt).ToListAsync(cancellationToken),
            Waiting = !mayKnow ? [] : await db.Set<CalendarProposal>().AsNoTracking()
                .Where(p => p.ResidentId == resident.Id && p.DecidedAt == null).OrderByDescending(p => p.Id).ToListAsync(cancellationToken),
            Birthdays = !mayKnow ? [] : [.. (await db.Set<Birthday>().AsNoTracking()
                .Where(b => b.ResidentId == resident.Id).ToListAsync(cancellationToken)).OrderBy(b => (b.Month, b.Day))],
        };
    }
}
