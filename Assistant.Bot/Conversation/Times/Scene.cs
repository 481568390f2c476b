using Assistant.Scheduling.Calendar;

namespace Assistant.Bot.Conversation.Times;

/// <summary>Where and when the speaker stands.</summary>
internal sealed record Scene(DateTimeOffset Now, HomeTimeZone Zone, TimeLexicon Lexicon)
{
    public DateTime Local { get; } = Zone.LocalOf(Now);

    public DateOnly Today => DateOnly.FromDateTime(Local);
}
