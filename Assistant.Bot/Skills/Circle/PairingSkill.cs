using System.Text.RegularExpressions;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Skills.Circle;

/// <summary>A code of eight figures that is typed at a new place; whose it is confirms it where we know her.</summary>
internal sealed partial class PairingSkill : ISkill
{
    /// <summary>Whether it was she who typed the code.</summary>
    public const string Question = "pairing.sure?";

    public IReadOnlyCollection<string> Intents { get; } = [];

    public IReadOnlyCollection<string> Questions { get; } = [Question];

    public bool AnswersStrangers => true;

    public bool Overhears(Turn turn) => Code(turn) is not null;

    public async Task<Saying> AnswerAsync(Turn turn, CancellationToken cancellationToken)
    {
        var book = new PairingBook(turn.Db, turn.Now);
        if (turn.Answers is { Question: Question } asked && turn.Understanding.Intent is "yes" or "no")
        {
            turn.Close(asked.Subject);
            var isPaired = await book.DecideAsync(asked.Subject, turn.Speaker.Id, turn.Understanding.Intent is "yes", cancellationToken);
            return Saying.Of(isPaired ? "pairing.done" : "pairing.refused");
        }

        if (Code(turn) is not { } code)
        {
            return Saying.Of("pairing.ask").Asking(Question, turn.Answers?.Subject ?? Guid.CreateVersion7(turn.Now), "yes", "no");
        }

        var here = await PlaceAsync(turn, cancellationToken);
        var (answer, found) = await book.TypeAsync(code, here, cancellationToken);
        if (answer is PairingAnswer.Typed && found is { } typed)
        {
            var saying = Saying.Of("pairing.ask").Asking(Question, typed.Id, "yes", "no");
            new Outbox(turn.Db, turn.Now).Put(typed.PersonId, $"pairing:{typed.Id:N}", saying, await GroundAsync(turn, typed.PersonId, cancellationToken), PairingCode.Valid);
        }

        if (answer is PairingAnswer.Paired && found is { } paired)
        {
            await new CircleBook(turn.Db, turn.Now).AskExpectedAsync(paired.PersonId, cancellationToken);
        }

        return Saying.Of(answer switch
        {
            PairingAnswer.Typed => "pairing.typed",
            PairingAnswer.Paired => "pairing.done",
            PairingAnswer.TooMany => "pairing.too_many",
            _ => "pairing.wrong",
        });
    }

    private static async Task<Ground> GroundAsync(Turn turn, PersonId person, CancellationToken cancellationToken) =>
        await turn.Db.Set<Resident>().SingleOrDefaultAsync(r => r.PersonId == person, cancellationToken) is { } resident
            ? Ground.ToHerself(resident.Id)
            : Ground.Nobody;

    // A stranger's place is new in this very turn, and not saved yet.
    private static async Task<ContactPointId> PlaceAsync(Turn turn, CancellationToken cancellationToken) =>
        turn.Db.ChangeTracker.Entries<ContactPoint>().Select(entry => entry.Entity)
            .FirstOrDefault(p => p.Channel == turn.Utterance.Channel && p.Address == turn.Utterance.Address)?.Id
        ?? await ContactPoints.At(turn.Db, turn.Utterance.Channel, turn.Utterance.Address).Select(p => p.Id).SingleAsync(cancellationToken);

    private static string? Code(Turn turn) => Figures().Match(turn.Utterance.Text) is { Success: true } found
        ? string.Concat(found.Value.Where(char.IsAsciiDigit))
        : null;

    [GeneratedRegex(@"^\s*(?:\d[\s.-]?){7}\d\s*$")]
    private static partial Regex Figures();
}
