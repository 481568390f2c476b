using System.Numerics;
using System.Runtime.InteropServices;

namespace Assistant.Bot.Conversation.Learning;

/// <summary>
/// Learns from examples how much each trait speaks for each class, and weighs what it never saw by that. Chances from 0
/// to 1, which together are 1. Source: multinomial logistic regression by stochastic gradient descent, with a step of its
/// own for each trait (Duchi, Hazan and Singer, Adaptive Subgradient Methods, 2011).
/// </summary>
/// <remarks>The same examples in the same order always give the same weights.</remarks>
internal sealed class SoftmaxRegression
{
    /// <summary>How often all examples are gone through. More learns them by heart and adds little for others.</summary>
    private const int Rounds = 6;

    /// <summary>The first step for each trait; it gets shorter the more the trait was moved already.</summary>
    private const float Step = 2;

    /// <summary>An example this sure of its class teaches nothing more.</summary>
    private const float SureEnough = 0.98f;

    private readonly int classes;
    private readonly int width;
    private readonly float[] weights;
    private readonly float[] moved;

    private SoftmaxRegression(int classes, int traits)
    {
        this.classes = classes;
        width = (classes + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        weights = new float[width * traits];
        moved = new float[traits];
    }

    /// <param name="examples">Each the numbers of its traits and of its class.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="traits">How many traits there are.</param>
    public static SoftmaxRegression Learn(IReadOnlyList<Example> examples, int classes, int traits)
    {
        var model = new SoftmaxRegression(classes, traits);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var chance = 1u;
        for (var round = 0; round < Rounds; round++)
        {
            Shuffle(order, ref chance);
            foreach (var index in order)
            {
                model.Learn(examples[index]);
            }
        }

        return model;
    }

    /// <summary>How likely each class is, by its number.</summary>
    public float[] Weigh(ReadOnlySpan<int> traits)
    {
        var chances = new float[width];
        Score(traits, chances);
        ToChances(chances.AsSpan(0, classes));
        return chances;
    }

    /// <summary>How much a trait speaks for a class; below 0 it speaks against it.</summary>
    public float WeightOf(int trait, int numberOfClass) => weights[(trait * width) + numberOfClass];

    private void Learn(Example example)
    {
        var slope = Weigh(example.Traits);
        if (slope[example.Class] > SureEnough)
        {
            return;
        }

        slope[example.Class] -= 1;
        var share = Share(example.Traits.Length);
        var size = share * share * slope.Sum(part => part * part);
        foreach (var trait in example.Traits)
        {
            moved[trait] += size;
            Move(trait, slope, Step * share / MathF.Sqrt(moved[trait]));
        }
    }

    private void Move(int trait, float[] slope, float step)
    {
        var row = RowOf(trait);
        var parts = MemoryMarshal.Cast<float, Vector<float>>(slope.AsSpan());
        var length = new Vector<float>(step);
        for (var i = 0; i < row.Length; i++)
        {
            row[i] -= parts[i] * length;
        }
    }

    private void Score(ReadOnlySpan<int> traits, float[] scores)
    {
        var sum = MemoryMarshal.Cast<float, Vector<float>>(scores.AsSpan());
        foreach (var trait in traits)
        {
            var row = RowOf(trait);
            for (var i = 0; i < row.Length; i++)
            {
                sum[i] += row[i];
            }
        }

        var share = new Vector<float>(Share(traits.Length));
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] *= share;
        }
    }

    private Span<Vector<float>> RowOf(int trait) =>
        MemoryMarshal.Cast<float, Vector<float>>(weights.AsSpan(trait * width, width));

    /// <summary>However long a sentence, its traits together count for one voice: each for this much.</summary>
    public static float Share(int traits) => 1 / MathF.Sqrt(Math.Max(traits, 1));

    /// <summary>Turns scores into chances that together are 1 (softmax).</summary>
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

    private static void Shuffle(int[] order, ref uint chance)
    {
        for (var i = order.Length - 1; i > 0; i--)
        {
            chance = (chance * 1664525u) + 1013904223u;
            var other = (int)((chance >> 8) % (uint)(i + 1));
            (order[i], order[other]) = (order[other], order[i]);
        }
    }
}

/// <summary>Something to learn from: the numbers of its traits, and of the class it belongs to.</summary>
internal readonly record struct Example(int[] Traits, int Class);
