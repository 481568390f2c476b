using Assistant.Scheduling.Calendar;

namespace Assistant.Bot.Conversation.Times;

/// <summary>Where and when the speaker stands.</summary>
internal sealed record Scene(DateTimeOffset Now, HomeTimeZone Zone, TimeLexicon Lexicon)
{
    /// <summary>The part of the day that another word of the sentence suggests, such as an alarm clock.</summary>
    public Part? Likely { get; init; }

    public DateTime Local { get; } = Zone.LocalOf(Now);

    public DateOnly Today => DateOnly.FromDateTime(Local);
}
