namespace Assistant.Bot.Conversation.Learning;

/// <summary>Tells to which class a sentence belongs, by the sentences it learned from: chances from 0 to 1, together 1.</summary>
/// <remarks>
/// Several learners, who forgot different words, are heard as one: what each says of a trait is averaged, and the notions
/// of all stand side by side.
/// </remarks>
internal sealed class SentenceJudge
{
    private const int Learners = 4;

    /// <summary>A trait of fewer examples says more about those than about their class.</summary>
    private const int FewestExamples = 4;

    /// <summary>The same of pieces of words, of which there are very many.</summary>
    private const int FewestOfPiece = 3;

    private readonly string[] classes;
    private readonly TraitBook traits;
    private readonly WeightTable direct;
    private readonly WeightTable inward;
    private readonly WeightTable outward;

    private SentenceJudge(string[] classes, TraitBook traits, WeightTable direct, WeightTable inward, WeightTable outward)
    {
        this.classes = classes;
        this.traits = traits;
        this.direct = direct;
        this.inward = inward;
        this.outward = outward;
    }

    /// <summary>Learns from the traits of each sentence and its class.</summary>
    /// <param name="lessons">What is learned from; nothing else makes a trait known.</param>
    /// <param name="more">What is learned from as well, made from the same sentences.</param>
    public static SentenceJudge Learn(IReadOnlyList<Lesson> lessons, IReadOnlyList<Lesson>? more = null)
    {
        var classes = lessons.Select(lesson => lesson.Class).Distinct().Order(StringComparer.Ordinal).ToArray();
        var frequent = Frequent(lessons);
        var traits = TraitBook.Of([.. frequent.Select(trait => trait.Name)]);
        var examples = lessons.Concat(more ?? []).Select(lesson => ExampleOf(lesson, traits, Array.IndexOf(classes, lesson.Class))).ToList();
        var course = new Course(examples, classes.Length, frequent.Count, frequent.Count(trait => trait.Kind == TraitKind.Whole));
        var learners = new Learner[Learners];
        Parallel.For(0, Learners, seed => learners[seed] = Learner.Teach(course, (uint)seed + 1));
        return Together(classes, traits, course, learners);
    }

    /// <summary>How likely each class is for a sentence of these traits.</summary>
    public IReadOnlyDictionary<string, float> Weigh(IReadOnlyCollection<Trait> noticed)
    {
        var known = Known(noticed);
        var share = Softmax.Share(known.Length);
        var chances = direct.Sum(known);
        for (var i = 0; i < chances.Length; i++)
        {
            chances[i] *= share;
        }

        var felt = inward.Sum(known.Where(trait => trait < inward.Rows).ToArray());
        for (var notion = 0; notion < felt.Length; notion++)
        {
            for (var i = 0; i < chances.Length && felt[notion] > 0; i++)
            {
                chances[i] += felt[notion] * share * outward.At(notion, i);
            }
        }

        Softmax.ToChances(chances);
        return classes.Index().ToDictionary(pair => pair.Item, pair => chances[pair.Index]);
    }

    /// <summary>How much one trait speaks for a class; below 0 it speaks against it, and 0 is a trait nobody knows.</summary>
    public float WeightOf(ulong trait, string chosen) =>
        traits.TryNumber(trait, out var number) && Array.IndexOf(classes, chosen) is >= 0 and var index
            ? direct.At(number, index)
            : 0;

    public void Write(BinaryWriter file)
    {
        file.Write(classes.Length);
        Array.ForEach(classes, file.Write);
        traits.Write(file);
        direct.Write(file);
        inward.Write(file);
        outward.Write(file);
    }

    /// <summary>The judge that <see cref="Write"/> wrote.</summary>
    public static SentenceJudge Read(BinaryReader file)
    {
        var classes = new string[file.ReadInt32()];
        for (var i = 0; i < classes.Length; i++)
        {
            classes[i] = file.ReadString();
        }

        return new SentenceJudge(classes, TraitBook.Read(file), WeightTable.Read(file), WeightTable.Read(file), WeightTable.Read(file));
    }

    // What can belong to notions comes first.
    private static List<Trait> Frequent(IReadOnlyList<Lesson> lessons) =>
    [
        .. lessons.SelectMany(lesson => lesson.Traits).GroupBy(trait => trait.Name)
            .Where(group => group.Count() >= (group.First().Kind == TraitKind.Piece ? FewestOfPiece : FewestExamples))
            .Select(group => group.First())
            .OrderBy(trait => trait.Kind != TraitKind.Whole),
    ];

    private static Example ExampleOf(Lesson lesson, TraitBook traits, int number)
    {
        var (known, seenIn) = (new List<int>(lesson.Traits.Count), new List<ulong>(lesson.Traits.Count));
        foreach (var trait in lesson.Traits)
        {
            if (traits.TryNumber(trait.Name, out var found))
            {
                known.Add(found);
                seenIn.Add(trait.SeenIn);
            }
        }

        return new Example([.. known], [.. seenIn], number);
    }

    private static SentenceJudge Together(string[] classes, TraitBook traits, Course course, Learner[] learners)
    {
        var direct = new float[course.Traits * course.Classes];
        for (var i = 0; i < direct.Length; i++)
        {
            foreach (var learner in learners)
            {
                direct[i] += learner.Direct(i / course.Classes)[i % course.Classes] / learners.Length;
            }
        }

        float[] inward = [.. Enumerable.Range(0, course.Wholes).SelectMany(trait => learners.SelectMany(learner => learner.Inward(trait).ToArray()))];
        float[] outward =
        [
            .. learners.SelectMany(learner => Enumerable.Range(0, Learner.Notions).SelectMany(notion => learner.Outward(notion).ToArray()))
                .Select(weight => weight / learners.Length),
        ];
        return new SentenceJudge(
            classes,
            traits,
            WeightTable.Of(course.Classes, direct),
            WeightTable.Of(Learner.Notions * learners.Length, inward),
            WeightTable.Of(course.Classes, outward));
    }

    private int[] Known(IReadOnlyCollection<Trait> noticed)
    {
        var known = new List<int>(noticed.Count);
        foreach (var trait in noticed)
        {
            if (traits.TryNumber(trait.Name, out var number))
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
internal sealed record Lesson(IReadOnlyCollection<Trait> Traits, string Class);
