namespace Assistant.Bot.Conversation.Times;

/// <summary>What sort of time a piece of a sentence names.</summary>
internal enum TimeKind
{
    Instant,
    Interval,
    Duration,
    Recurrence,
}
