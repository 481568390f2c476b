using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Escalation;

/// <summary>What became of a word about a concern.</summary>
public enum ConcernAnswer
{
    /// <summary>It was noted, and it counts.</summary>
    Noted,

    /// <summary>Somebody else goes already.</summary>
    TakenByAnother,

    /// <summary>It is over already.</summary>
    Over,
}

/// <summary>The book of concerns, opened in one unit of work at one moment.</summary>
/// <remarks>Changes and the messages they cause are added to the context; whoever opened it saves both in one transaction.</remarks>
public sealed class ConcernBook(AssistantDb db, DateTimeOffset now)
{
    private readonly Outbox outbox = new(db, now);

    /// <summary>Raises a concern, to climb at once; the same cause raises it once.</summary>
    /// <param name="kind">What it is about.</param>
    /// <param name="resident">About whom.</param>
    /// <param name="cause">The id of the row that gave rise to it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The concern, whether new or known.</returns>
    public async Task<Concern> RaiseAsync(ConcernKind kind, ResidentId resident, Guid cause, CancellationToken cancellationToken)
    {
        var key = CauseOf(kind, cause);
        if (await db.Set<Concern>().SingleOrDefaultAsync(c => c.Cause == key, cancellationToken) is { } known)
        {
            return known;
        }

        return New(kind, resident, key);
    }

    /// <summary>Raises a concern for each of these causes, in one query; those that were raised before are left out.</summary>
    /// <returns>The new ones.</returns>
    public async Task<IReadOnlyList<Concern>> RaiseAllAsync(
        ConcernKind kind, IReadOnlyCollection<(ResidentId Resident, Guid Cause)> causes, CancellationToken cancellationToken)
    {
        var keys = causes.Select(one => CauseOf(kind, one.Cause)).ToList();
        var known = await db.Set<Concern>().Where(c => keys.Contains(c.Cause)).Select(c => c.Cause).ToListAsync(cancellationToken);
        return [.. causes.Where(one => !known.Contains(CauseOf(kind, one.Cause))).Select(one => New(kind, one.Resident, CauseOf(kind, one.Cause)))];
    }

    /// <summary>Passes on that somebody worries about her; while that is being looked after, another worry adds nothing.</summary>
    /// <param name="resident">About whom.</param>
    /// <param name="by">Who worries, and hears when somebody has looked.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Concern> ReportAsync(ResidentId resident, PersonId by, CancellationToken cancellationToken)
    {
        var open = await db.Set<Concern>().FirstOrDefaultAsync(
            c => c.ResidentId == resident && c.Kind == ConcernKind.Reported && c.State != ConcernState.Resolved, cancellationToken);
        var concern = open ?? await RaiseAsync(ConcernKind.Reported, resident, Guid.CreateVersion7(now), cancellationToken);
        Write(concern, ConcernEventKind.Reported, by);
        return concern;
    }

    /// <summary>The concern of this cause, if it was ever raised.</summary>
    public Task<Concern?> FindAsync(ConcernKind kind, Guid cause, CancellationToken cancellationToken)
    {
        var key = CauseOf(kind, cause);
        return db.Set<Concern>().SingleOrDefaultAsync(c => c.Cause == key, cancellationToken);
    }

    /// <summary>Somebody says she goes. The ladder stops; the resident and whoever was asked hear who comes.</summary>
    public async Task<ConcernAnswer> AcknowledgeAsync(Concern concern, PersonId by, CancellationToken cancellationToken)
    {
        if (concern.IsOver)
        {
            return ConcernAnswer.Over;
        }

        if (concern.State is ConcernState.Acknowledged)
        {
            return concern.AcknowledgedBy == by ? ConcernAnswer.Noted : ConcernAnswer.TakenByAnother;
        }

        concern.Acknowledge(by, now);
        Write(concern, ConcernEventKind.Acknowledged, by);
        await WithdrawAsync(concern, cancellationToken);
        await TellAsync(concern, "going", by, by, cancellationToken);
        return ConcernAnswer.Noted;
    }

    /// <summary>Somebody cannot. She is not asked again for this; where we wait for her, the next is asked at once.</summary>
    public ConcernAnswer Decline(Concern concern, PersonId by)
    {
        if (concern.IsOver)
        {
            return ConcernAnswer.Over;
        }

        concern.Decline(by, now);
        Write(concern, ConcernEventKind.Declined, by);
        return ConcernAnswer.Noted;
    }

