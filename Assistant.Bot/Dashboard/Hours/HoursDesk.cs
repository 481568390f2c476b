using Assistant.Scheduling.CheckIns;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Dashboard.Hours;

/// <summary>What became of a click on the page of hours.</summary>
internal enum HoursSaid
{
    Kept,
    Removed,
    QuietKept,
    MostKept,
    NoSuchNumber,
    Incomplete,
    TooMany,
}

/// <summary>What became of a click, and the form that takes it back.</summary>
/// <param name="Said">What to tell.</param>
/// <param name="Before">How it was: kept again it undoes the click; null where there was nothing.</param>
/// <param name="Made">What was made, to be removed again; null where nothing was.</param>
internal sealed record HoursDone(HoursSaid Said, HoursForm? Before = null, Guid? Made = null);

/// <summary>What the organiser changes of the hours at which a resident is asked how she is, in her own neighbourhood.</summary>
internal sealed class HoursDesk(ResidentDesk desk)
{
    private const string Route = "dashboard/hours";

    /// <summary>Keeps a new hour or a changed one; null where she lives elsewhere.</summary>
    public Task<HoursDone?> KeepAsync(Guid? neighbourhood, ResidentId id, HoursForm form, CancellationToken cancellationToken) => ActAsync(
        neighbourhood,
        id,
        async (db, resident, now) =>
        {
            if (!form.IsWhole || form.Time is not { } at)
            {
                return new HoursDone(HoursSaid.Incomplete);
            }

            var hers = await db.Set<CheckInSchedule>().Where(s => s.ResidentId == resident.Id).ToListAsync(cancellationToken);
            if (hers.Find(s => s.Id == form.Schedule) is { } known)
            {
                var before = HoursForm.Of(known);
                (known.At, known.Rule, known.Grace) = (at, form.Rule, TimeSpan.FromMinutes(form.Grace));
                return new HoursDone(HoursSaid.Kept, before);
            }

            if (hers.Count >= HoursSheet.Most)
            {
                return new HoursDone(HoursSaid.TooMany);
            }

            var made = new CheckInSchedule
            {
                Id = Guid.CreateVersion7(now), ResidentId = resident.Id, At = at, Rule = form.Rule, Grace = TimeSpan.FromMinutes(form.Grace),
                From = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1),
            };
            db.Add(made);
            return new HoursDone(HoursSaid.Kept, Made: made.Id);
        },
        cancellationToken);

    /// <summary>Takes an hour away; null where she lives elsewhere.</summary>
    public Task<HoursDone?> RemoveAsync(Guid? neighbourhood, ResidentId id, Guid schedule, CancellationToken cancellationToken) => ActAsync(
        neighbourhood,
        id,
        async (db, resident, _) =>
        {
            if (await db.Set<CheckInSchedule>().SingleOrDefaultAsync(s => s.Id == schedule && s.ResidentId == resident.Id, cancellationToken) is not { } known)
            {
                return new HoursDone(HoursSaid.Removed);
            }

            db.Remove(known);
            return new HoursDone(HoursSaid.Removed, HoursForm.Of(known) with { Schedule = null });
        },
        cancellationToken);

    /// <summary>Keeps her quiet hours, or none; null where she lives elsewhere.</summary>
    public Task<HoursDone?> KeepQuietAsync(
        Guid? neighbourhood, ResidentId id, (TimeOnly From, TimeOnly Until)? quiet, CancellationToken cancellationToken) => ActAsync(
        neighbourhood,
        id,
        async (db, resident, _) =>
        {
            var person = await db.Set<Person>().SingleAsync(p => p.Id == resident.PersonId, cancellationToken);
            (person.QuietFrom, person.QuietUntil) = (quiet?.From, quiet?.Until);
            return new HoursDone(HoursSaid.QuietKept);
        },
        cancellationToken);

    /// <summary>Keeps how many messages she hears in an hour at the most; null where she lives elsewhere.</summary>
    public Task<HoursDone?> KeepMostAsync(Guid? neighbourhood, ResidentId id, int most, CancellationToken cancellationToken) => ActAsync(
        neighbourhood,
        id,
        (_, resident, _) =>
        {
            if (most is < HoursSheet.LeastMessages or > HoursSheet.MostMessages)
            {
                return Task.FromResult(new HoursDone(HoursSaid.NoSuchNumber));
            }

            resident.MostMessagesAnHour = most;
            return Task.FromResult(new HoursDone(HoursSaid.MostKept));
        },
        cancellationToken);

    // Planned at once: an hour of this evening is asked this evening.
    private Task<HoursDone?> ActAsync(
        Guid? neighbourhood, ResidentId id, Func<AssistantDb, Resident, DateTimeOffset, Task<HoursDone>> act, CancellationToken cancellationToken) =>
        desk.DoAsync(
            neighbourhood,
            id,
            async (db, resident, watch, now) =>
            {
                await OneNode.AtATimeAsync(db, OneNode.Plans, cancellationToken);
                var done = await act(db, resident, now);
                if (done.Said is not (HoursSaid.Incomplete or HoursSaid.TooMany or HoursSaid.NoSuchNumber))
                {
                    new AccessLog(db, now).Note(new AccessNote(
                        AccessEvent.Update, AccessActor.Of(watch.Organiser, AccessRole.Organiser), resident.Id, DataCategories.CheckIns, Route, AccessPurpose.Care));
                    await db.SaveChangesAsync(cancellationToken);
                    var person = await db.Set<Person>().SingleAsync(p => p.Id == resident.PersonId, cancellationToken);
                    await CheckInPlanner.PlanAsync(db, [resident.Id], person.Zone, now, cancellationToken);
                }

                return done;
            },
            cancellationToken);
}
