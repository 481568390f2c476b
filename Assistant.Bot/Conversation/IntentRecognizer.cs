namespace Assistant.Bot.Conversation;

/// <summary>Finds what a sentence means.</summary>
internal sealed class IntentRecognizer(PhraseBook phrases)
{
    /// <summary>Under this confidence the speaker is asked what was meant.</summary>
    public const double AskBelow = 0.6;

    public Understanding Recognize(string text, string language, string? awaiting = null) => new()
    {
        Intent = Understanding.Other,
        Confidence = phrases.Languages.Contains(language) ? 1 : 0,
    };
}
