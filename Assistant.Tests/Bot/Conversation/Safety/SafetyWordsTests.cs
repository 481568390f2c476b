using Assistant.Bot.Conversation;
using Assistant.Bot.Conversation.Safety;

namespace Assistant.Tests.Bot.Conversation.Safety;

public sealed class SafetyWordsTests
{
    [Theory]
    [InlineData("nl", "help ik ben uitgegleden en kom niet overeind", "Emergency")]
    [InlineData("nl", "mijn buurvrouw is net gevallen", "Emergency")]
    [InlineData("nl", "vorig jaar viel ik ook en nu lig ik weer op de grond", "Emergency")]
    [InlineData("nl", "ik heb mijn pillen dubbel ingenomen", "Emergency")]
    [InlineData("nl", "voor mij hoeft het allemaal niet meer", "Distress")]
    [InlineData("nl", "vorig jaar ben ik gevallen", "None")]
    [InlineData("nl", "ik heb gedroomd dat ik ging vallen", "None")]
    [InlineData("nl", "ik ben niet gevallen", "None")]
    [InlineData("nl", "ik ben in slaap gevallen", "None")]
    [InlineData("nl", "ik lach me dood", "None")]
    [InlineData("en", "i fell in the bathroom and my hip hurts", "Emergency")]
    [InlineData("en", "they would all be better off without me", "Distress")]
    [InlineData("en", "i fell asleep in my chair", "None")]
    [InlineData("en", "he died laughing on tv", "None")]
    public void Signs_are_told_from_stories(string language, string text, string concern)
    {
        Assert.Equal(Enum.Parse<Concern>(concern), Read(text, language).Concern);
    }

    [Fact]
    public void A_no_to_are_you_all_right_is_a_sign_by_itself()
    {
        Assert.Equal(Concern.Emergency, Read("nee", "nl", "safety.ok?").Concern);
        Assert.Equal(Concern.None, Read("nee", "nl").Concern);
    }

    [Fact]
    public void A_sign_deep_in_a_long_story_is_found()
    {
        var story = string.Join(' ', Enumerable.Repeat("de zon scheen en de vogels zongen", 40));

        Assert.Equal(Concern.Emergency, Read($"{story}. Ik krijg geen lucht. {story}", "nl").Concern);
    }

    private static SafetyFinding Read(string text, string language, string? awaiting = null) =>
        new SafetyWords(Recognition.Phrases).Read(text, language, awaiting);
}
