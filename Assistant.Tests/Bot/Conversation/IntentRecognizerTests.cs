using Assistant.Bot.Conversation;

namespace Assistant.Tests.Bot.Conversation;

public sealed class IntentRecognizerTests
{
    [Theory]
    [InlineData("ik heb mijn medicijnen ingenomen")]
    [InlineData("IK HEB MIJN MEDICIJNEN INGENOMEN!!!")]
    [InlineData("ik heb mijn medicijne ingenomn")]
    [InlineData("eh nou ja ik heb mijn medicijnen dus gewoon ingenomen hoor")]
    [InlineData("mijn medicijnen heb ik ingenomen")]
    [InlineData("'k heb m'n medicijnkes ingenomen zulle")]
    [InlineData("ik heb mijn bloed druk pillen ingenomen")]
    [InlineData("ik heb mijn hartmedicijnen ingenomen")]
    public void The_same_thing_said_otherwise_means_the_same(string text)
    {
        Assert.Equal("medication.taken", Understand(text).Intent);
    }

    [Theory]
    [InlineData("ik heb mijn medicijnen nog niet ingenomen", "medication.later")]
    [InlineData("heb ik mijn medicijnen ingenomen", "medication.status")]
    [InlineData("ik geloof dat ik mijn medicijnen heb ingenomen", "medication.status")]
    [InlineData("mijn man heeft zijn medicijnen ingenomen", "other")]
    [InlineData("gisteren heb ik mijn medicijnen ingenomen", "other")]
    [InlineData("ik ga mijn medicijnen straks innemen", "medication.later")]
    [InlineData("ik heb mijn medicijnen overgeslagen", "medication.skipped")]
    [InlineData("Greet hoeft voortaan niet te weten of ik mijn druppels heb genomen", "privacy.stop")]
    public void Negation_doubt_tense_and_person_change_the_meaning(string text, string intent)
    {
        Assert.Equal(intent, Understand(text).Intent);
    }

    [Theory]
    [InlineData(null, "other")]
    [InlineData("medication.taken?", "medication.later")]
    public void An_open_question_changes_the_reading(string? awaiting, string intent)
    {
        Assert.Equal(intent, Understand("dadelijk", awaiting).Intent);
    }

    [Theory]
    [InlineData("medication.taken?")]
    [InlineData("confirm?")]
    [InlineData("neighbourhood.invite?")]
    [InlineData("checkin.mood?")]
    public void A_bare_yes_or_no_stays_one(string awaiting)
    {
        Assert.Equal(("yes", "no"), (Understand("ja", awaiting).Intent, Understand("nee", awaiting).Intent));
    }

    [Theory]
    [InlineData("ik heb vanmiddag met de buurvrouw op het bankje in de zon gezeten", "companion.chat")]
    [InlineData("zet de buitenlamp op de oprit uit", "other")]
    public void What_asks_nothing_of_us_is_told_to_us_or_is_not_for_us(string text, string intent)
    {
        Assert.Equal(intent, Understand(text).Intent);
    }

    [Theory]
    [InlineData("alexa, zet het rolluik omlaag", "other")]
    [InlineData("Siri vertel eens een mop", "companion.joke")]
    [InlineData("is dit alexa", "bot.identity")]
    public void Who_calls_us_by_another_machines_name_is_not_asking_who_we_are(string text, string intent)
    {
        Assert.Equal(intent, Understand(text).Intent);
    }

    [Theory]
    [InlineData(null, "other", "companion.chat")]
    [InlineData("confirm?", "yes", "yes")]
    public void A_yes_before_something_else_answers_only_what_was_asked(string? awaiting, string one, string other)
    {
        Assert.Contains(Understand("akkoord, de dekbedden liggen al op zolder", awaiting).Intent, (string[])[one, other]);
    }

