using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Escalation;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Bot.Skills;

public sealed class ConcernsSkillTests
{
    private const string Jansen = "mevrouw Jansen";

    [TownFact]
    public async Task Who_is_asked_first_reads_nothing_about_health()
    {
        await using var talk = await WorriedAsync();

        var asked = talk.Last("Ria");

        Assert.Equal(
            "Dag Ria. Dit is de Assistent. Mevrouw Jansen kan vandaag iemand gebruiken. Kunt u bellen of langsgaan?", asked.Text);
        Assert.Equal(["Ik ga", "Ik kan niet", "Alles is in orde"], asked.Choices.Select(c => c.Title));
    }

    [TownFact]
    public async Task The_way_in_is_told_only_to_somebody_who_goes()
    {
        await using var talk = await WorriedAsync();
        Assert.DoesNotContain("kastje", string.Join(' ', talk.Heard("Ria").Select(m => m.Text)), StringComparison.Ordinal);

        var answer = await talk.PressesAsync("Ria", "Ik ga");

        Assert.Contains("Zo komt u binnen: sleutelkastje, code bij Els.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Een sleutel is bij: Els.", answer.Text, StringComparison.Ordinal);
        Assert.Equal("Ria komt naar u toe.", talk.Heard(Jansen).Select(m => m.Text).Single(t => t.StartsWith("Ria", StringComparison.Ordinal)));
        Assert.Equal(ConcernState.Acknowledged, (await WorryAsync(talk)).State);
    }

    [TownTheory]
    [InlineData("yes", ConcernState.Acknowledged)]
    [InlineData("no", ConcernState.Open)]
    [InlineData("responder.fine", ConcernState.Resolved)]
    public async Task Plain_words_answer_the_newest_question(string intent, ConcernState expected)
    {
        await using var talk = await WorriedAsync();

        await talk.MeansAsync("Ria", intent);

        Assert.Equal(expected, (await WorryAsync(talk)).State);
    }

    [TownFact]
    public async Task An_unclear_answer_is_never_fine_and_asks_again()
    {
        await using var talk = await WorriedAsync();

        var again = await talk.SaysAsync("Ria", "blauwe krokodil");

        Assert.EndsWith("Gaat u naar mevrouw Jansen?", again.Text, StringComparison.Ordinal);
        Assert.Equal(ConcernState.Open, (await WorryAsync(talk)).State);
    }

    [TownFact]
    public async Task Whoever_comes_second_hears_who_goes_and_whoever_comes_late_that_it_is_over()
    {
        await using var talk = await WorriedAsync();
        await talk.UntilAsync("2026-03-10 09:15");
        await talk.PressesAsync("Ria", "Ik ga");

        Assert.Contains("Ria gaat al naar mevrouw Jansen", (await talk.PressesAsync("Els", "Ik ga")).Text, StringComparison.Ordinal);
        await talk.UntilAsync("2026-03-10 09:45");
        Assert.Contains("Bent u er geweest?", talk.Last("Ria").Text, StringComparison.Ordinal);
        await talk.MeansAsync("Ria", "yes");

        Assert.Equal(ConcernOutcome.Visited, (await WorryAsync(talk)).Outcome);
        Assert.Contains("al opgelost", (await talk.PressesAsync("Els", "Ik ga")).Text, StringComparison.Ordinal);
    }

    [TownFact]
    public async Task All_is_well_of_whoever_went_is_asked_after_and_her_yes_ends_it()
    {
        await using var talk = await WorriedAsync();
        await talk.PressesAsync("Ria", "Ik ga");

        Assert.EndsWith("Bent u bij mevrouw Jansen geweest?", (await talk.SaysAsync("Ria", "blauwe krokodil")).Text, StringComparison.Ordinal);
        await talk.MeansAsync("Ria", "yes");

        Assert.Equal(ConcernOutcome.Visited, (await WorryAsync(talk)).Outcome);
        Assert.Empty(await talk.ReadAsync(db => db.Set<OpenQuestion>().Where(q => q.PersonId == talk.IdOf("Ria")).ToListAsync()));
    }

    [TownFact]
    public async Task Two_people_in_need_are_asked_apart_and_the_name_decides()
    {
        await using var talk = await WorriedAsync();
        var bakker = await talk.ResidentAsync("meneer Bakker");
        await talk.JoinsAsync(bakker, "Ria");
        await talk.MeansAsync("meneer Bakker", "checkin.unwell");
        await talk.UntilAsync("2026-03-10 09:01");

        var which = await talk.MeansAsync("Ria", "yes");
        Assert.EndsWith("Om wie gaat het?", which.Text, StringComparison.Ordinal);
        await talk.SaysAsync("Ria", "Meneer Bakker");

        var states = await talk.ReadAsync(db => db.Set<Concern>().OrderBy(c => c.RaisedAt).Select(c => c.State).ToListAsync());
        Assert.Equal([ConcernState.Open, ConcernState.Acknowledged], states);
    }

    [TownFact]
    public async Task A_stranger_to_the_circle_cannot_answer_for_it()
    {
        await using var talk = await WorriedAsync();
        await talk.IntroduceAsync("Piet");

        var answer = await talk.SendsAsync("Piet", talk.Last("Ria").Choices[0].Value);

        Assert.Contains("niemand voor wie ik hulp zoek", answer.Text, StringComparison.Ordinal);
        Assert.Equal(ConcernState.Open, (await WorryAsync(talk)).State);
    }

    private static async Task<Talk> WorriedAsync()
    {
        var talk = await Talk.BeginAsync("2026-03-10 09:00");
        var jansen = await talk.ResidentAsync(Jansen, wayIn: "sleutelkastje, code bij Els.");
        await talk.CircleAsync(jansen, "Ria", "Els");
        await talk.MeansAsync(Jansen, "checkin.unwell");
        return talk;
    }

    private static Task<Concern> WorryAsync(Talk talk) => talk.ReadAsync(db => db.Set<Concern>().SingleAsync());
}
