using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.DayPlan.Calendars;
using Assistant.Scheduling.DayPlan.ICalendar;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Dashboard.Calendars;

/// <summary>One click of the organiser about one resident's calendars.</summary>
internal sealed record CalendarClick(AssistantDb Db, Resident Resident, Person Her, Watch Watch, DateTimeOffset Now)
{
    public AccessActor By => AccessActor.Of(Watch.Organiser, AccessRole.Organiser);

    public DateOnly Today => Her.Zone.DayOf(Now).Date;

    public HomeTimeZone Zone => Her.Zone;

    public void Note(AccessEvent what) => new AccessLog(Db, Now).Note(new AccessNote(
        what, By, Resident.Id, DataCategories.DayPlan, FeedBook.Route, AccessPurpose.Care));
}

/// <summary>What the organiser changes of the calendars around a resident of her own neighbourhood, as far as that resident agreed.</summary>
internal sealed class CalendarDesk(ResidentDesk desk, DaysAhead days)
{
    /// <summary>Makes a link for somebody of her circle, whom she agreed may know what is on her day.</summary>
    /// <returns>The token, shown once; null where she did not agree.</returns>
    public Task<string?> GiveAsync(Guid? neighbourhood, ResidentId id, PersonId reader, CancellationToken cancellationToken) =>
        desk.DoAsync<string?>(
            neighbourhood,
            id,
            async (db, resident, watch, now) => await MayKnowAsync(db, new Pair(resident.Id, reader), now, cancellationToken)
                ? await new FeedBook(db, now).GiveAsync(resident.Id, reader, AccessActor.Of(watch.Organiser, AccessRole.Organiser), cancellationToken)
                : null,
            cancellationToken);

    /// <summary>Takes somebody's link back; for that nobody needs anybody's leave.</summary>
    public Task<bool> RevokeAsync(Guid? neighbourhood, ResidentId id, PersonId reader, CancellationToken cancellationToken) => desk.DoAsync(
        neighbourhood,
        id,
        (db, resident, watch, now) => new FeedBook(db, now)
            .RevokeAsync(resident.Id, reader, AccessActor.Of(watch.Organiser, AccessRole.Organiser), cancellationToken),
        cancellationToken);

