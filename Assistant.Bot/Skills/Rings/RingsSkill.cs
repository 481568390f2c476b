using Assistant.Bot.Conversation;
using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.CheckIns;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Skills.Rings;

/// <summary>A ring of neighbours who greet each other: coming into it, passing the greeting on, leaving it.</summary>
internal sealed class RingsSkill(SayBook book) : ISkill
{
    /// <summary>Whether she really wants to leave.</summary>
    public const string Leave = "ring.leave?";

    private static readonly string[] Greetings = ["greeting", "checkin.fine", "thanks"];

    public IReadOnlyCollection<string> Intents { get; } = [];

    public IReadOnlyCollection<string> Questions { get; } = [RingBook.JoinQuestion, RingWatch.Question, Leave];

    // "Goedemorgen, alles goed" is a greeting passed on, while one waits with her.
    public Task<bool> ClaimsAsync(Turn turn, CancellationToken cancellationToken) =>
        Task.FromResult(turn.Answers?.Question is RingWatch.Question && Greetings.Contains(turn.Understanding.Intent));

    public bool IsNamedIn(Turn turn) => turn.Resident is not null && Says(turn, "ring.names");

    public async Task<Saying> AnswerAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Resident is not { } resident)
        {
            return Saying.Of("welcome.nothing_asked");
        }

        if (turn.Answers is not { } asked || asked.Question is not (RingBook.JoinQuestion or RingWatch.Question or Leave)
            || (turn.Understanding.Intent is Understanding.Other && IsNamedIn(turn)))
        {
            return await turn.Db.Set<RingMember>().AnyAsync(m => m.ResidentId == resident.Id, cancellationToken)
                ? Saying.Of("ring.leave").Asking(Leave, Guid.CreateVersion7(turn.Now), "yes", "no")
                : Saying.Of("ring.none");
        }

        return Word(turn, asked.Question) is { } yes
            ? await DoAsync(turn, resident, asked, yes, cancellationToken)
            : await EarlierWords.AboutAsync(turn, asked.Subject, cancellationToken) ?? Saying.Of("welcome.nothing_asked");
    }

    private static async Task<Saying> DoAsync(Turn turn, Resident resident, Asked asked, bool yes, CancellationToken cancellationToken)
    {
        turn.Close(asked.Subject);
        var rings = new RingBook(turn.Db, turn.Now);
        switch (asked.Question)
        {
            case RingBook.JoinQuestion:
                var wasAsked = await rings.AnswerAsync(asked.Subject, resident.Id, yes, cancellationToken);
                return Saying.Of(!wasAsked ? "ring.none" : yes ? "ring.joined" : "ring.declined");
            case Leave:
                return Saying.Of(!yes ? "ring.stays" : await rings.LeaveAsync(resident.Id, cancellationToken) ? "ring.left" : "ring.none");
            default:
                var answer = await rings.GreetAsync(asked.Subject, resident.Id, yes, cancellationToken);
                return Saying.Of(answer switch
                {
                    RingAnswer.PassedOn => "ring.passed",
                    RingAnswer.WentOn when yes => "ring.went_on",
                    _ => "ring.kept",
                });
        }
    }

    private bool? Word(Turn turn, string question) => turn.Understanding.Intent switch
    {
        "yes" => true,
        "no" => false,
        _ when question is RingWatch.Question && Says(turn, "ring.greets") => true,
        _ => null,
    };

    private bool Says(Turn turn, string list) => book.In(turn.Speaker.Language).Hears[list]
        .Any(word => turn.Utterance.Text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
