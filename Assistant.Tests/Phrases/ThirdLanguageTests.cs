using Assistant.Bot.Conversation;
using Assistant.Tests.Bot.Conversation;

namespace Assistant.Tests.Phrases;

/// <summary>A new language is a folder of YAML: ten intents in Polish, without a line of code.</summary>
public sealed class ThirdLanguageTests
{
    private static readonly IntentRecognizer Recognizer = new(PhraseBook.Load(Recognition.Beside("ThirdLanguage")));

    [Theory]
    [InlineData("Wzięłam tabletki", "medication.taken")]
    [InlineData("wzielam tabletke", "medication.taken")]
    [InlineData("Leków jeszcze nie wziąłem", "medication.later")]
    [InlineData("Czy wzięłam już tabletki?", "medication.status")]
    [InlineData("przypomnij mi o spacerze", "reminder.add")]
    [InlineData("U mnie wszystko dobrze", "checkin.fine")]
    [InlineData("zadzwoń do córki", "help.contact")]
    [InlineData("Która jest godzina?", "time.now")]
    [InlineData("dzień dobry", "greeting")]
    [InlineData("tak", "yes")]
    [InlineData("nie", "no")]
    [InlineData("Upadłam i nie mogę wstać", "safety.emergency")]
    [InlineData("W telewizji ktoś się przewrócił", "other")]
    public void A_folder_of_sentences_is_a_language(string text, string intent)
    {
        Assert.Equal(intent, Recognizer.Recognize(text, "pl").Intent);
    }
}
