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

    private static readonly string[] Choices = ["responder.going", "responder.cannot", "responder.fine"];
    private static readonly string[] ChoicesAfterPromise = ["responder.done", "responder.cannot"];

    /// <summary>Decides for these concerns and adds what follows to the context; saves nothing.</summary>
    public static async Task ClimbAsync(
        AssistantDb db, IReadOnlyDictionary<Guid, int> claimed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = claimed.Keys.Select(ConcernId.From).ToList();
        var concerns = await db.Set<Concern>().Where(c => ids.Contains(c.Id)).ToListAsync(cancellationToken);
        concerns.RemoveAll(c => !claimed.IsStillHeld(c));
        var ladders = await LadderReader.ReadAsync(db, concerns.Select(c => new ConcernOf(c.ResidentId, c.Kind)), now, cancellationToken);
        var declined = (await db.Set<ConcernEvent>().AsNoTracking()
            .Where(e => ids.Contains(e.ConcernId) && e.Kind == ConcernEventKind.Declined).ToListAsync(cancellationToken))
            .ToLookup(e => e.ConcernId, e => e.PersonId);
        var names = await NamesAsync(db, concerns, cancellationToken);
        foreach (var concern in concerns)
        {
            var said = declined[concern.Id].OfType<PersonId>().ToHashSet();
            var ladder = ladders[new ConcernOf(concern.ResidentId, concern.Kind)];
            var decision = EscalationClock.Decide(concern, ladder, said, now);
            Apply(db, concern, decision, names[concern.ResidentId].Name, now);
            if (decision is EscalationDecision.GiveUp && ladder.Rungs[^1].Hears is null)
            {
                TellHerself(db, concern, names[concern.ResidentId].Id, now);
            }
        }
    }

    private static void Apply(AssistantDb db, Concern concern, EscalationDecision decision, string resident, DateTimeOffset now)
    {
        var book = new ConcernBook(db, now);
        var outbox = new Outbox(db, now);
        switch (decision)
        {
            case EscalationDecision.Ask ask:
                var person = ask.Rung.Responder.PersonId;
                concern.Asked(ask.Index, person, ask.LookAgainAt);
                book.Write(concern, ConcernEventKind.Asked, person);
                outbox.Put(person, $"concern:{concern.Id}:ask:{ask.Index}", Alert(concern, resident, ask.Rung), AnswerWithin);
                break;
            case EscalationDecision.AskAfterPromise after:
                concern.AskedAfterPromise(now, after.LookAgainAt);
                book.Write(concern, ConcernEventKind.AskedAfterPromise, after.Promiser);
                var question = Saying.Of("concern.after_promise").Naming(resident, Ground.Telling(SharedKind.Errand, concern.ResidentId))
                    .Asking(Question, concern.Id.Value, ChoicesAfterPromise);
                outbox.Put(after.Promiser, $"concern:{concern.Id}:ask:promise:{concern.Attempt}", question, AnswerWithin);
                break;
            case EscalationDecision.GiveUp:
                concern.Exhaust();
                book.Write(concern, ConcernEventKind.Exhausted, null);
                break;
            case EscalationDecision.Rest:
                break;
            default:
                throw new UnreachableException(decision.GetType().Name);
        }
    }

    // Who may not hear the reason is asked to look, and no more.
    private static Saying Alert(Concern concern, string resident, Rung rung)
    {
        var hears = rung.Hears ?? throw new InvalidOperationException($"Concern {concern.Id} asks somebody who may hear nothing.");
        var words = hears == Told.Reason(concern.Kind) ? $"concern.ask.{ConcernBook.PhraseKey(concern.Kind)}" : "concern.ask.look";
        return Saying.Of(words)
            .Naming(resident, Ground.Telling(hears, concern.ResidentId, Told.IsVital(concern.Kind)))
            .With("since", concern.RaisedAt)
            .Asking(Question, concern.Id.Value, Choices);
    }

    // Nobody may know of it but those who stayed silent: then she at least knows that nobody comes.
    private static void TellHerself(AssistantDb db, Concern concern, PersonId herself, DateTimeOffset now) => new Outbox(db, now).Put(
        herself, $"concern:{concern.Id}:nobody:{concern.Attempt}", Saying.Of("concern.resident.nobody"), Ground.ToHerself(concern.ResidentId));

    private static Task<Dictionary<ResidentId, Person>> NamesAsync(
        AssistantDb db, List<Concern> concerns, CancellationToken cancellationToken)
    {
        var residents = concerns.Select(c => c.ResidentId).Distinct().ToList();
        return (
            from r in db.Set<Resident>()
            join p in db.Set<Person>() on r.PersonId equals p.Id
            where residents.Contains(r.Id)
            select new { r.Id, Person = p }).ToDictionaryAsync(x => x.Id, x => x.Person, cancellationToken);
    }
}