    /// <summary>Does this where she agreed that the organiser knows what is on her day.</summary>
    /// <returns>What it came to; the default where she did not.</returns>
    public Task<TResult?> ForAsync<TResult>(
        Guid? neighbourhood, ResidentId id, Func<CalendarClick, Task<TResult>> act, CancellationToken cancellationToken) => desk.DoAsync(
        neighbourhood,
        id,
        async (db, resident, watch, now) =>
        {
            if (!await MayKnowAsync(db, new Pair(resident.Id, watch.Organiser), now, cancellationToken))
            {
                return default;
            }

            var her = await db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == resident.PersonId, cancellationToken);
            return await act(new CalendarClick(db, resident, her, watch, now));
        },
        cancellationToken);

    /// <summary>Takes a calendar away, and what it put on the days that come.</summary>
    public Task<bool> RemoveAsync(Guid? neighbourhood, ResidentId id, Guid calendar, CancellationToken cancellationToken) => ForAsync(
        neighbourhood,
        id,
        async click =>
        {
            if (await click.Db.Set<OtherCalendar>().SingleOrDefaultAsync(
                c => c.Id == calendar && c.ResidentId == click.Resident.Id && c.RemovedAt == null, cancellationToken) is not { } found)
            {
                return false;
            }

            await (await CalendarBook.OpenAsync(click.Db, found, (click.Now, click.Today), cancellationToken)).RemoveAsync(click.By, cancellationToken);
            await days.PlanAsync(click.Db, click.Resident.Id, cancellationToken);
            return true;
        },
        cancellationToken);

    /// <summary>Keeps a file until somebody has looked at it.</summary>
    public Task<Guid?> KeepAsync(
        Guid? neighbourhood, ResidentId id, (string Name, byte[] Bytes) file, CancellationToken cancellationToken) => ForAsync<Guid?>(
        neighbourhood,
        id,
        click =>
        {
            click.Note(AccessEvent.Create);
            return Task.FromResult<Guid?>(click.Db.Add(new CalendarProposal
            {
                Id = Guid.CreateVersion7(click.Now),
                ResidentId = click.Resident.Id,
                FileName = file.Name,
                Content = Convert.ToBase64String(file.Bytes),
                ReceivedAt = click.Now,
                ReceivedBy = click.Watch.Organiser,
            }).Entity.Id);
        },
        cancellationToken);

    /// <summary>Puts what was chosen of a file on her days, all of it or nothing, and she hears how many came.</summary>
    public Task<CalendarChanges?> AcceptAsync(
        Guid? neighbourhood, ResidentId id, (Guid Proposal, IReadOnlySet<int> Lines) what, CancellationToken cancellationToken) => ForAsync<CalendarChanges?>(
        neighbourhood,
        id,
        async click =>
        {
            if (await ProposalAsync(click, what.Proposal, cancellationToken) is not { } proposal)
            {
                return null;
            }

            var entries = Read(click, proposal).Where((_, number) => what.Lines.Contains(number)).ToList();
            if (entries.Count > CalendarBook.MostEntries)
            {
                return null;
            }

            var book = await CalendarBook.OpenAsync(click.Db, await FilesAsync(click, cancellationToken), (click.Now, click.Today), cancellationToken);
            var changes = await book.TakeOverAsync(entries, isWhole: false, click.By, cancellationToken);
            proposal.Decide(click.Now);
            if (changes.Any)
            {
                await days.PlanAsync(click.Db, click.Resident.Id, cancellationToken);
            }

            if (changes.Added > 0)
            {
                new Outbox(click.Db, click.Now).Put(
                    click.Her.Id,
                    $"calendar:{proposal.Id:N}",
                    Saying.Of("calendar.added").With("who", click.Watch.OrganiserName).With("count", $"{changes.Added}"),
                    Ground.For(Purpose.Reminders, click.Resident.Id));
            }

            return changes;
        },
        cancellationToken);

    /// <summary>Nothing of a file is taken over, and it is not kept.</summary>
    public Task<bool> DropAsync(Guid? neighbourhood, ResidentId id, Guid proposal, CancellationToken cancellationToken) => ForAsync(
        neighbourhood,
        id,
        async click =>
        {
            var found = await ProposalAsync(click, proposal, cancellationToken);
            found?.Decide(click.Now);
            return found is not null;
        },
        cancellationToken);

    /// <summary>A file that waits, line by line beside what stands there; null where there is none.</summary>
    public Task<(string FileName, IReadOnlyList<ImportLine> Lines)?> LinesAsync(
        Guid? neighbourhood, ResidentId id, Guid proposal, CancellationToken cancellationToken) => ForAsync<(string, IReadOnlyList<ImportLine>)?>(
        neighbourhood,
        id,
        async click =>
        {
            if (await ProposalAsync(click, proposal, cancellationToken) is not { } found)
            {
                return null;
            }

            var files = await click.Db.Set<OtherCalendar>().AsNoTracking().SingleOrDefaultAsync(
                c => c.ResidentId == click.Resident.Id && c.Address == null && c.RemovedAt == null, cancellationToken) ?? New(click);
            var book = await CalendarBook.OpenAsync(click.Db, files, (click.Now, click.Today), cancellationToken);
            return (found.FileName, [.. Read(click, found).Select((entry, number) => new ImportLine(number, entry, book.NewsOf(entry)))]);
        },
        cancellationToken);

    private static IReadOnlyList<ReadEntry> Read(CalendarClick click, CalendarProposal proposal) =>
        CalendarReading.Of(ICalendarReader.Read(Convert.FromBase64String(proposal.Content)), click.Zone, click.Today);

    private static Task<CalendarProposal?> ProposalAsync(CalendarClick click, Guid proposal, CancellationToken cancellationToken) =>
        click.Db.Set<CalendarProposal>().SingleOrDefaultAsync(
            p => p.Id == proposal && p.ResidentId == click.Resident.Id && p.DecidedAt == null, cancellationToken);

    // All files of hers are one calendar: a file that is brought again changes what the one before put there.
    private static async Task<OtherCalendar> FilesAsync(CalendarClick click, CancellationToken cancellationToken) =>
        await click.Db.Set<OtherCalendar>().SingleOrDefaultAsync(
            c => c.ResidentId == click.Resident.Id && c.Address == null && c.RemovedAt == null, cancellationToken)
        ?? click.Db.Add(New(click)).Entity;

    private static OtherCalendar New(CalendarClick click) => new()
    {
        Id = Guid.CreateVersion7(click.Now),
        ResidentId = click.Resident.Id,
        Name = "",
        AddedBy = click.Watch.Organiser,
        AddedAt = click.Now,
    };

    private static async Task<bool> MayKnowAsync(AssistantDb db, Pair pair, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await Discretion.ReadAsync(db, [pair], now, cancellationToken)).MayKnow(pair, SharedKind.DayPlan).IsAllowed;
}
