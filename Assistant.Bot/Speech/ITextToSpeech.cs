namespace Assistant.Bot.Speech;

/// <summary>Says words aloud: a port to whatever voice there is.</summary>
internal interface ITextToSpeech
{
    /// <summary>Makes sound of plain text.</summary>
    Task<SpokenOutcome> SayAsync(SpokenText text, CancellationToken cancellationToken);
}

/// <summary>What is to be said.</summary>
/// <param name="Words">Plain text, written for the ear.</param>
/// <param name="Language">Shape: BCP 47.</param>
internal sealed record SpokenText(string Words, string Language);

/// <summary>What came of it.</summary>
internal abstract record SpokenOutcome
{
    private SpokenOutcome()
    {
    }

    /// <summary>Sound.</summary>
    /// <param name="Audio">The bytes of a whole file.</param>
    /// <param name="ContentType">Its media type.</param>
    public sealed record Sound(ReadOnlyMemory<byte> Audio, string ContentType) : SpokenOutcome;

    /// <summary>There is no voice on this machine.</summary>
    /// <param name="Hint">How to get one; English, for whoever keeps the machine.</param>
    public sealed record NoVoice(string Hint) : SpokenOutcome;

    /// <summary>It did not work this time.</summary>
    public sealed record Failed(string Reason) : SpokenOutcome;
}
