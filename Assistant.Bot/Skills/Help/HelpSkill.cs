using Assistant.Bot.Conversation.Neighbours;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Delivery;

namespace Assistant.Bot.Skills.Help;

/// <summary>Help from neighbours: it helps to ask, and asks only what she says yes to.</summary>
internal sealed class HelpSkill : ISkill
{
    private static readonly string[] Favours = ["help.ride", "help.groceries", "help.meal", "help.chore", "help.company"];

    public IReadOnlyCollection<string> Intents { get; } = [.. Favours, "help.contact"];

    public IReadOnlyCollection<string> Questions { get; } = [.. Favours.Select(Favour.Question)];

    public Task<Saying> AnswerAsync(Turn turn, CancellationToken cancellationToken) => turn.Understanding.Intent is "help.contact"
        ? Task.FromResult(Saying.Of("help.contact"))
        : Favour.AnswerAsync(turn, cancellationToken);
}
