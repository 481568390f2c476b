namespace Assistant.Bot.Conversation.Words;

/// <summary>How much a word tells about what is meant.</summary>
internal enum WordKind
{
    /// <summary>Carries meaning; a reading has to account for it.</summary>
    Content,

    /// <summary>May stand anywhere without changing what is meant: articles, pronouns, small adverbs.</summary>
    Light,

    /// <summary>Opens a turn: "ja", "goedemorgen", "zeg".</summary>
    Opener,

    /// <summary>Part of a time expression.</summary>
    Time,
}
