namespace Assistant.Bot.Conversation.Times;

/// <summary>How finely a time was named: "tomorrow" is a day, "at half past seven" a minute.</summary>
internal enum Grain
{
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}
