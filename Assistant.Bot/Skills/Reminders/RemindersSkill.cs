using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Delivery;

namespace Assistant.Bot.Skills.Reminders;

/// <summary>Reminders of her own by word: not learned yet, and it says so.</summary>
internal sealed class RemindersSkill : ISkill
{
    public IReadOnlyCollection<string> Intents { get; } = ["reminder.add", "reminder.cancel", "reminder.list"];

    public Task<Saying> AnswerAsync(Turn turn, CancellationToken cancellationToken) =>
        Task.FromResult(Saying.Of(turn.Understanding.Intent is "reminder.list" ? "reminder.list" : "reminder.not_yet"));
}
