using System.Runtime.InteropServices;

namespace Assistant.Bot.Conversation.Learning;

/// <summary>Tells to which class a sentence belongs, by the sentences it learned from: chances from 0 to 1, together 1.</summary>
/// <remarks>
/// Weights are kept as whole steps from -127 to 127: a quarter of the memory, and what is lost is less than what two
/// examples more or less would change.
/// </remarks>
internal sealed class SentenceJudge
{
    /// <summary>A trait of fewer examples says more about those than about their class.</summary>
    private const int FewestExamples = 3;

    private const int MostSteps = 127;

    private readonly string[] classes;
    private readonly Dictionary<ulong, int> traits;
    private readonly sbyte[] weights;
    private readonly float step;

    private SentenceJudge(string[] classes, Dictionary<ulong, int> traits, sbyte[] weights, float step)
    {
        this.classes = classes;
        this.traits = traits;
        this.weights = weights;
        this.step = step;
    }

    /// <summary>Learns from the traits of each sentence and its class.</summary>
    public static SentenceJudge Learn(IReadOnlyList<Lesson> lessons)
    {
        var classes = lessons.Select(lesson => lesson.Class).Distinct().Order(StringComparer.Ordinal).ToArray();
        var numbers = classes.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        var traits = Frequent(lessons);
        var examples = lessons.Select(lesson => new Example(Known(lesson.Traits, traits), numbers[lesson.Class])).ToList();
        var learned = SoftmaxRegression.Learn(examples, classes.Length, traits.Count);
        return InSteps(classes, traits, learned);
    }

    /// <summary>How likely each class is for a sentence of these traits.</summary>
    public IReadOnlyDictionary<string, float> Weigh(IReadOnlyCollection<ulong> noticed)
    {
        var sums = new int[classes.Length];
        var known = Known(noticed, traits);
        foreach (var trait in known)
        {
            var row = weights.AsSpan(trait * sums.Length, sums.Length);
            for (var i = 0; i < row.Length; i++)
            {
                sums[i] += row[i];
            }
        }

        var share = step * SoftmaxRegression.Share(known.Length);
        var chances = sums.Select(sum => sum * share).ToArray();
        SoftmaxRegression.ToChances(chances);
        return classes.Index().ToDictionary(pair => pair.Item, pair => chances[pair.Index]);
    }

    /// <summary>How much one trait speaks for a class; below 0 it speaks against it, and 0 is a trait nobody knows.</summary>
    public float WeightOf(ulong trait, string chosen) =>
        traits.TryGetValue(trait, out var number) && Array.IndexOf(classes, chosen) is >= 0 and var index
            ? step * weights[(number * classes.Length) + index]
            : 0;

    public void Write(BinaryWriter file)
    {
        file.Write(classes.Length);
        Array.ForEach(classes, file.Write);
        file.Write(step);
        file.Write(traits.Count);
        foreach (var (trait, _) in traits.OrderBy(pair => pair.Value))
        {
            file.Write(trait);
        }

        file.Write(MemoryMarshal.AsBytes(weights.AsSpan()));
    }

    /// <summary>The judge that <see cref="Write"/> wrote.</summary>
    public static SentenceJudge Read(BinaryReader file)
    {
        var classes = new string[file.ReadInt32()];
        for (var i = 0; i < classes.Length; i++)
        {
            classes[i] = file.ReadString();
        }

        var step = file.ReadSingle();
        var count = file.ReadInt32();
        var traits = new Dictionary<ulong, int>(count);
        for (var i = 0; i < count; i++)
        {
            traits.Add(file.ReadUInt64(), i);
        }

        var weights = new sbyte[count * classes.Length];
        file.BaseStream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return new SentenceJudge(classes, traits, weights, step);
    }

    private static Dictionary<ulong, int> Frequent(IReadOnlyList<Lesson> lessons)
    {
        var counts = new Dictionary<ulong, int>();
        foreach (var trait in lessons.SelectMany(lesson => lesson.Traits))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, trait, out _)++;
        }

        return counts.Where(pair => pair.Value >= FewestExamples).Index().ToDictionary(pair => pair.Item.Key, pair => pair.Index);
    }

    private static SentenceJudge InSteps(string[] classes, Dictionary<ulong, int> traits, SoftmaxRegression learned)
    {
        var exact = Enumerable.Range(0, traits.Count)
            .SelectMany(trait => Enumerable.Range(0, classes.Length).Select(index => learned.WeightOf(trait, index))).ToArray();
        var step = exact.Max(Math.Abs) / MostSteps;
        return new SentenceJudge(classes, traits, [.. exact.Select(weight => (sbyte)MathF.Round(weight / step))], step);
    }

    private static int[] Known(IReadOnlyCollection<ulong> noticed, Dictionary<ulong, int> traits)
    {
        var known = new List<int>(noticed.Count);
        foreach (var trait in noticed)
        {
            if (traits.TryGetValue(trait, out var number))
            {
                known.Add(number);
            }
        }

        return [.. known];
    }
}

/// <summary>Something to learn from.</summary>
/// <param name="Traits">What is noticed about a sentence, each once.</param>
/// <param name="Class">What it is an example of.</param>
internal sealed record Lesson(IReadOnlyCollection<ulong> Traits, string Class);
