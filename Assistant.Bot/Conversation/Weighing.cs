using Assistant.Bot.Conversation.Phrasing;

namespace Assistant.Bot.Conversation;

/// <summary>Holds the templates that fit a sentence against what the samples taught: each speaks, neither decides alone.</summary>
internal static class Weighing
{
    /// <summary>How much a template that fits, and is sure of it, speaks for its intent: e to this power times.</summary>
    private const double WeightOfTemplate = 3;

    /// <summary>What never occurred in the samples is still possible.</summary>
    private const double LeastChance = 1e-4;

    /// <summary>Far more is said that is not for us than all samples of it can show: so much heavier it weighs.</summary>
    private const float WeightOfOther = 12;

    /// <summary>Every intent there is a reason for, the likeliest first; chances from 0 to 1.</summary>
    /// <param name="taught">What the samples say; null where there are too few, and the templates stand alone.</param>
    /// <param name="fitting">The templates that fit, the weightiest first.</param>
    public static IReadOnlyList<Likely> Rank(IReadOnlyDictionary<string, float>? taught, IReadOnlyList<Match> fitting)
    {
        if (taught is null)
        {
            return [.. fitting.DistinctBy(match => match.Intent).Select(match => new Likely(match.Intent, match.Confidence))];
        }

        var chances = taught.ToDictionary(
            pair => pair.Key, pair => LeastChance + (pair.Key == Understanding.Other ? WeightOfOther * pair.Value : pair.Value));
        foreach (var match in fitting.DistinctBy(match => match.Intent))
        {
            var share = match.Weight / fitting[0].Weight;
            chances[match.Intent] = chances.GetValueOrDefault(match.Intent, LeastChance)
                * Math.Exp(WeightOfTemplate * match.Confidence * share * share);
        }

        var all = chances.Values.Sum();
        return [.. chances.Select(pair => new Likely(pair.Key, pair.Value / all)).OrderByDescending(likely => likely.Chance)];
    }
}

/// <summary>What a sentence may mean, and how likely that is.</summary>
internal readonly record struct Likely(string Intent, double Chance);
