using System.Text.RegularExpressions;
using Assistant.Bot.Conversation;
using Assistant.Bot.Conversation.Consents;
using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Safety;
using Assistant.Bot.Conversation.Turns;
using Assistant.Bot.Skills;
using Assistant.Scheduling;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Escalation;
using Assistant.Tests.Town;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Phrases;

/// <summary>Whatever the assistant can say keeps the rules for older eyes and ears.</summary>
public sealed partial class RepliesTests
{
    private const int MostWords = 12;
    private const int MostSpokenWords = 15;

    private static readonly string[] Intents =
    [
        "medication.taken", "medication.skipped", "medication.later", "medication.status", "medication.list", "medication.as_needed",
        "medication.stock", "medication.advice", "reminder.add", "reminder.cancel", "reminder.list", "dayplan.today", "dayplan.next",
        "dayplan.add", "dayplan.move", "dayplan.cancel", "checkin.fine", "checkin.unwell", "safety.emergency", "safety.distress",
        "help.ride", "help.groceries", "help.meal", "help.chore", "help.company", "help.contact", "neighbourhood.activities",
        "neighbourhood.join", "neighbourhood.leave", "neighbourhood.offer", "companion.chat", "companion.joke", "companion.quiz",
        "companion.proverb", "companion.story", "companion.memory", "companion.music", "time.now", "time.date", "weather.query",
        "pause.start", "pause.end", "privacy.data", "privacy.stop", "privacy.forget", "person.wanted", "bot.identity", "greeting",
        "thanks", "goodbye", "yes", "no", "repeat", "louder", "slower", "help.menu", "never_mind", "responder.going", "responder.done",
        "responder.cannot", "responder.fine",
    ];

    private static readonly string[] Projects = ["Assistant.Bot", "Assistant.Scheduling"];
    private static readonly string[] Matters = ["person", "reminders", "check_ins", "memory", "sharing", "all"];
    private static readonly string[] Sources = ["medication", "routine", "appointment", "steps"];
    private static readonly string[] Listed = ["dayplan", "remember"];
    private static readonly string[] Repeats = ["once", "daily", "weekly", "other_week", "yearly", "again"];
    private static readonly string[] Moments = ["morning", "noon", "afternoon", "evening", "night"];

    private static readonly SayBook Book = TownBooks.Says;

    public static TheoryData<string> Languages => new(Book.Languages);

