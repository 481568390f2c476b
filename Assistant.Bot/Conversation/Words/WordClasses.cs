namespace Assistant.Bot.Conversation.Words;

/// <summary>What a language's <c>words.yaml</c> says about single words.</summary>
internal sealed record WordClasses
{
    /// <summary>Contractions and variants to the words they stand for: <c>'k</c> to <c>ik</c>.</summary>
    public required IReadOnlyDictionary<string, string[]> WrittenOut { get; init; }

    /// <summary>Left out before anything else: "eh", "hoor", "alstublieft".</summary>
    public required IReadOnlySet<string> Fillers { get; init; }

    /// <summary>Names people call a machine by: "Alexa, ...".</summary>
    public required IReadOnlySet<string> Vocatives { get; init; }

    /// <summary>Words that may be skipped: articles, pronouns, small adverbs.</summary>
    public required IReadOnlySet<string> Light { get; init; }

    /// <summary>Words people open a turn with.</summary>
    public required IReadOnlySet<string> Openers { get; init; }

    /// <summary>Words that join two clauses.</summary>
    public required IReadOnlySet<string> Joins { get; init; }

    /// <summary>Numbers as words.</summary>
    public required IReadOnlySet<string> Numbers { get; init; }

    /// <summary>Everyday words outside the phrases, so that they are not taken for a misspelling of one inside.</summary>
    public required IReadOnlySet<string> Everyday { get; init; }

    /// <summary>Words that give a compound its meaning when they end it: "bloeddrukpillen" are pills.</summary>
    public required IReadOnlySet<string> Heads { get; init; }

    /// <summary>Endings that change a word's form, not its meaning: "-tje", "-s".</summary>
    public required IReadOnlyList<string> Endings { get; init; }

    public bool IsJoin(string word) => Joins.Contains(word);

    public WordKind KindOf(string word) =>
        Openers.Contains(word) ? WordKind.Opener : Light.Contains(word) || Joins.Contains(word) ? WordKind.Light : WordKind.Content;
}
