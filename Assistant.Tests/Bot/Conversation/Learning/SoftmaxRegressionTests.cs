using Assistant.Bot.Conversation.Learning;

namespace Assistant.Tests.Bot.Conversation.Learning;

public sealed class SoftmaxRegressionTests
{
    // Traits 0 and 1 speak for class 0, 2 and 3 for class 1, 4 for class 2; 5 says nothing.
    private static readonly Example[] Examples =
    [
        new([0, 1, 5], 0), new([0, 5], 0), new([1], 0), new([2, 3, 5], 1), new([3, 5], 1), new([2], 1), new([4, 5], 2), new([4], 2),
    ];

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    public void A_trait_speaks_for_the_class_it_was_seen_with(int trait, int expected)
    {
        var chances = Learned().Weigh([trait]);

        Assert.Equal(expected, Array.IndexOf(chances, chances.Max()));
        Assert.True(chances[expected] > 0.5);
    }

    [Fact]
    public void Chances_are_one_together() => Assert.Equal(1, Learned().Weigh([0, 3]).Sum(), 4);

    [Fact]
    public void Who_knows_nothing_of_a_sentence_prefers_nothing()
    {
        var chances = Learned().Weigh([]);

        Assert.All(chances[..3], chance => Assert.Equal(1 / 3f, chance, 3));
    }

    [Fact]
    public void The_same_examples_teach_the_same() => Assert.Equal(Learned().Weigh([0, 2, 4]), Learned().Weigh([0, 2, 4]));

    private static SoftmaxRegression Learned() => SoftmaxRegression.Learn(Examples, 3, 6);
}
