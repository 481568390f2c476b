using Assistant.Bot.Conversation.Neighbours;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Delivery;

namespace Assistant.Bot.Skills.Privacy;

/// <summary>What is kept of somebody, stopping, forgetting, and being away: for now a person does it when she says yes.</summary>
internal sealed class PrivacySkill : ISkill
{
    private static readonly string[] Favours = ["privacy.data", "privacy.stop", "privacy.forget", "pause.start", "pause.end"];

    public IReadOnlyCollection<string> Intents { get; } = Favours;

    public IReadOnlyCollection<string> Questions { get; } = [.. Favours.Select(Favour.Question)];

    public Task<Saying> AnswerAsync(Turn turn, CancellationToken cancellationToken) => Favour.AnswerAsync(turn, cancellationToken);
}
