namespace Assistant.Bot.Conversation;

/// <summary>What a sentence was taken to mean. Outside all our intents it is <see cref="Other"/>.</summary>
internal sealed record Understanding
{
    /// <summary>The intent of a sentence that means none of ours.</summary>
    public const string Other = "other";

    /// <summary>One of the intents of Phrases/, such as <c>medication.taken</c>, or <see cref="Other"/>.</summary>
    public required string Intent { get; init; }

    /// <summary>From 0 to 1; under <see cref="IntentRecognizer.AskBelow"/> the speaker is asked what was meant.</summary>
    public required double Confidence { get; init; }

    /// <summary>The second-best reading, worth offering when the first is unsure.</summary>
    public string? Otherwise { get; init; }

    /// <summary>What the words mean by themselves, where a question claimed them as its answer; null everywhere else.</summary>
    public string? Claimed { get; init; }

    /// <summary>Slot name (what, who, moment, amount, place) to the speaker's own words.</summary>
    public IReadOnlyDictionary<string, string> Slots { get; init; } = new Dictionary<string, string>();

    /// <summary>What else a sentence says that says two things, in the order it was said.</summary>
    public IReadOnlyList<Clause> Also { get; init; } = [];

    /// <summary>Where in the text the first of two things stands; null where the whole says one.</summary>
    public TextSpan? Said { get; init; }

    public Concern Concern { get; init; }

    /// <summary>Which template, corrections and likeness made the answer; for <c>understand --explain</c>.</summary>
    public IReadOnlyList<string> Trace { get; init; } = [];
}

/// <summary>A part of a sentence that means something of its own.</summary>
/// <param name="Said">Where it stands.</param>
/// <param name="Meaning">What it means.</param>
internal sealed record Clause(TextSpan Said, Understanding Meaning);
