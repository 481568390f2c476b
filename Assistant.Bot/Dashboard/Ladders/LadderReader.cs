using Assistant.Scheduling.CheckIns;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Dashboard.Ladders;

/// <summary>Reads one ladder of one resident of a neighbourhood, and plays it ahead.</summary>
internal sealed class LadderReader(IDbContextFactory<AssistantDb> contexts, TimeProvider clock)
{
    private static readonly TimeOnly Nine = new(9, 0);

    /// <summary>The watch and the sheet; null where she does not live in that neighbourhood.</summary>
    public async Task<(Watch Watch, LadderSheet Sheet, DateTimeOffset Now)?> ReadAsync(
        Guid? neighbourhood, ResidentId id, ConcernKind kind, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        if (await Watch.FindAsync(db, neighbourhood, now, cancellationToken) is not { } watch
            || await db.Set<Resident>().AsNoTracking()
                .SingleOrDefaultAsync(r => r.Id == id && r.NeighbourhoodId == watch.Neighbourhood, cancellationToken) is not { } resident)
        {
            return null;
        }

        var person = await db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == resident.PersonId, cancellationToken);
        var policy = await db.Set<EscalationPolicy>().AsNoTracking()
            .SingleOrDefaultAsync(p => p.ResidentId == id && p.Kind == kind, cancellationToken)
            ?? new EscalationPolicy { Id = Guid.CreateVersion7(now), ResidentId = id, Kind = kind, Steps = [] };
        var circle = await CircleAsync(db, id, cancellationToken);
        var from = await FromAsync(db, (resident, person), kind, now, cancellationToken);
        var isCovered = await DutyRota.IsCoveredAsync(db, watch.Neighbourhood, now, cancellationToken);
        return (watch, new LadderSheet
        {
            Id = id,
            Name = person.Name,
            Kind = kind,
            Delay = policy.Delay,
            Steps = policy.Steps,
            Circle = circle.ConvertAll(one => one.Shown),
            Forecast = await ForecastAsync(db, new ConcernOf(id, kind), (from, now), cancellationToken),
            Remarks = PolicyCheck.Of(policy, People(circle), person.Zone, isCovered, from),
            From = from,
        }, now);
    }

    /// <summary>Her circle, as a policy must know it.</summary>
    public static async Task<IReadOnlyDictionary<PersonId, PolicyPerson>> PeopleAsync(
        AssistantDb db, ResidentId id, CancellationToken cancellationToken) => People(await CircleAsync(db, id, cancellationToken));

    private static Dictionary<PersonId, PolicyPerson> People(List<(LadderPerson Shown, Person Person)> circle) =>
        circle.ToDictionary(one => one.Shown.Id, one => new PolicyPerson(one.Person.Zone, one.Shown.HasAccepted, one.Shown.Means));

    private static async Task<List<(LadderPerson Shown, Person Person)>> CircleAsync(AssistantDb db, ResidentId id, CancellationToken cancellationToken)
    {
        var members = await (
            from member in db.Set<CircleMember>().AsNoTracking()
            join person in db.Set<Person>() on member.PersonId equals person.Id
            where member.ResidentId == id
            select new { Member = member, Person = person }).ToListAsync(cancellationToken);
        var ids = members.ConvertAll(m => m.Person.Id);
        var places = (await (
            from reach in db.Set<Reachability>().AsNoTracking()
            join point in db.Set<ContactPoint>() on reach.ContactPointId equals point.Id
            where ids.Contains(reach.PersonId)
            select new { reach.PersonId, point.Channel }).ToListAsync(cancellationToken)).ToLookup(p => p.PersonId, p => MeansOrder.Of(p.Channel));
        return [.. members.OrderBy(m => m.Person.Name, StringComparer.OrdinalIgnoreCase).Select(m => (
            new LadderPerson(
                m.Person.Id, m.Person.Name, m.Member.Relation, m.Member.AcceptedAt is not null, m.Member.HoldsKey, places[m.Person.Id].ToHashSet()),
            m.Person))];
    }

    // "If she stays silent tomorrow": at the end of the first grace of tomorrow, where she is asked then.
    private static async Task<DateTimeOffset> FromAsync(
        AssistantDb db, (Resident Row, Person Person) resident, ConcernKind kind, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var tomorrow = resident.Person.Zone.DayOf(now).Next;
        var schedules = kind is ConcernKind.MissedCheckIn
            ? await db.Set<CheckInSchedule>().AsNoTracking().Where(s => s.ResidentId == resident.Row.Id).ToListAsync(cancellationToken)
            : [];
        return schedules.Where(s => s.FallsOn(tomorrow.Date)).Select(s => (DateTimeOffset?)(tomorrow.At(s.At) + s.Grace)).Min() ?? tomorrow.At(Nine);
    }

    private static async Task<IReadOnlyList<LadderMoment>> ForecastAsync(
        AssistantDb db, ConcernOf worry, (DateTimeOffset From, DateTimeOffset Now) at, CancellationToken cancellationToken)
    {
        var ladder = (await Scheduling.Escalation.LadderReader.ReadAsync(db, [worry], at.Now, cancellationToken))[worry];
        var steps = LadderForecast.IfNobodyAnswers(worry, ladder, at.From);
        var ids = steps.Select(s => s.Rung?.Responder.PersonId).OfType<PersonId>().Distinct().ToList();
        var names = await db.Set<Person>().AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
        return [.. steps.Select(step => new LadderMoment(
            step.At, step.Rung is { } rung ? names[rung.Responder.PersonId] : null, step.Rung?.Means ?? (step.Wakes ? Means.Call : null), step.Wakes))];
    }
}
