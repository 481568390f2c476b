using System.Globalization;
using Assistant.Bot.Conversation.Replies;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Initiatives;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Bot.Skills;

public sealed class EverydaySkillsTests
{
    private const string Jansen = "mevrouw Jansen";
    private static readonly SayBook Book = TownBooks.Says;

    [TownFact]
    public async Task The_first_words_of_each_day_say_that_a_computer_speaks()
    {
        await using var talk = await TalkAsync();

        Assert.Contains("computerprogramma", (await talk.MeansAsync(Jansen, "thanks")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("computerprogramma", (await talk.MeansAsync(Jansen, "thanks")).Text, StringComparison.Ordinal);
        await talk.UntilAsync("2026-03-11 03:30");
        Assert.DoesNotContain("computerprogramma", (await talk.MeansAsync(Jansen, "thanks")).Text, StringComparison.Ordinal);
        await talk.UntilAsync("2026-03-11 04:30");
        Assert.Contains("computerprogramma", (await talk.MeansAsync(Jansen, "thanks")).Text, StringComparison.Ordinal);
    }

    [TownFact]
    public async Task Who_asks_for_a_person_gets_one_asked_really_and_once_an_hour()
    {
        await using var talk = await TalkAsync();

        Assert.Contains("Ik vraag Marijke om contact", (await talk.MeansAsync(Jansen, "person.wanted")).Text, StringComparison.Ordinal);
        Assert.Contains("al gevraagd", (await talk.MeansAsync(Jansen, "person.wanted")).Text, StringComparison.Ordinal);

        Assert.StartsWith("Mevrouw Jansen wil graag met een mens praten.", Assert.Single(talk.Heard(Talk.Organiser)).Text, StringComparison.Ordinal);
    }

    [TownTheory]
    [InlineData("help.ride", "rijden")]
    [InlineData("neighbourhood.join", "meedoen")]
    [InlineData("privacy.stop", "stoppen")]
    public async Task A_favour_reaches_the_organiser_after_a_yes_and_not_before(string intent, string word)
    {
        await using var talk = await TalkAsync();

        var offer = await talk.MeansAsync(Jansen, intent);
        Assert.Contains("Zal ik Marijke", offer.Text, StringComparison.Ordinal);
        Assert.Empty(talk.Heard(Talk.Organiser));
        await talk.MeansAsync(Jansen, "yes");

        Assert.Contains(word, Assert.Single(talk.Heard(Talk.Organiser)).Text, StringComparison.Ordinal);
    }

    [TownFact]
    public async Task After_a_no_nobody_hears_of_it()
    {
        await using var talk = await TalkAsync();

        await talk.MeansAsync(Jansen, "help.meal");
        await talk.MeansAsync(Jansen, "no");
        await talk.MeansAsync(Jansen, "yes");

        Assert.Empty(talk.Heard(Talk.Organiser));
    }

    [TownFact]
    public async Task The_day_is_told_with_what_is_done()
    {
        await using var talk = await TalkAsync();
        await RoutineAsync(talk, "10:30", "koffie bij Ria", Importance.Ask);
        await talk.UntilAsync("2026-03-10 10:30");
        await talk.MeansAsync(Jansen, "yes");

        var day = await talk.MeansAsync(Jansen, "dayplan.today");

        Assert.EndsWith("\n10:30 uur: koffie bij Ria, gedaan.", day.Text, StringComparison.Ordinal);
        Assert.EndsWith("Om half elf 's ochtends: koffie bij Ria. Dat is gedaan.", day.Speak, StringComparison.Ordinal);
    }

    [TownFact]
    public async Task What_comes_next_is_told_with_its_day()
    {
        await using var talk = await TalkAsync();
        await RoutineAsync(talk, "09:00", "wandelen", Importance.Mention);
        await talk.UntilAsync("2026-03-10 12:00");
        await talk.MeansAsync(Jansen, "greeting");

        Assert.Equal("Morgen om 09:00 uur: wandelen.", (await talk.MeansAsync(Jansen, "dayplan.next")).Text);
    }

    [TownFact]
    public async Task The_clock_and_the_calendar_are_told()
    {
        await using var talk = await TalkAsync();
        await talk.MeansAsync(Jansen, "greeting");

        Assert.Equal("Het is acht uur.", (await talk.MeansAsync(Jansen, "time.now")).Speak);
        Assert.Equal("Het is vandaag dinsdag tien maart tweeduizend zesentwintig.", (await talk.MeansAsync(Jansen, "time.date")).Speak);
    }

    [TownFact]
    public async Task No_joke_is_told_again_before_all_were_told()
    {
        await using var talk = await TalkAsync();
        await talk.MeansAsync(Jansen, "greeting");

        var jokes = new List<string>();
        for (var minute = 1; minute <= 8; minute++)
        {
            await talk.UntilAsync($"2026-03-10 08:{minute * 7:00}");
            jokes.Add((await talk.MeansAsync(Jansen, "companion.joke")).Text);
        }

        Assert.Equal(8, jokes.Distinct().Count());
    }

    [TownFact]
    public async Task A_proverb_is_begun_and_its_end_is_known()
    {
        await using var talk = await TalkAsync();
        var book = Book.In("nl");

        await talk.MeansAsync(Jansen, "companion.proverb");
        var key = await LastKeyAsync(talk);
        var right = await talk.SaysAsync(Jansen, book.Says[$"{key}.end"][0].Text);
        Assert.Contains(book.Says["companion.right"], p => right.Text == p.Text.Replace("{end}", book.Says[$"{key}.end"][0].Text, StringComparison.Ordinal));

        await talk.MeansAsync(Jansen, "companion.proverb");
        var wrong = await talk.SaysAsync(Jansen, "blauwe krokodil");
        Assert.Contains(book.Says["companion.almost"], p => wrong.Text.StartsWith(p.Text.Split('{')[0], StringComparison.Ordinal));
    }

    [TownFact]
    public async Task Activities_are_told_and_a_yes_tells_the_organiser()
    {
        await using var talk = await TalkAsync();
        await talk.StoreAsync(new Initiative
        {
            Id = Guid.CreateVersion7(talk.Now), NeighbourhoodId = talk.Home.Id, Title = "koffie", Place = "in het buurthuis",
            At = new TimeOnly(10, 0), Rule = "FREQ=WEEKLY", From = new DateOnly(2026, 3, 4),
        });

        var told = await talk.MeansAsync(Jansen, "neighbourhood.activities");
        await talk.MeansAsync(Jansen, "yes");

        Assert.Contains("\nMorgen om 10:00 uur: koffie, in het buurthuis.\nWilt u ergens aan meedoen?", told.Text, StringComparison.Ordinal);
        Assert.Single(talk.Heard(Talk.Organiser));
    }

    [TownFact]
    public async Task Repeat_says_the_last_thing_again_with_its_buttons()
    {
        await using var talk = await TalkAsync();
        await talk.MeansAsync(Jansen, "help.menu");

        var again = await talk.MeansAsync(Jansen, "repeat");

        Assert.Equal(3, again.Choices.Count);
        Assert.DoesNotContain("computerprogramma", again.Text, StringComparison.Ordinal);
    }

    [TownFact]
    public async Task A_yes_that_nobody_asked_for_does_nothing()
    {
        await using var talk = await TalkAsync();
        await talk.MeansAsync(Jansen, "greeting");

        var answer = await talk.MeansAsync(Jansen, "yes");

        Assert.Contains(Book.In("nl").Says["welcome.nothing_asked"], phrase => phrase.Text == answer.Text);
    }

    [TownTheory]
    [InlineData("nl", Jansen)]
    [InlineData("en", Jansen)]
    [InlineData("nl", "Els")]
    [InlineData("en", "+31600000000")]
    public async Task Every_intent_has_an_answer_for_everybody(string language, string who)
    {
        await using var talk = await Talk.BeginAsync("2026-03-10 08:00");
        await talk.ResidentAsync(Jansen, language);
        await talk.IntroduceAsync("Els", language);
        var intents = Book.In(language).Choices.Keys;

        var answers = await talk.MeansAllAsync(who, [.. intents]);

        Assert.True(answers.Count >= intents.Count());
        Assert.DoesNotContain(answers, a => a.Text.Contains('{', StringComparison.Ordinal) || a.Speak.Contains('{', StringComparison.Ordinal));
        Assert.DoesNotContain(answers, a => a.Choices.Count > 3);

        Assert.Empty(await talk.ReadAsync(db => db.Set<SetAsideRow>().ToListAsync()));
        Assert.Empty(await talk.ReadAsync(db => db.Set<OutboundMessage>().Where(m => m.Fault != null && m.State != MessageState.Expired).ToListAsync()));
    }

    private static async Task<Talk> TalkAsync()
    {
        var talk = await Talk.BeginAsync("2026-03-10 08:00");
        await talk.ResidentAsync(Jansen);
        return talk;
    }

    private static async Task RoutineAsync(Talk talk, string at, string title, Importance importance)
    {
        var resident = await talk.ReadAsync(db => db.Set<Resident>().SingleAsync());
        await talk.StoreAsync(new Routine
        {
            Id = Guid.CreateVersion7(talk.Now), ResidentId = resident.Id, Title = title, Rule = "FREQ=DAILY",
            At = TimeOnly.Parse(at, CultureInfo.InvariantCulture), From = new DateOnly(2026, 1, 1), Importance = importance,
        });
        await talk.PlanAsync();
    }

    private static async Task<string> LastKeyAsync(Talk talk) => (await talk.ReadAsync(
        db => db.Set<OutboundMessage>().OrderByDescending(m => m.Id).FirstAsync())).Saying.Key;
}
