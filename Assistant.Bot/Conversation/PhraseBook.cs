namespace Assistant.Bot.Conversation;

/// <summary>
/// The sentences of every language, read from <c>Phrases/&lt;language&gt;/*.yaml</c>. A new language is a new folder; a
/// language is read when it is first heard, or by <see cref="WarmUp"/>.
/// </summary>
internal sealed class PhraseBook
{
    private readonly Dictionary<string, Lazy<LanguagePhrases>> languages;

    private PhraseBook(Dictionary<string, Lazy<LanguagePhrases>> languages) => this.languages = languages;

    /// <summary>Where a built program finds its phrases, wherever it is started from.</summary>
    public static string FolderOfProgram => Path.Combine(AppContext.BaseDirectory, "Phrases");

    /// <summary>BCP 47 tags; one folder each.</summary>
    public IReadOnlyCollection<string> Languages => languages.Keys;

    /// <param name="folder">The folder that holds a folder for each language.</param>
    public static PhraseBook Load(string folder) => new(
        Directory.EnumerateDirectories(folder)
            .Order(StringComparer.Ordinal)
            .ToDictionary(
                path => Path.GetFileName(path),
                path => new Lazy<LanguagePhrases>(() => LanguagePhrases.Load(path))));

    /// <exception cref="ArgumentException">There are no phrases in this language.</exception>
    /// <exception cref="FormatException">A phrase file is not well formed.</exception>
    public LanguagePhrases In(string language) =>
        languages.TryGetValue(language, out var phrases)
            ? phrases.Value
            : throw new ArgumentException($"There are no phrases in '{language}'.", nameof(language));

    /// <summary>Reads every language now, so that the first speaker does not wait.</summary>
    public void WarmUp() => Parallel.ForEach(languages.Values, language => _ = language.Value);
}
