namespace Assistant.Bot.Conversation;

/// <summary>How worrying a sentence is, before anything else is done with it.</summary>
internal enum Concern
{
    None,

    /// <summary>Somebody is in need, not in danger of life: stay, ask gently, tell whom the consent allows.</summary>
    Distress,

    /// <summary>Life may be in danger: 112 first, and the highest policy at once.</summary>
    Emergency,
}
