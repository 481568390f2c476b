using System.Diagnostics;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Escalation;

/// <summary>Climbs the ladders of concerns whose moment has come.</summary>
public static class Escalator
{
    /// <summary>The question a responder is asked.</summary>
    public const string Question = "responder.alert?";

    /// <summary>How long somebody who was asked may still answer. Default 24 h: whoever wakes up to it can still say "I go". (choice)</summary>
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromHours(24);

    /// <summary>Decides for these concerns and writes what follows within the current transaction; what changed of them is saved by the caller.</summary>
    public static async Task ClimbAsync(
        AssistantDb db, IReadOnlyDictionary<Guid, int> claimed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = claimed.Keys.Select(ConcernId.From).ToList();
        var concerns = await db.Set<Concern>().Where(c => ids.Contains(c.Id)).ToListAsync(cancellationToken);
        concerns.RemoveAll(c => !claimed.IsStillHeld(c));
        await ClimbAsync(db, concerns, now, cancellationToken);
    }

    /// <summary>The same for concerns that this very unit of work raised: the first is asked in the transaction that knows of it.</summary>
    public static async Task ClimbAsync(
        AssistantDb db, IEnumerable<Concern> some, DateTimeOffset now, CancellationToken cancellationToken)
    {
        List<Concern> concerns = [.. some];
        var ids = concerns.ConvertAll(c => c.Id);
        await LeaveInPeaceAsync(db, concerns, now, cancellationToken);
        var ladders = await LadderReader.ReadAsync(db, concerns.Select(c => new ConcernOf(c.ResidentId, c.Kind)), now, cancellationToken);
        var declined = (await db.Set<ConcernEvent>().AsNoTracking()
            .Where(e => ids.Contains(e.ConcernId) && e.Kind == ConcernEventKind.Declined).ToListAsync(cancellationToken))
            .ToLookup(e => e.ConcernId, e => e.PersonId);
        var cast = await ConcernCast.ReadAsync(db, concerns, ladders, cancellationToken);
        foreach (var concern in concerns)
        {
            var said = declined[concern.Id].OfType<PersonId>().ToHashSet();
            var ladder = ladders[new ConcernOf(concern.ResidentId, concern.Kind)];
            var decision = EscalationClock.Decide(concern, ladder, said, now);
            await ApplyAsync(db, concern, decision, cast, now, cancellationToken);
        }

        // What is asked of thousands at one moment is stored ten times as fast so; the order is that of the foreign keys.
        await PreparedRows.StoreMadeAsync<Concern>(db, cancellationToken);
        await PreparedRows.StoreMadeAsync<ConcernEvent>(db, cancellationToken);
        await PreparedRows.StoreMadeAsync<OutboundMessage>(db, cancellationToken);
        await PreparedRows.StoreMadeAsync<AccessWaiting>(db, cancellationToken);
    }

    // Raised in the very moment in which her service ended: whoever ended it could not see it yet. Nobody is asked.
    private static async Task LeaveInPeaceAsync(AssistantDb db, List<Concern> concerns, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var hers = concerns.Select(c => c.ResidentId).Distinct().ToList();
        var ended = await db.Set<Resident>().Where(r => hers.Contains(r.Id) && r.ServiceEndedAt != null).Select(r => r.Id).ToListAsync(cancellationToken);
        foreach (var concern in concerns.Where(c => ended.Contains(c.ResidentId)))
        {
            concern.Resolve(ConcernOutcome.ServiceEnded, now);
            new ConcernBook(db, now).Write(concern, ConcernEventKind.Resolved, null);
        }

        concerns.RemoveAll(c => ended.Contains(c.ResidentId));
    }

    private static async Task ApplyAsync(
        AssistantDb db, Concern concern, EscalationDecision decision, ConcernCast cast, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var book = new ConcernBook(db, now);
        var voice = new EscalatorVoice(new Outbox(db, now), concern, cast);
        switch (decision)
        {
            case EscalationDecision.Hold hold:
                concern.Hold(hold.Until);
                break;
            case EscalationDecision.Ask ask:
                voice.TellHerStep(ask);
                concern.Asked(ask.Index, ask.Rung.Responder.PersonId, ask.LookAgainAt);
                book.Write(concern, ConcernEventKind.Asked, ask.Rung.Responder.PersonId);
                voice.Ask(ask);
                break;
            case EscalationDecision.AskAfterPromise after:
                concern.AskedAfterPromise(now, after.LookAgainAt);
                book.Write(concern, ConcernEventKind.AskedAfterPromise, after.Promiser);
                voice.AskAfterPromise(after);
                break;
            case EscalationDecision.GiveUp:
                concern.Exhaust();
                book.Write(concern, ConcernEventKind.Exhausted, null);
                voice.TellHerNobodyGoes();
                voice.Mail(await ConcernCast.MailedAsync(db, concern, now, cancellationToken));
                break;
            case EscalationDecision.Rest:
                break;
            default:
                throw new UnreachableException(decision.GetType().Name);
        }
    }
}
