namespace Assistant.Bot.Conversation.Replies;

/// <summary>One way to say something: for the eye and, where they differ, for the ear.</summary>
internal sealed record Phrase(string Text, string? Speak)
{
    public IReadOnlyList<Piece> Eye { get; } = Template.Parse(Text);

    public IReadOnlyList<Piece> Ear { get; } = Template.Parse(Speak ?? Text);
}

/// <summary>Everything the assistant can say in one language, with the words by which it knows an expected answer.</summary>
internal sealed record SayPage(
    IReadOnlyDictionary<string, IReadOnlyList<Phrase>> Says,
    IReadOnlyDictionary<string, string> Choices,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Hears,
    SpokenForms Forms);

/// <summary>Everything the assistant can say, read from <c>Phrases/&lt;language&gt;/says/*.yaml</c>.</summary>
/// <remarks>
/// A folder inside <c>says</c> holds what a variant says differently: <c>nl/says/BE</c> is <c>nl-BE</c>, <c>nl/says/x-je</c>
/// is <c>nl-x-je</c> (Dutch that says "je"); all the rest it takes, key by key, from its language. A tag is looked up by
/// leaving out its last parts until a page is found. Source: RFC 4647 §3.4, RFC 5646 §2.2.7 (private use).
/// </remarks>
internal sealed class SayBook
{
    private const string FallBack = "nl";
    private readonly Dictionary<string, SayPage> pages;

    private SayBook(Dictionary<string, SayPage> pages) => this.pages = pages;

    /// <summary>The languages and variants it can speak. Shape: BCP 47.</summary>
    public IReadOnlyCollection<string> Languages => pages.Keys;

    /// <param name="folder">The folder that holds a folder for each language.</param>
    /// <exception cref="FormatException">A file is not well formed, or a key is there twice; says which.</exception>
    public static SayBook Load(string folder)
    {
        var pages = new Dictionary<string, SayPage>(StringComparer.OrdinalIgnoreCase);
        foreach (var language in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            var says = Path.Combine(language, "says");
            if (!Directory.Exists(says))
            {
                continue;
            }

            var name = Path.GetFileName(language);
            var own = SaySection.Read(says);
            pages.Add(name, own.ToPage());
            foreach (var variant in Directory.EnumerateDirectories(says))
            {
                pages.Add($"{name}-{Path.GetFileName(variant)}", SaySection.Read(variant).Over(own).ToPage());
            }
        }

        return new SayBook(pages);
    }

    /// <summary>The page of this language, or of the one it is a variant of; Dutch where there is none.</summary>
    public SayPage In(string language)
    {
        for (var tag = language; tag.Length > 0; tag = tag[..Math.Max(0, tag.LastIndexOf('-'))])
        {
            if (pages.TryGetValue(tag, out var page))
            {
                return page;
            }
        }

        return pages[FallBack];
    }
}