    [Fact]
    public void Dutch_and_English_say_the_same_things()
    {
        var (dutch, english) = (Book.In("nl"), Book.In("en"));

        Assert.Equal(dutch.Says.Keys.Order(), english.Says.Keys.Order());
        Assert.Equal(dutch.Choices.Keys.Order(), english.Choices.Keys.Order());
        Assert.Equal(dutch.Hears.Keys.Order(), english.Hears.Keys.Order());
        Assert.Equal(dutch.Forms.Nouns.Order(), english.Forms.Nouns.Order());
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Sentences_are_short(string language) => Assert.Empty(
        from said in Texts(language)
        from sentence in Sentences(said.Text)
        where Words(sentence) > MostWords
        select $"{said.Key}: {sentence}");

    [Theory]
    [MemberData(nameof(Languages))]
    public void Spoken_sentences_are_short_too(string language) => Assert.Empty(
        from said in Texts(language)
        from sentence in Sentences(said.Speak)
        where Words(sentence) > MostSpokenWords
        select $"{said.Key}: {sentence}");

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_message_asks_one_question_at_the_most(string language) => Assert.Empty(
        from said in Texts(language)
        where said.Text.Count(c => c == '?') > 1 || said.Speak.Count(c => c == '?') > 1
        select said.Key);

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_message_has_no_abbreviation_no_markup_and_ends_as_a_sentence(string language) => Assert.Empty(
        from said in Texts(language)
        where Abbreviation().IsMatch(said.Text) || Markup().IsMatch(said.Text)
            || (said.Text.Contains(' ', StringComparison.Ordinal) && !IsFragment(said.Key) && !".?}".Contains(said.Text[^1], StringComparison.Ordinal))
        select $"{said.Key}: {said.Text}");

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_intent_has_a_button_and_every_button_fits_in_whatsapp(string language)
    {
        var choices = Book.In(language).Choices;

        Assert.Equal(Intents.Order(), choices.Keys.Order());
        Assert.DoesNotContain(choices.Values, label => label.Length is 0 or > Wording.MostOnAButton);
    }

    [Fact]
    public void Both_languages_and_all_variants_fill_in_the_same_values()
    {
        foreach (var language in Book.Languages)
        {
            Assert.Empty(
                from key in Book.In("nl").Says.Keys
                where !Slots("nl", key).SetEquals(Slots(language, key))
                select $"{language} {key}: {string.Join(' ', Slots(language, key))}, but Dutch has {string.Join(' ', Slots("nl", key))}");
        }
    }

    [Fact]
    public void Everything_the_code_says_has_words_and_all_words_are_said()
    {
        var known = Book.In("nl").Says.Keys.Where(key => !IsChosenByName(key)).ToHashSet();
        var said = SaidInCode();

        Assert.Empty(said.Except(Book.In("nl").Says.Keys).Order());
        Assert.Empty(known.Except(said).Order());
    }

    [Fact]
    public void Every_intent_has_one_skill()
    {
        var skills = Skills();

        Assert.Equal([.. Intents.Append(Understanding.Other).Order()], skills.SelectMany(s => s.Intents).Order());
        var questions = skills.SelectMany(s => s.Questions).ToList();
        Assert.Equal(questions.Count, questions.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void What_has_an_end_is_known_by_words_of_that_end(string language)
    {
        var page = Book.In(language);
        foreach (var key in page.Says.Keys.Where(k => k.EndsWith(".end", StringComparison.Ordinal) && Numbered().IsMatch(k)).Select(k => k[..^4]))
        {
            Assert.Contains(page.Hears[key], word => page.Says[$"{key}.end"][0].Text.Contains(word, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(page.Hears[key], word => page.Says[key][0].Text.Contains(word, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public void Emergency_numbers_are_dated_and_known_for_both_countries()
    {
        var numbers = EmergencyNumbers.Load(Path.Combine(PhraseBook.FolderOfProgram, "numbers.yaml"));

        Assert.Equal(["BE", "NL"], numbers.Countries.Order());
        Assert.True(numbers.Checked > new DateOnly(2026, 1, 1));
        Assert.Equal(("112", "113"), (numbers.In("NL").Emergency, numbers.In("NL").Crisis));
        Assert.Equal(("112", "1813", "106", "1733", "070 245 245"), Belgian(numbers.In("BE")));
        Assert.Equal("112", numbers.In("XX").Emergency);

        static (string, string, string?, string?, string?) Belgian(LocalNumbers n) => (n.Emergency, n.Crisis, n.Listen, n.Doctor, n.Poison);
    }

    private static IEnumerable<(string Key, string Text, string Speak)> Texts(string language) =>
        from said in Book.In(language).Says
        from phrase in said.Value
        select (said.Key, phrase.Text, phrase.Speak ?? phrase.Text);

    private static IEnumerable<string> Sentences(string text) =>
        SentenceEnd().Split(text).Select(s => s.Trim()).Where(s => s.Length > 0);

    private static int Words(string sentence) => sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    private static HashSet<string> Slots(string language, string key) =>
    [
        .. Book.In(language).Says[key].SelectMany(p => Slot().Matches($"{p.Text} {p.Speak}"))
            .Select(m => m.Groups[1].Value).Where(name => name is not ("me" or "hello")),
    ];

    // What stands inside another sentence.
    private static bool IsFragment(string key) => key.StartsWith("hello.", StringComparison.Ordinal)
        || key.StartsWith("medication.moment.", StringComparison.Ordinal) || key.StartsWith("medication.label", StringComparison.Ordinal)
        || key.StartsWith("companion.proverb.", StringComparison.Ordinal)
        || key.StartsWith("holiday.", StringComparison.Ordinal) || key.StartsWith("steps.label.", StringComparison.Ordinal)
        || key.StartsWith("dayplan.label_", StringComparison.Ordinal) || key.StartsWith("dayplan.when.", StringComparison.Ordinal)
        || key.StartsWith("dayplan.day.", StringComparison.Ordinal) || key.StartsWith("remember.when.", StringComparison.Ordinal)
        || key is "privacy.undo" or "reminder.line" or "reminder.line_day";

    private static bool IsChosenByName(string key) => Numbered().IsMatch(key)
        || key.StartsWith("hello.", StringComparison.Ordinal) || key.StartsWith("holiday.", StringComparison.Ordinal);

    // Literal keys of the source, and those that the code puts together from an intent, an outcome or a kind.
    private static HashSet<string> SaidInCode()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Assistant.slnx")))
        {
            root = root.Parent;
        }

        var files = Projects
            .SelectMany(p => Directory.EnumerateFiles(Path.Combine(root?.FullName ?? ".", p), "*.cs", SearchOption.AllDirectories))
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText).ToList();
        var known = Book.In("nl").Says.Keys;
        return
        [
            .. files.SelectMany(text => Said().Matches(text)).Select(m => m.Groups[1].Value),
            .. files.SelectMany(text => Literal().Matches(text)).Select(m => m.Groups[1].Value).Where(known.Contains),
            .. Enum.GetValues<ConcernKind>().Select(k => $"concern.ask.{Snake(k)}"),
            // Where the service ended nobody gets an all-clear; "service.ended" is what the circle hears.
            .. Enum.GetValues<ConcernOutcome>().Where(o => o is not ConcernOutcome.ServiceEnded).SelectMany(o => new[] { $"concern.circle.over.{Snake(o)}", $"concern.resident.over.{Snake(o)}" }),
            "concern.circle.going", "concern.resident.going", "responder.label_time", "responder.why.unwell", "responder.why.distress", "responder.why.unanswered", "responder.why.missed_check_in", "responder.why.undeliverable", "medication.said_taken_by", "medication.said_skipped_by",
            .. ConsentTopic.All.SelectMany(topic => new[] { $"{topic.Key}.ask", $"{topic.Key}.again" }),
            .. Agreement.Kinds.Select(kind => $"privacy.knows.{Snake(kind)}"),
            .. Matters.Select(matter => $"privacy.sure.{matter}"),
            .. Sources.SelectMany(s => new[] { $"{s}.prompt", $"{s}.again", $"{s}.along", $"{s}.mention" }),
            "appointment.day", "steps.label.done", "steps.label.wait", "steps.label.again",
            .. Listed.SelectMany(w => new[] { $"{w}.ask_what", $"{w}.ask_day", $"{w}.ask_time", $"{w}.sure_add", $"{w}.added" }),
            "dayplan.added_for", "dayplan.moved_for", "dayplan.cancelled_for", "remember.mention", "remember.when.once",
            .. Repeats.SelectMany(r => new[] { $"dayplan.when.{r}", $"dayplan.day.{r}" }),
            .. Moments.Select(m => $"medication.moment.{m}"),
            .. Favours().SelectMany(intent => new[] { $"favour.{intent}", $"organiser.{intent}" }),
        ];
    }

    private static IEnumerable<ISkill> Skills() => new ServiceCollection().AddLogging()
        .AddSingleton<TimeProvider>(new FakeClock(SmallTown.Moment("2026-03-10 07:00")))
        .AddScheduling().AddSkills().AddTownBooks()
        .BuildServiceProvider().GetServices<ISkill>();

    private static IEnumerable<string> Favours() => Skills()
        .SelectMany(s => s.Questions).Where(q => q.EndsWith(".ask?", StringComparison.Ordinal)).Select(q => q[..^5]);

    private static string Snake(Enum word) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(word.ToString());

    [GeneratedRegex(@"(?<=[.!?:])\s|\n|\.\.\.")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\{(\w+)(?::\w+)?\}")]
    private static partial Regex Slot();

    [GeneratedRegex(@"\b(bv|bijv|dhr|mevr|mw|evt|o\.a|m\.b\.t|e\.g|i\.e|etc|tel|nr|Mrs|Mr|Dr)\.", RegexOptions.IgnoreCase)]
    private static partial Regex Abbreviation();

    [GeneratedRegex(@"[*_<>#\[\]]")]
    private static partial Regex Markup();

    [GeneratedRegex(@"^companion\.(joke|story|proverb|quiz)\.\d+(\.end)?$")]
    private static partial Regex Numbered();

    [GeneratedRegex("Saying\\.Of\\(\"([^\"{]+)\"\\)")]
    private static partial Regex Said();

    [GeneratedRegex("\"=?([a-z_]+(?:\\.[a-z_]+)+)\"")]
    private static partial Regex Literal();
}