    [Fact]
    public void A_likely_dose_nobody_wrote_a_phrase_for_is_asked_after_when_it_answers_the_question()
    {
        var answer = Understand("zij zijn met een bodempje karnemelk weggewerkt", "medication.taken?");

        Assert.Equal("medication.taken", answer.Intent);
        Assert.True(answer.Confidence < IntentRecognizer.AskBelow);
    }

    [Theory]
    [InlineData("ik heb ze met een slok karnemelk ingenomen")]
    [InlineData("ik heb mijn hand en mijn pols bezeerd")]
    [InlineData("stilte graag")]
    public void Words_that_are_whole_are_not_read_as_another(string text)
    {
        Assert.DoesNotContain(Understand(text).Trace, line => line.StartsWith("read ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ik heb iets doorgeslikt maar of het de goede was")]
    [InlineData("ik heb ze genomen, of had ik ze nou gisteren genomen, weet jij het")]
    public void A_doubt_takes_back_what_was_said_before_it(string text)
    {
        Assert.NotEqual("medication.taken", Understand(text, "medication.taken?").Intent);
    }

    [Fact]
    public void Two_things_in_one_sentence_are_both_heard()
    {
        var understood = Understand("ik heb mijn pillen genomen en hoe laat is het");

        Assert.Equal("medication.taken", understood.Intent);
        Assert.Equal(["time.now"], understood.Also.Select(clause => clause.Meaning.Intent));
    }

    [Theory]
    [InlineData("nl", "sinds de verhuizing van mijn dochter zit ik hele dagen alleen en ik zou zo graag weer eens met iemand een kop koffie drinken", "help.company")]
    [InlineData("nl", "zeg, ik zat te denken, die blauwe tabletjes van de cardioloog, hoeveel heb ik daar nog van liggen", "medication.stock")]
    [InlineData("en", "my son has gone back to Leeds and left me with an empty larder, so would anybody be able to fetch me some potatoes", "help.groceries")]
    [InlineData("en", "you know I was in the garden all morning and clean forgot, did I have my tablets at breakfast or not", "medication.status")]
    public void What_is_asked_in_a_long_story_is_heard(string language, string text, string intent)
    {
        Assert.Equal(intent, Recognition.Recognizer.Recognize(text, language).Intent);
    }

    [Theory]
    [InlineData("en", "the garden is a long way off, my legs are poor, and I would so love to see the roses")]
    [InlineData("nl", "goed, mijn neef heeft zijn oude schuur afgebroken en nu bouwt hij een nieuwe van steen")]
    public void A_polite_word_in_a_long_sentence_is_no_answer(string language, string text)
    {
        Assert.DoesNotContain(Recognition.Recognizer.Recognize(text, language).Intent, (string[])["yes", "no"]);
    }

    [Fact]
    public void A_message_to_pass_on_keeps_its_whole_sentence()
    {
        var understood = Understand("zeg tegen mijn dochter dat ik gegeten heb en dat ik moe ben");

        Assert.Equal("help.contact", understood.Intent);
        Assert.Empty(understood.Also);
        Assert.Equal("dochter", understood.Slots["who"]);
    }

    [Fact]
    public void Times_stay_out_of_what_is_to_be_remembered()
    {
        const string Text = "herinner me morgen om half acht aan mijn pillen";
        var time = new TextSpan(Text.IndexOf("morgen", StringComparison.Ordinal), "morgen om half acht".Length);

        var understood = Recognition.Recognizer.Recognize(Text, "nl", null, [time]);

        Assert.Equal("reminder.add", understood.Intent);
        Assert.Equal("mijn pillen", understood.Slots["what"]);
    }

    [Fact]
    public void An_explanation_names_the_template_and_the_mended_word()
    {
        var understood = Understand("ik heb mijn tabletn ingenomen");

        Assert.Contains(understood.Trace, line => line.StartsWith("template of medication.taken", StringComparison.Ordinal));
        Assert.Contains("read tabletn as tablet", understood.Trace);
    }

    private static Understanding Understand(string text, string? awaiting = null) =>
        Recognition.Recognizer.Recognize(text, "nl", awaiting);
}
