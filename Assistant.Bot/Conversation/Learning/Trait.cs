namespace Assistant.Bot.Conversation.Learning;

/// <summary>Something noticed about a sentence.</summary>
/// <param name="Name">A number made of its letters.</param>
/// <param name="SeenIn">The words it was seen in, a bit each; none where other words would have shown it as well.</param>
/// <param name="Kind">How much it tells by itself.</param>
internal readonly record struct Trait(ulong Name, ulong SeenIn, TraitKind Kind)
{
    /// <summary>Of a longer text only the first words are noticed, so that each has its bit.</summary>
    public const int MostWords = 60;

    /// <summary>The bit of what was not seen in a word, but in a template that fits.</summary>
    public const int Template = 63;
}

/// <summary>How much a trait tells by itself.</summary>
internal enum TraitKind
{
    /// <summary>It has a meaning of its own: a word, a kind of word, a template.</summary>
    Whole,

    /// <summary>It means something only where it was seen: two words, or two kinds, beside each other.</summary>
    Combined,

    /// <summary>A few letters of a word.</summary>
    Piece,
}
