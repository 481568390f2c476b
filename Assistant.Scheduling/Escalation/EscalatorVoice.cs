using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.Escalation;

/// <summary>What is said on the way up a ladder: to whoever is asked, and to the resident about each step.</summary>
internal sealed class EscalatorVoice(Outbox outbox, Concern concern, ConcernCast cast)
{
    private static readonly string[] Choices = ["responder.going", "responder.cannot", "responder.fine"];
    private static readonly string[] ChoicesAfterPromise = ["responder.done", "responder.cannot"];

    // What she said herself she was answered at once; what a neighbour said is between the neighbour and the organiser.
    private static readonly ConcernKind[] NoticedByUs = [ConcernKind.MissedCheckIn, ConcernKind.Unanswered];

    // Who said "later" to her pills was heard: only of silence it is said that nothing was.
    private string Asked => concern.Kind is ConcernKind.Unanswered ? "concern.resident.asked.unanswered" : "concern.resident.asked";

    private readonly Person resident = cast.ResidentOf(concern);

    /// <summary>Asks a rung. Who is woken for it must hear a telephone ring, where she has one.</summary>
    public void Ask(EscalationDecision.Ask ask) => outbox.Put(
        ask.Rung.Responder.PersonId,
        $"concern:{concern.Id}:ask:{ask.Index}",
        Alert(ask.Rung),
        ask.Rung.Means ?? (ask.Wakes ? Means.Call : null),
        Escalator.AnswerWithin);

    /// <summary>Asks whoever promised how it went.</summary>
    public void AskAfterPromise(EscalationDecision.AskAfterPromise after) => outbox.Put(
        after.Promiser,
        $"concern:{concern.Id}:ask:promise:{concern.Attempt}",
        Saying.Of("concern.after_promise").Naming(resident.Name, Ground.Telling(SharedKind.Errand, concern.ResidentId))
            .Asking(Escalator.Question, concern.Id.Value, ChoicesAfterPromise),
        Escalator.AnswerWithin);

    /// <summary>Tells her that somebody is asked to look in, once, and when another is asked because a promise ran out.</summary>
    /// <remarks>Said before the rung is noted, while the promise that ran out is still known.</remarks>
    public void TellHerStep(EscalationDecision.Ask ask)
    {
        if (concern.AcknowledgedBy is { } promiser && promiser != resident.Id)
        {
            TellHer($"lapsed:{concern.Attempt}", Saying.Of("concern.resident.lapsed").With("who", cast.NameOf(promiser)));
        }
        else if (concern.Rung < 0 && NoticedByUs.Contains(concern.Kind))
        {
            TellHer("asked", Saying.Of(Asked).With("who", cast.NameOf(ask.Rung.Responder.PersonId)));
        }
    }

    /// <summary>She at least knows that nobody goes yet, and whom to call.</summary>
    public void TellHerNobodyGoes()
    {
        if (concern.Kind is not ConcernKind.Reported)
        {
            TellHer($"nobody:{concern.Attempt}", Saying.Of("concern.resident.nobody"));
        }
    }

    /// <summary>Mails that nobody goes: red on a page helps only who looks at it.</summary>
    public void Mail(IEnumerable<PersonId> organisers)
    {
        foreach (var organiser in organisers)
        {
            var saying = Saying.Of("concern.mail.exhausted").Naming(resident.Name, Ground.Telling(SharedKind.Errand, concern.ResidentId));
            outbox.Put(organiser, $"concern:{concern.Id}:exhausted:{concern.Attempt}:{organiser}", saying, Means.Email, Escalator.AnswerWithin);
        }
    }

    // Who may not hear the reason is asked to look, and no more.
    private Saying Alert(Rung rung)
    {
        var hears = rung.Hears ?? throw new InvalidOperationException($"Concern {concern.Id} asks somebody who may hear nothing.");
        var words = hears == Told.Reason(concern.Kind) ? $"concern.ask.{ConcernBook.PhraseKey(concern.Kind)}" : "concern.ask.look";
        return Saying.Of(words)
            .Naming(resident.Name, Ground.Telling(hears, concern.ResidentId, Told.IsVital(concern.Kind)))
            .With("since", concern.RaisedAt)
            .Asking(Escalator.Question, concern.Id.Value, Choices);
    }

    private void TellHer(string step, Saying saying) =>
        outbox.Put(resident.Id, $"concern:{concern.Id}:{step}", saying, Ground.ToHerself(concern.ResidentId));
}