    /// <summary>It is over: everybody who was alarmed hears so, the resident hears how it ended.</summary>
    /// <param name="concern">Which.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="by">Who says so, and needs no all-clear.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<ConcernAnswer> ResolveAsync(
        Concern concern, ConcernOutcome outcome, PersonId by, CancellationToken cancellationToken)
    {
        if (concern.IsOver)
        {
            return ConcernAnswer.Over;
        }

        concern.Resolve(outcome, now);
        Write(concern, ConcernEventKind.Resolved, by);
        await WithdrawAsync(concern, cancellationToken);
        await TellAsync(concern, $"over.{PhraseKey(outcome)}", by, by, cancellationToken);
        await ThankAsync(concern, by, cancellationToken);
        return ConcernAnswer.Noted;
    }

    /// <summary>Ends every worry about somebody for whom we do nothing more. Nobody gets an all-clear: nothing is clear.</summary>
    public async Task EndAllAsync(ResidentId resident, CancellationToken cancellationToken)
    {
        foreach (var concern in await db.Set<Concern>()
            .Where(c => c.ResidentId == resident && c.State != ConcernState.Resolved).ToListAsync(cancellationToken))
        {
            concern.Resolve(ConcernOutcome.ServiceEnded, now);
            Write(concern, ConcernEventKind.Resolved, null);
        }
    }

    /// <summary>Who was asked or came by herself, the first first: all who must hear how it ends.</summary>
    public async Task<IReadOnlyList<PersonId>> AlarmedAsync(ConcernId concern, CancellationToken cancellationToken) =>
        [.. (await db.Set<ConcernEvent>().AsNoTracking()
            .Where(e => e.ConcernId == concern && (e.Kind == ConcernEventKind.Asked || e.Kind == ConcernEventKind.Acknowledged))
            .OrderBy(e => e.At).ToListAsync(cancellationToken))
            .Select(e => e.PersonId).OfType<PersonId>().Distinct()];

    /// <summary>Writes a line in the history, and one in the access log.</summary>
    internal void Write(Concern concern, ConcernEventKind kind, PersonId? person)
    {
        db.Add(new ConcernEvent { Id = Guid.CreateVersion7(now), ConcernId = concern.Id, Kind = kind, PersonId = person, At = now });
        new AccessLog(db, now).Note(new AccessNote(
            kind switch
            {
                ConcernEventKind.Raised => AccessEvent.Create,
                ConcernEventKind.Asked or ConcernEventKind.AskedAfterPromise => AccessEvent.Told,
                _ => AccessEvent.Update,
            },
            person is { } who ? AccessActor.Of(who, AccessRole.Responder) : AccessActor.Program(nameof(ConcernBook)),
            concern.ResidentId,
            DataCategories.Concerns,
            "concern",
            AccessPurpose.Alarm));
    }

    /// <summary>A word as the phrase files spell it: <c>MissedCheckIn</c> is <c>missed_check_in</c>.</summary>
    internal static string PhraseKey(Enum word) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(word.ToString());

    private Concern New(ConcernKind kind, ResidentId resident, string cause)
    {
        var concern = new Concern { Id = ConcernId.New(now), ResidentId = resident, Kind = kind, Cause = cause, RaisedAt = now }.Raised(now);
        db.Add(concern);
        Write(concern, ConcernEventKind.Raised, null);
        return concern;
    }

    private static string CauseOf(ConcernKind kind, Guid cause) => $"{kind}:{cause:N}";

    private Task<int> WithdrawAsync(Concern concern, CancellationToken cancellationToken) =>
        outbox.WithdrawAsync($"concern:{concern.Id}:ask:", cancellationToken);

    // Whoever worried hears that somebody looked, and nothing about whom or what was found.
    private async Task ThankAsync(Concern concern, PersonId except, CancellationToken cancellationToken)
    {
        var worried = await db.Set<ConcernEvent>().AsNoTracking()
            .Where(e => e.ConcernId == concern.Id && e.Kind == ConcernEventKind.Reported && e.PersonId != except)
            .Select(e => e.PersonId).Distinct().ToListAsync(cancellationToken);
        foreach (var person in worried.OfType<PersonId>())
        {
            outbox.Put(person, $"concern:{concern.Id}:thanks:{person}", Saying.Of("concern.reported.done"), Ground.Nobody);
        }
    }

    // Numbered by the history, so that a second promise for the same concern is a message of its own.
    private async Task TellAsync(Concern concern, string what, PersonId who, PersonId except, CancellationToken cancellationToken)
    {
        var resident = await (
            from r in db.Set<Resident>()
            join p in db.Set<Person>() on r.PersonId equals p.Id
            where r.Id == concern.ResidentId
            select p).SingleAsync(cancellationToken);
        var name = (await db.Set<Person>().SingleAsync(p => p.Id == who, cancellationToken)).Name;
        var key = $"concern:{concern.Id}:{what}:{concern.Attempt}";
        var alarmed = await AlarmedAsync(concern.Id, cancellationToken);
        var never = await outbox.NeverReachedAsync(alarmed, $"concern:{concern.Id}:", concern.RaisedAt, cancellationToken);
        var told = alarmed.Where(p => p != except && p != resident.Id && !never.Contains(p)).ToList();
        var discretion = await Discretion.ReadAsync(
            db, [.. told.Select(person => new Pair(concern.ResidentId, person))], now, cancellationToken);
        foreach (var person in told)
        {
            // Whoever may not know what became of it hears at least that she need do nothing any more.
            var knows = discretion.MayKnow(new Pair(concern.ResidentId, person), SharedKind.Course).IsAllowed;
            var saying = knows
                ? Saying.Of($"concern.circle.{what}").Naming(resident.Name, Ground.Telling(SharedKind.Course, concern.ResidentId)).With("who", name)
                : Saying.Of("concern.circle.stand_down").Naming(resident.Name, Ground.Telling(SharedKind.Errand, concern.ResidentId));
            outbox.Put(person, $"{key}:{person}", saying);
        }

        if (resident.Id != except)
        {
            var saying = Saying.Of($"concern.resident.{what}").With("who", name);
            outbox.Put(resident.Id, $"{key}:{resident.Id}", saying, Ground.ToHerself(concern.ResidentId));
        }
    }
}
