using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Residents;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Skills.Circle;

/// <summary>Coming into a circle by one's own yes, at which hours, leaving it, and whether messages arrive.</summary>
internal sealed class CircleSkill(SayBook book) : ISkill
{
    /// <summary>Whether she may be asked at night as well.</summary>
    public const string Nights = "circle.nights?";

    /// <summary>Whether she really wants to leave.</summary>
    public const string Leave = "circle.leave?";

    /// <summary>The hours of whoever sleeps at night. Default 22:00 to 07:00. (choice)</summary>
    private static readonly (TimeOnly From, TimeOnly Until) Night = (new(22, 0), new(7, 0));

    public IReadOnlyCollection<string> Intents { get; } = [];

    public IReadOnlyCollection<string> Questions { get; } = [CircleBook.Question, Nights, Leave, ReachTesting.Question];

    // Somebody who helps and says "stop" means the helping: we keep no days of hers.
    public bool Overhears(Turn turn) => !turn.Speaker.IsStranger && (turn is { Resident: null, Understanding.Intent: "privacy.stop" } || book.In(turn.Speaker.Language).Hears["circle.leave"]
        .Any(word => turn.Utterance.Text.Contains(word, StringComparison.OrdinalIgnoreCase)));

    public async Task<Saying> AnswerAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Answers is not { } asked)
        {
            return await OfferToLeaveAsync(turn, cancellationToken);
        }

        if (turn.Understanding.Intent is not ("yes" or "no"))
        {
            return asked.Question is ReachTesting.Question
                ? await ReachedAsync(turn, asked, cancellationToken)
                : await EarlierWords.AboutAsync(turn, asked.Subject, cancellationToken) ?? Saying.Of("welcome.nothing_asked");
        }

        turn.Close(asked.Subject);
        var yes = turn.Understanding.Intent is "yes";
        return asked.Question switch
        {
            CircleBook.Question => await JoinAsync(turn, asked, yes, cancellationToken),
            Nights => await NightsAsync(turn, yes, cancellationToken),
            Leave => yes ? await LeaveAsync(turn, cancellationToken) : Saying.Of("circle.stays"),
            _ => await ReachedAsync(turn, asked, cancellationToken),
        };
    }

    private static async Task<Saying> JoinAsync(Turn turn, Asked asked, bool yes, CancellationToken cancellationToken)
    {
        var about = ResidentId.From(asked.Subject);
        if (await new CircleBook(turn.Db, turn.Now).AnswerAsync(about, turn.Speaker.Id, yes, cancellationToken) is not { } resident)
        {
            return Saying.Of("circle.not_invited");
        }

        return yes
            ? Saying.Of("circle.joined").Naming(resident, Ground.Telling(SharedKind.Errand, about)).Asking(Nights, Guid.CreateVersion7(turn.Now), "yes", "no")
            : Saying.Of("circle.declined");
    }

    private static async Task<Saying> NightsAsync(Turn turn, bool yes, CancellationToken cancellationToken)
    {
        var person = await turn.Db.Set<Person>().SingleAsync(p => p.Id == turn.Speaker.Id, cancellationToken);
        (person.QuietFrom, person.QuietUntil) = (yes ? null : Night.From, yes ? null : Night.Until);
        return Saying.Of(yes ? "circle.any_hour" : "circle.not_at_night");
    }

    private static async Task<Saying> OfferToLeaveAsync(Turn turn, CancellationToken cancellationToken) =>
        await turn.Db.Set<CircleMember>().AnyAsync(m => m.PersonId == turn.Speaker.Id, cancellationToken)
            ? Saying.Of("circle.leave").Asking(Leave, Guid.CreateVersion7(turn.Now), "yes", "no")
            : Saying.Of("welcome.not_understood");

    private static async Task<Saying> LeaveAsync(Turn turn, CancellationToken cancellationToken)
    {
        await new CircleBook(turn.Db, turn.Now).LeaveAsync(turn.Speaker, cancellationToken);
        return Saying.Of("circle.gone");
    }

    // Whatever she says to it, it reached her.
    private static async Task<Saying> ReachedAsync(Turn turn, Asked asked, CancellationToken cancellationToken)
    {
        turn.Close(asked.Subject);
        if (await turn.Db.Set<ReachTest>().SingleOrDefaultAsync(t => t.Id == asked.Subject, cancellationToken) is { } test)
        {
            test.AnsweredAt ??= turn.Now;
        }

        return Saying.Of("reach.thanks");
    }
}
