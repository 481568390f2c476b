using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Bot.Skills;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

/// <summary>Ria is asked to look after two people at once. What she says is for one of them, and nobody guesses for whom.</summary>
public sealed class ANeighbourOfTwo
{
    private const string Jansen = "mevrouw Jansen";
    private const string Bakker = "meneer Bakker";
    private const string Janssens = "mevrouw Janssens";

    [TownTheory]
    [InlineData("ik ga", ConcernState.Acknowledged)]
    [InlineData("ja", ConcernState.Acknowledged)]
    [InlineData("ja, ik kom eraan", ConcernState.Acknowledged)]
    [InlineData("nee ik kan niet", ConcernState.Open)]
    [InlineData("nee", ConcernState.Open)]
    [InlineData("gedaan, alles goed", ConcernState.Resolved)]
    public async Task Her_words_are_asked_after_and_then_done_for_that_one_only(string words, ConcernState expected)
    {
        await using var talk = await AskedAboutAsync(Jansen, Bakker);

        var which = await talk.SaysAsync("Ria", words);
        Assert.EndsWith("Om wie gaat het?", which.Text, StringComparison.Ordinal);
        Assert.Equal([Button(Bakker), Button(Jansen)], which.Choices.Select(c => c.Title).Order(StringComparer.Ordinal));
        Assert.All(await StatesAsync(talk), one => Assert.Equal(ConcernState.Open, one.State));

        await talk.PressesAsync("Ria", Button(Bakker));

        Assert.Equal([(Bakker, expected), (Jansen, ConcernState.Open)], await StatesAsync(talk));
        Assert.Equal(expected is ConcernState.Open, (await DeclinedAsync(talk)).Contains(Bakker));
        Assert.DoesNotContain(Jansen, await DeclinedAsync(talk));
    }

    [TownTheory]
    [InlineData("voor meneer Bakker")]
    [InlineData("Bakker natuurlijk")]
    public async Task A_name_answers_the_question_and_what_she_said_before_stands(string name)
    {
        await using var talk = await AskedAboutAsync(Jansen, Bakker);
        await talk.SaysAsync("Ria", "nee ik kan niet");

        await talk.SaysAsync("Ria", name);

        Assert.Equal([Bakker], await DeclinedAsync(talk));
    }

    [TownFact]
    public async Task Whoever_names_somebody_is_not_asked()
    {
        await using var talk = await AskedAboutAsync(Jansen, Bakker);

        await talk.SaysAsync("Ria", "ik ga naar meneer Bakker");

        Assert.Equal([(Bakker, ConcernState.Acknowledged), (Jansen, ConcernState.Open)], await StatesAsync(talk));
    }

    [TownFact]
    public async Task A_button_needs_no_question()
    {
        await using var talk = await AskedAboutAsync(Jansen, Bakker);
        var bakkers = talk.Heard("Ria").Last(m => m.Text.Contains("Bakker", StringComparison.Ordinal));

        await talk.SendsAsync("Ria", bakkers.Choices[0].Value);

        Assert.Equal([(Bakker, ConcernState.Acknowledged), (Jansen, ConcernState.Open)], await StatesAsync(talk));
    }

    [TownFact]
    public async Task Who_has_promised_one_and_says_yes_is_asked_which_and_the_yes_means_what_it_means_for_that_one()
    {
        await using var talk = await AskedAboutAsync(Jansen, Bakker);
        await talk.SaysAsync("Ria", "ja");
        await talk.PressesAsync("Ria", Button(Bakker));

        Assert.EndsWith("Om wie gaat het?", (await talk.SaysAsync("Ria", "ja")).Text, StringComparison.Ordinal);
        await talk.PressesAsync("Ria", Button(Bakker));

        Assert.Equal([(Bakker, ConcernState.Resolved), (Jansen, ConcernState.Open)], await StatesAsync(talk));
    }

    [TownFact]
    public async Task What_nobody_understands_is_for_nobody_a_promise()
    {
        await using var talk = await AskedAboutAsync(Jansen, Bakker);
        await talk.SaysAsync("Ria", "blauwe krokodil");

        var again = await talk.PressesAsync("Ria", Button(Bakker));

        Assert.EndsWith("Gaat u naar meneer Bakker?", again.Text, StringComparison.Ordinal);
        Assert.All(await StatesAsync(talk), one => Assert.Equal(ConcernState.Open, one.State));
    }

    [TownFact]
    public async Task One_that_closes_while_she_is_asked_is_over_and_a_bare_yes_is_not_taken_for_the_other()
    {
        await using var talk = await AskedAboutAsync(Jansen, Bakker);
        var which = await talk.SaysAsync("Ria", "ja");
        var bakker = which.Choices.Single(c => c.Title == Button(Bakker)).Value;
        await talk.SendsAsync(Talk.Organiser, $"responder.fine#{bakker.Split('#')[1]}");

        Assert.EndsWith("Gaat u naar mevrouw Jansen?", (await talk.SaysAsync("Ria", "ja")).Text, StringComparison.Ordinal);
        Assert.EndsWith("Het is al opgelost.", (await talk.SendsAsync("Ria", bakker)).Text, StringComparison.Ordinal);

        Assert.Equal([(Bakker, ConcernState.Resolved), (Jansen, ConcernState.Open)], await StatesAsync(talk));
    }

    [TownFact]
    public async Task Names_that_sound_alike_are_asked_after()
    {
        await using var talk = await AskedAboutAsync(Jansen, Janssens);

        var which = await talk.SaysAsync("Ria", "ik ga naar mevrouw Jansen");

        Assert.EndsWith("Om wie gaat het?", which.Text, StringComparison.Ordinal);
        Assert.All(await StatesAsync(talk), one => Assert.Equal(ConcernState.Open, one.State));
        await talk.PressesAsync("Ria", Button(Janssens));
        Assert.Equal([(Jansen, ConcernState.Open), (Janssens, ConcernState.Acknowledged)], await StatesAsync(talk));
    }

    private static async Task<Talk> AskedAboutAsync(params IReadOnlyList<string> names)
    {
        var talk = await Talk.BeginAsync("2026-03-10 09:00");
        foreach (var name in names)
        {
            var resident = await talk.ResidentAsync(name);
            if (name == names[0])
            {
                await talk.CircleAsync(resident, "Ria");
            }
            else
            {
                await talk.JoinsAsync(resident, "Ria");
            }

            await talk.MeansAsync(name, "checkin.unwell");
        }

        await talk.UntilAsync("2026-03-10 09:01");
        return talk;
    }

    private static string Button(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static Task<List<(string Who, ConcernState State)>> StatesAsync(Talk talk) => talk.ReadAsync(async db => (
        await (from concern in db.Set<Concern>()
               join resident in db.Set<Resident>() on concern.ResidentId equals resident.Id
               join person in db.Set<Person>() on resident.PersonId equals person.Id
               select new { person.Name, concern.State }).ToListAsync()).Select(one => (one.Name, one.State)).Order().ToList());

    private static Task<List<string>> DeclinedAsync(Talk talk) => talk.ReadAsync(async db => (
        await (from happened in db.Set<ConcernEvent>()
               join concern in db.Set<Concern>() on happened.ConcernId equals concern.Id
               join resident in db.Set<Resident>() on concern.ResidentId equals resident.Id
               join person in db.Set<Person>() on resident.PersonId equals person.Id
               where happened.Kind == ConcernEventKind.Declined
               select person.Name).ToListAsync()).Distinct().ToList());
}
