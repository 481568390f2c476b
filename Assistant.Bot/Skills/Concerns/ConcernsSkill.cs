using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Escalation;
using Worry = Assistant.Scheduling.Escalation.Concern;

namespace Assistant.Bot.Skills.Concerns;

/// <summary>What people of a circle, and organisers, answer when they are asked to look after somebody.</summary>
internal sealed class ConcernsSkill(CommitmentReply commitment) : ISkill
{
    private static readonly string[] Choices = ["responder.going", "responder.cannot", "responder.fine"];
    private static readonly string[] ChoicesAfterPromise = ["responder.done", "responder.cannot"];

    public IReadOnlyCollection<string> Intents { get; } =
        ["responder.going", "responder.done", "responder.cannot", "responder.fine"];

    public IReadOnlyCollection<string> Questions { get; } = [Escalator.Question, WhichWorry.Question];

    /// <summary>"All is well" of somebody who was asked to look is about whom she looks after; a name answers "about whom?".</summary>
    public async Task<bool> ClaimsAsync(Turn turn, CancellationToken cancellationToken) => turn.Answers?.Question switch
    {
        Escalator.Question => turn.Understanding.Intent is "checkin.fine" or "checkin.unwell",
        WhichWorry.Question => !Intents.Contains(turn.Understanding.Intent) && await WhichWorry.NamesAsync(turn, cancellationToken),
        _ => false,
    };

    public async Task<Saying> AnswerAsync(Turn turn, CancellationToken cancellationToken)
    {
        var found = await WhichWorry.FindAsync(turn, cancellationToken);
        if (found.Worries is not [var worry])
        {
            return found.Worries.Count == 0
                ? Saying.Of("responder.none") : await WhichWorry.AskAsync(turn, found.Worries, found.Intent, cancellationToken);
        }

        var reply = await NoteAsync(turn, worry, Meaning(turn, worry, found.Intent), cancellationToken);
        WhichWorry.Close(turn);

        // Who promised to go still has to say how it went; until then her words are heard as an answer.
        if (reply.Question is null && (worry.IsOver || !HasPromised(turn, worry)))
        {
            turn.Close(worry.Id.Value);
        }

        return reply;
    }

    // A yes to "will you go?" is a promise; a yes after that promise is an outcome.
    private static string Meaning(Turn turn, Worry worry, string said) => said switch
    {
        "yes" => HasPromised(turn, worry) ? "responder.done" : "responder.going",
        "no" => "responder.cannot",
        var intent => intent,
    };

    private static bool HasPromised(Turn turn, Worry worry) => worry.State is ConcernState.Acknowledged && worry.AcknowledgedBy == turn.Speaker.Id;

    private async Task<Saying> NoteAsync(Turn turn, Worry worry, string intent, CancellationToken cancellationToken)
    {
        var book = new ConcernBook(turn.Db, turn.Now);
        var by = turn.Speaker.Id;
        switch (intent)
        {
            case "responder.going":
                return await book.AcknowledgeAsync(worry, by, cancellationToken) switch
                {
                    ConcernAnswer.Noted => await commitment.SayAsync(turn, worry, cancellationToken),
                    ConcernAnswer.TakenByAnother => await TakenAsync(turn, worry, cancellationToken),
                    _ => Saying.Of("responder.over"),
                };
            case "responder.done":
                return Ended(await book.ResolveAsync(worry, ConcernOutcome.Visited, by, cancellationToken), "responder.noted_done");
            case "responder.fine":
                return Ended(await book.ResolveAsync(worry, ConcernOutcome.KnownSafe, by, cancellationToken), "responder.noted_fine");
            case "responder.cannot":
                var isTaken = worry.State is ConcernState.Acknowledged && worry.AcknowledgedBy != by;
                var isClimbing = worry.State is ConcernState.Open or ConcernState.Acknowledged;
                var declined = book.Decline(worry, by);
                return isTaken
                    ? await TakenAsync(turn, worry, cancellationToken)
                    : Ended(declined, isClimbing ? "responder.noted_cannot" : "responder.noted_no");
            default:
                return await AskAgainAsync(turn, worry, cancellationToken);
        }
    }

    private static Saying Ended(ConcernAnswer answer, string noted) =>
        Saying.Of(answer is ConcernAnswer.Over ? "responder.over" : noted);

    private static async Task<Saying> TakenAsync(Turn turn, Worry worry, CancellationToken cancellationToken)
    {
        var pair = new Pair(worry.ResidentId, turn.Speaker.Id);
        var discretion = await Discretion.ReadAsync(turn.Db, [pair], turn.Now, cancellationToken);
        return discretion.MayKnow(pair, SharedKind.Course).IsAllowed
            ? Saying.Of("responder.taken")
                .With("who", await OwnWorries.NameAsync(turn, worry.AcknowledgedBy, cancellationToken))
                .Naming(await OwnWorries.ResidentAsync(turn, worry, cancellationToken), Ground.Telling(SharedKind.Course, worry.ResidentId))
            : Saying.Of("responder.arranged");
    }

    // An unclear answer is never "fine".
    private static async Task<Saying> AskAgainAsync(Turn turn, Worry worry, CancellationToken cancellationToken)
    {
        if (worry.IsOver)
        {
            return Saying.Of("responder.over");
        }

        var after = HasPromised(turn, worry);
        return Saying.Of(after ? "responder.unclear_after" : "responder.unclear")
            .Naming(await OwnWorries.ResidentAsync(turn, worry, cancellationToken), Ground.Telling(SharedKind.Errand, worry.ResidentId))
            .Asking(Escalator.Question, worry.Id.Value, after ? ChoicesAfterPromise : Choices);
    }
}
