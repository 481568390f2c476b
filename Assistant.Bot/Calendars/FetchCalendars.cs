using System.Diagnostics;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Assistant.Scheduling.DayPlan.Calendars;
using Assistant.Scheduling.DayPlan.ICalendar;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Calendars;

/// <summary>Fetches the calendars elsewhere whose hour has come, and puts what they say on her days.</summary>
/// <remarks>What fails changes nothing: the last good version stands, the fault is kept to be shown, and it is tried again.</remarks>
internal sealed class FetchCalendars(
    IDbContextFactory<AssistantDb> contexts, CalendarFetcher fetcher, DaysAhead days, TimeProvider clock, ILogger<FetchCalendars> log) : IDueJob
{
    /// <summary>How many are fetched side by side. Default 4: a few that hang hold up the others for half a minute. (choice)</summary>
    public const int Together = 4;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<Guid, int> claimed;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            claimed = await RowClaim.TakeUpAsync<OtherCalendar>(db, clock.GetUtcNow(), Together, cancellationToken);
        }

        await Task.WhenAll(claimed.Select(async one =>
        {
            var fault = await OneAtATime.TryAsync($"Calendar {one.Key}", cancel => FetchAsync(one.Key, one.Value, cancel), log, cancellationToken);
            if (fault is not null && !StoreFault.IsAway(fault))
            {
                await OneAtATime.TryAsync(
                    $"Noting the fault of calendar {one.Key}",
                    cancel => FinishAsync(one.Key, one.Value, new FetchOutcome.Failed(CalendarFault.Broken), cancel),
                    log,
                    cancellationToken);
            }
        }));
        return claimed.Count;
    }

    private async Task FetchAsync(Guid id, int attempt, CancellationToken cancellationToken)
    {
        OtherCalendar calendar;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            calendar = await db.Set<OtherCalendar>().AsNoTracking().SingleAsync(c => c.Id == id, cancellationToken);
        }

        FetchOutcome outcome = CalendarAddress.Read(calendar.Address ?? "", out var fault) is { } url
            ? await fetcher.FetchAsync(url, new KnownVersion(calendar.Tag, calendar.ChangedAt), cancellationToken)
            : new FetchOutcome.Failed(fault);
        await FinishAsync(id, attempt, outcome, cancellationToken);
    }

    private Task FinishAsync(Guid id, int attempt, FetchOutcome outcome, CancellationToken cancellationToken) => Overtaken.AgainAsync(
        async cancel =>
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var calendar = await db.Set<OtherCalendar>().SingleAsync(c => c.Id == id, cancel);
            if (calendar.Attempt != attempt || calendar.RemovedAt is not null)
            {
                return; // somebody changed it since: what was fetched is of before
            }

            var changes = await TakeInAsync(db, calendar, outcome, cancel);
            await db.SaveChangesAsync(cancel);
            if (changes.Any)
            {
                await days.PlanAsync(db, calendar.ResidentId, cancel);
            }

            await transaction.CommitAsync(cancel);
        },
        cancellationToken);

    private async Task<CalendarChanges> TakeInAsync(
        AssistantDb db, OtherCalendar calendar, FetchOutcome outcome, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        switch (outcome)
        {
            case FetchOutcome.Failed failed:
                calendar.Failed(failed.Fault, now);
                return default;
            case FetchOutcome.Unchanged:
                calendar.Came(calendar.Tag, calendar.ChangedAt, now);
                return default;
            case FetchOutcome.Fetched fetched:
                return await TakeOverAsync(db, calendar, (fetched, now), cancellationToken);
            default:
                throw new UnreachableException($"{outcome}");
        }
    }

    private static async Task<CalendarChanges> TakeOverAsync(
        AssistantDb db, OtherCalendar calendar, (FetchOutcome.Fetched File, DateTimeOffset Now) what, CancellationToken cancellationToken)
    {
        var her = await (
            from resident in db.Set<Resident>()
            join person in db.Set<Person>() on resident.PersonId equals person.Id
            where resident.Id == calendar.ResidentId
            select new { Person = person, resident.ServiceEndedAt }).SingleAsync(cancellationToken);
        var by = AccessActor.Program(nameof(FetchCalendars));
        var today = her.Person.Zone.DayOf(what.Now).Date;
        var book = await CalendarBook.OpenAsync(db, calendar, (what.Now, today), cancellationToken);
        if (her.ServiceEndedAt is not null)
        {
            await book.RemoveAsync(by, cancellationToken);
            return default;
        }

        var file = ICalendarReader.Read(what.File.File);
        var entries = CalendarReading.Of(file, her.Person.Zone, today);
        if (file.Series.Count == 0 && file.Problems.Count > 0)
        {
            calendar.Failed(CalendarFault.NoCalendar, what.Now);
            return default;
        }

        if (entries.Count(entry => entry.Appointments.Count > 0) > CalendarBook.MostEntries)
        {
            calendar.Failed(CalendarFault.TooMany, what.Now);
            return default;
        }

        var changes = await book.TakeOverAsync(entries, isWhole: true, by, cancellationToken);
        calendar.Came(what.File.Tag, what.File.ChangedAt, what.Now);
        return changes;
    }
}
