using Assistant.Bot.Conversation.Phrasing;

namespace Assistant.Bot.Conversation.Learning;

/// <summary>
/// Makes long sentences of short ones: people tell a story around what they ask, before it or after, and what is asked is
/// what is meant. Two stories beside each other ask nothing.
/// </summary>
internal static class Stories
{
    /// <summary>One story for so many samples.</summary>
    private const int Every = 4;

    private const int FewestWords = 4;

    /// <summary>The seed of which sentences come together.</summary>
    private const uint Seed = 7;

    /// <summary>What people tell without asking for anything.</summary>
    private static readonly string[] Told =
        ["companion.chat", "companion.memory", Understanding.Other, "checkin.fine", "checkin.unwell"];

    /// <summary>What says too little to be looked for within a story.</summary>
    private static readonly string[] Small =
        ["yes", "no", "greeting", "thanks", "goodbye", "repeat", "louder", "slower", "never_mind"];

    /// <param name="samples">The sentences of one language.</param>
    public static IEnumerable<SampleSentence> Of(IReadOnlyList<SampleSentence> samples)
    {
        var told = samples.Where(IsTold).ToList();
        var asked = samples.Where(sample => !Told.Contains(sample.Intent) && !Small.Contains(sample.Intent) && CanStand(sample)).ToList();
        var dice = new Dice(Seed);
        for (var i = 0; i < samples.Count / Every && told.Count > 0 && asked.Count > 0; i++)
        {
            var (story, other, request) = (dice.Of(told), dice.Of(told), dice.Of(asked));
            yield return dice.Next() < 0.6f ? Joined(story, request, request) : Joined(request, story, request);
            if (!IsFeeling(story) && !IsFeeling(other))
            {
                yield return Joined(story, other, story);
            }
        }
    }

    private static SampleSentence Joined(SampleSentence first, SampleSentence second, SampleSentence meant) =>
        meant with { Text = $"{first.Text.TrimEnd('.', '!', '?')}, {second.Text}" };

    private static bool IsTold(SampleSentence sample) =>
        sample.Awaiting is null && Told.Contains(sample.Intent) && sample.Text.Count(char.IsWhiteSpace) >= FewestWords - 1;

    // Who was asked to look after somebody tells no stories.
    private static bool CanStand(SampleSentence sample) => !sample.Intent.StartsWith("responder.", StringComparison.Ordinal);

    // How somebody feels is meant, whatever else is told.
    private static bool IsFeeling(SampleSentence sample) => sample.Intent.StartsWith("checkin.", StringComparison.Ordinal);
}
