using Assistant.Bot.Conversation.Learning;
using Assistant.Bot.Conversation.Phrasing;

namespace Assistant.Tests.Bot.Conversation.Learning;

public sealed class StoriesTests
{
    private static readonly List<SampleSentence> Samples =
    [
        .. Enumerable.Range(0, 40).Select(day => new SampleSentence($"I swept the yard on day {day}.", null, "companion.chat")),
        .. Enumerable.Range(0, 40).Select(day => new SampleSentence($"wake me on day {day}", null, "reminder.add")),
        new("yes", null, "yes"), new("on my way", null, "responder.going"),
    ];

    private static readonly List<SampleSentence> Told = [.. Stories.Of(Samples)];

    [Fact]
    public void What_is_asked_in_a_story_is_what_is_meant() =>
        Assert.All(
            Told.Where(story => story.Text.Contains("wake me", StringComparison.Ordinal)),
            story => Assert.Equal("reminder.add", story.Intent));

    [Fact]
    public void It_is_asked_before_the_story_or_after_it()
    {
        Assert.Contains(Told, story => story.Text.StartsWith("wake me", StringComparison.Ordinal));
        Assert.Contains(Told, story => story.Text.StartsWith("I swept the yard on day", StringComparison.Ordinal) && story.Intent == "reminder.add");
    }

    [Fact]
    public void Two_stories_ask_nothing() => Assert.Contains(Told, story => story.Intent == "companion.chat");

    [Fact]
    public void Small_answers_and_those_who_look_after_somebody_tell_none() =>
        Assert.DoesNotContain(Told, story => story.Intent is "yes" or "responder.going");
}
