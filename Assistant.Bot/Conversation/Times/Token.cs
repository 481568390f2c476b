namespace Assistant.Bot.Conversation.Times;

/// <summary>A word, a run of digits or one sign of a sentence, as the grammar compares it.</summary>
/// <param name="Text">Lower case, without marks on the letters.</param>
/// <param name="Start">Where it begins in the sentence as given, in UTF-16 units.</param>
/// <param name="End">The first place after it.</param>
internal readonly record struct Token(string Text, int Start, int End)
{
    /// <summary>Whether nothing stands between this token and the one before.</summary>
    public bool IsGlued { get; init; }

    /// <summary>Whether a letter carried a mark: only then is the Dutch "één" a number without doubt.</summary>
    public bool IsMarked { get; init; }

    public bool IsNumber => char.IsAsciiDigit(Text[0]);

    public bool IsWord => char.IsLetter(Text[0]) || (Text[0] == '\'' && Text.Length > 1);
}
