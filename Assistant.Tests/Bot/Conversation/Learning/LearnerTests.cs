using Assistant.Bot.Conversation.Learning;

namespace Assistant.Tests.Bot.Conversation.Learning;

public sealed class LearnerTests
{
    // Traits 0 and 1 speak for class 0, 2 and 3 for class 1, 4 for class 2; 5 says nothing.
    private static readonly Course Course = new(
        [Of(0, 0, 1, 5), Of(0, 0, 5), Of(0, 1), Of(1, 2, 3, 5), Of(1, 3, 5), Of(1, 2), Of(2, 4, 5), Of(2, 4)], Classes: 3, Traits: 6, Wholes: 6);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    public void A_trait_speaks_for_the_class_it_was_seen_with(int trait, int expected)
    {
        var weights = Learner.Teach(Course, 1).Direct(trait).ToArray();

        Assert.Equal(expected, Array.IndexOf(weights, weights.Max()));
    }

    [Fact]
    public void The_same_examples_teach_the_same() =>
        Assert.Equal(Learner.Teach(Course, 1).Inward(2).ToArray(), Learner.Teach(Course, 1).Inward(2).ToArray());

    [Fact]
    public void Learners_of_different_seeds_make_different_notions() =>
        Assert.NotEqual(Learner.Teach(Course, 1).Inward(2).ToArray(), Learner.Teach(Course, 2).Inward(2).ToArray());

    private static Example Of(int number, params int[] traits) => new(traits, [.. traits.Select(trait => 1UL << trait)], number);
}
