namespace Assistant.Bot.Conversation.Learning;

/// <summary>From what speaks for each class to how likely it is.</summary>
internal static class Softmax
{
    /// <summary>However long a sentence, its traits together count for one voice: each for this much.</summary>
    public static float Share(int traits) => 1 / MathF.Sqrt(Math.Max(traits, 1));

    /// <summary>Turns scores into chances from 0 to 1 that together are 1.</summary>
    public static void ToChances(Span<float> scores)
    {
        var most = float.MinValue;
        foreach (var score in scores)
        {
            most = MathF.Max(most, score);
        }

        var total = 0f;
        foreach (ref var score in scores)
        {
            score = MathF.Exp(score - most);
            total += score;
        }

        foreach (ref var score in scores)
        {
            score /= total;
        }
    }
}
