namespace Assistant.Bot.Conversation.Learning;

/// <summary>
/// Learns from examples how much each trait speaks for each class: by itself, and through notions, in which traits that
/// mean alike come to stand for each other. Chances from 0 to 1, which together are 1.
/// </summary>
/// <remarks>
/// While it learns, words are forgotten at random, so that no word it happened to see is relied upon alone (Srivastava and
/// others, Dropout, 2014). Source of the rest: a network with one hidden layer beside multinomial logistic regression, by
/// stochastic gradient descent with a step of its own for each trait (Duchi, Hazan and Singer, Adaptive Subgradient
/// Methods, 2011). The same examples in the same order always give the same weights.
/// </remarks>
internal sealed class Learner
{
    /// <summary>How many notions one learner makes for itself.</summary>
    public const int Notions = 32;

    /// <summary>How often all examples are gone through. More learns them by heart and adds little for others.</summary>
    private const int Rounds = 8;

    /// <summary>The first step for each trait; it gets shorter the more the trait was moved already.</summary>
    private const float Step = 1;

    private const float StepOfNotions = 0.4f;

    /// <summary>How many times as fast a notion learns what belongs to it as what it speaks for.</summary>
    private const float FasterInward = 2;

    /// <summary>An example this sure of its class teaches nothing more.</summary>
    private const float SureEnough = 0.98f;

    /// <summary>How far from 0 the weights of notions may begin.</summary>
    private const float Beginning = 0.1f;

    /// <summary>So often each word of an example is forgotten.</summary>
    private const float ForgetsWord = 0.2f;

    /// <summary>So often the templates that fit it are.</summary>
    private const float ForgetsTemplates = 0.5f;

    private readonly Course course;
    private readonly Dice dice;
    private readonly int width;
    private readonly float[] direct;
    private readonly float[] inward;
    private readonly float[] outward;
    private readonly float[] movedDirect;
    private readonly float[] movedInward;
    private readonly float[] movedOutward = new float[Notions];
    private readonly float[] felt = new float[Notions];
    private readonly float[] blame = new float[Notions];
    private readonly float[] slope;

    private Learner(Course course, uint seed)
    {
        this.course = course;
        dice = new Dice(seed);
        width = Rows.Width(course.Classes);
        direct = new float[course.Traits * width];
        movedDirect = new float[course.Traits];
        inward = Begin(course.Wholes * Notions, Notions);
        movedInward = new float[course.Wholes];
        outward = Begin(Notions * width, course.Classes);
        slope = new float[width];
    }

    /// <param name="course">What to learn from.</param>
    /// <param name="seed">Two learners of different seeds make different mistakes.</param>
    public static Learner Teach(Course course, uint seed)
    {
        var learner = new Learner(course, seed);
        var order = Enumerable.Range(0, course.Examples.Count).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            learner.dice.Shuffle(order);
            foreach (var index in order)
            {
                learner.Learn(course.Examples[index]);
            }
        }

        return learner;
    }

    /// <summary>How much a trait speaks for each class.</summary>
    public ReadOnlySpan<float> Direct(int trait) => direct.AsSpan(trait * width, course.Classes);

    /// <summary>How much a trait, one of the wholes, belongs to each notion.</summary>
    public ReadOnlySpan<float> Inward(int trait) => inward.AsSpan(trait * Notions, Notions);

    /// <summary>How much a notion speaks for each class.</summary>
    public ReadOnlySpan<float> Outward(int notion) => outward.AsSpan(notion * width, course.Classes);

    private void Learn(Example example)
    {
        Span<int> kept = stackalloc int[example.Traits.Length];
        ReadOnlySpan<int> traits = kept[..Remember(example, kept)];
        var share = Softmax.Share(traits.Length);
        Weigh(traits, share);
        Softmax.ToChances(slope.AsSpan(0, course.Classes));
        if (slope[example.Class] > SureEnough)
        {
            return;
        }

        slope[example.Class] -= 1;
        var steepness = Rows.Product(slope, slope);
        MoveOutward(steepness);
        MoveInward(traits, share);
        foreach (var trait in traits)
        {
            movedDirect[trait] += share * share * steepness;
            Rows.Add(direct.AsSpan(trait * width, width), slope, -Step * share / MathF.Sqrt(movedDirect[trait]));
        }
    }

    // What is left of an example when some of its words are forgotten.
    private int Remember(Example example, Span<int> kept)
    {
        var forgotten = dice.Next() < ForgetsTemplates ? 1UL << Trait.Template : 0;
        for (var word = 0; word < Trait.MostWords; word++)
        {
            forgotten |= dice.Next() < ForgetsWord ? 1UL << word : 0;
        }

        var count = 0;
        for (var i = 0; i < example.Traits.Length; i++)
        {
            if ((example.SeenIn[i] & forgotten) == 0)
            {
                kept[count++] = example.Traits[i];
            }
        }

        return count;
    }

    private void Weigh(ReadOnlySpan<int> traits, float share)
    {
        Array.Clear(slope);
        Array.Clear(felt);
        foreach (var trait in traits)
        {
            Rows.Add(slope, direct.AsSpan(trait * width, width), share);
            if (trait < course.Wholes)
            {
                Rows.Add(felt, Inward(trait), share);
            }
        }

        for (var notion = 0; notion < Notions; notion++)
        {
            felt[notion] = MathF.Max(felt[notion], 0);
            Rows.Add(slope, outward.AsSpan(notion * width, width), felt[notion]);
        }
    }

    private void MoveOutward(float steepness)
    {
        for (var notion = 0; notion < Notions; notion++)
        {
            var row = outward.AsSpan(notion * width, width);
            blame[notion] = felt[notion] > 0 ? Rows.Product(row, slope) : 0;
            if (felt[notion] > 0)
            {
                movedOutward[notion] += felt[notion] * felt[notion] * steepness;
                Rows.Add(row, slope, -StepOfNotions * felt[notion] / MathF.Sqrt(movedOutward[notion] + float.Epsilon));
            }
        }
    }

    private void MoveInward(ReadOnlySpan<int> traits, float share)
    {
        var steepness = share * share * Rows.Product(blame, blame);
        if (steepness == 0)
        {
            return;
        }

        foreach (var trait in traits)
        {
            if (trait < course.Wholes)
            {
                movedInward[trait] += steepness;
                var step = -FasterInward * StepOfNotions * share / MathF.Sqrt(movedInward[trait]);
                Rows.Add(inward.AsSpan(trait * Notions, Notions), blame, step);
            }
        }
    }

    private float[] Begin(int length, int columns)
    {
        var weights = new float[length];
        var row = Rows.Width(columns);
        for (var i = 0; i < length; i++)
        {
            weights[i] = i % row < columns ? (dice.Next() - 0.5f) * 2 * Beginning : 0;
        }

        return weights;
    }
}

/// <summary>What is learned from.</summary>
/// <param name="Examples">In an order of no meaning.</param>
/// <param name="Classes">How many classes there are.</param>
/// <param name="Traits">How many traits there are.</param>
/// <param name="Wholes">How many of them, the first ones, can belong to notions.</param>
internal sealed record Course(IReadOnlyList<Example> Examples, int Classes, int Traits, int Wholes);

/// <summary>One to learn from: the numbers of its traits, the words each was seen in, and the class it belongs to.</summary>
internal readonly record struct Example(int[] Traits, ulong[] SeenIn, int Class);
