using Assistant.Bot.Conversation.Neighbours;
using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Initiatives;

namespace Assistant.Bot.Skills.Initiatives;

/// <summary>What neighbours do together, and how to be there.</summary>
internal sealed class InitiativesSkill : ISkill
{
    /// <summary>How far ahead it tells. Default 7 days. (choice)</summary>
    public const int Days = 7;

    /// <summary>How many it tells: more than an ear can hold is none. Default 4. (choice)</summary>
    public const int Most = 4;

    private const string Join = "neighbourhood.join";
    private static readonly string[] Favours = [Join, "neighbourhood.leave", "neighbourhood.offer"];

    public IReadOnlyCollection<string> Intents { get; } = [.. Favours, "neighbourhood.activities"];

    public IReadOnlyCollection<string> Questions { get; } = [.. Favours.Select(Favour.Question)];

    public async Task<Saying> AnswerAsync(Turn turn, CancellationToken cancellationToken) =>
        turn.Understanding.Intent is "neighbourhood.activities"
            ? await ActivitiesAsync(turn, cancellationToken)
            : await Favour.AnswerAsync(turn, cancellationToken);

    private static async Task<Saying> ActivitiesAsync(Turn turn, CancellationToken cancellationToken)
    {
        var home = turn.Resident?.NeighbourhoodId ?? turn.Speaker.NeighbourhoodId;
        var coming = home is { } here
            ? await Agenda.ComingAsync(turn.Db, here, (turn.Speaker.Zone, turn.Now, Days), cancellationToken)
            : [];
        if (coming.Count == 0)
        {
            return Saying.Of("neighbourhood.nothing");
        }

        var told = Saying.Of("neighbourhood.activities").With("items", coming.Take(Most).Select(Line)).With("invite", "");
        return turn.Resident is null || await OnDuty.ForAsync(turn, cancellationToken) is null ? told
            : told.With("invite", Saying.Of("neighbourhood.invite"))
                .Asking(Favour.Question(Join), Guid.CreateVersion7(turn.Now), "yes", "no");
    }

    private static Saying Line(Gathering gathering) => Saying.Of("neighbourhood.line")
        .With("what", gathering.Initiative.Title).With("where", gathering.Initiative.Place).With("at", gathering.At);
}
