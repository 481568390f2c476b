using Assistant.Scheduling.Escalation;
using Assistant.Tests.Bot.Skills;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

public sealed class ANeighbourWorriesAboutSomebodyWhoAsksForNothing
{
    private const string Bakker = "meneer Bakker";

    [TownFact]
    public async Task The_organiser_is_asked_to_look_and_the_neighbour_hears_afterwards_that_somebody_did()
    {
        await using var talk = await StreetAsync();

        var asked = await talk.SaysAsync("Ria", "Ik heb meneer Bakker al dagen niet gezien");
        Assert.Contains("Zal ik Marijke vragen om te kijken?", asked.Text, StringComparison.Ordinal);
        Assert.Contains("112", asked.Text, StringComparison.Ordinal);
        Assert.Equal("Dank u wel. Ik heb Marijke gevraagd om te kijken.", (await talk.PressesAsync("Ria", "Ja")).Text);

        Assert.Contains("Iemand uit de buurt maakt zich zorgen om meneer Bakker", talk.Last(Talk.Organiser).Text, StringComparison.Ordinal);
        await talk.PressesAsync(Talk.Organiser, "Ik ga");
        await talk.PressesAsync(Talk.Organiser, "Ja, ik was er");

        Assert.Equal("U maakte zich zorgen om iemand. Er is gekeken. Dank u wel.", talk.Last("Ria").Text);
        Assert.Equal(ConcernOutcome.Visited, (await WorryAsync(talk)).Outcome);
    }

    [TownFact]
    public async Task Whoever_is_not_known_to_us_gets_the_same_answer_and_the_organiser_calls()
    {
        await using var talk = await StreetAsync();

        var known = (await talk.SaysAsync("Ria", "Ik maak me zorgen om meneer Bakker")).Text;
        await talk.PressesAsync("Ria", "Nee");
        var unknown = (await talk.SaysAsync("Ria", "Ik maak me zorgen om meneer Onbekend")).Text;
        Assert.Equal(known.Split("Dank u dat")[^1], unknown.Split("Dank u dat")[^1]);
        Assert.Equal("Dank u wel. Ik heb Marijke gevraagd om te kijken.", (await talk.PressesAsync("Ria", "Ja")).Text);

        Assert.Equal("Ria maakt zich zorgen om iemand in de buurt. Belt u Ria?", talk.Last(Talk.Organiser).Text);
        Assert.Empty(await talk.ReadAsync(db => db.Set<Concern>().ToListAsync()));
    }

    [TownFact]
    public async Task Two_neighbours_who_worry_about_the_same_person_are_one_concern()
    {
        await using var talk = await StreetAsync();
        await talk.IntroduceAsync("Bram");
        foreach (var name in new[] { "Ria", "Bram" })
        {
            await talk.SaysAsync(name, "Ik maak me zorgen om meneer Bakker");
            await talk.PressesAsync(name, "Ja");
        }

        Assert.Single(await talk.ReadAsync(db => db.Set<Concern>().ToListAsync()));
    }

    private static async Task<Talk> StreetAsync()
    {
        var talk = await Talk.BeginAsync("2026-03-10 09:00");
        await talk.ResidentAsync(Bakker, agrees: false);
        await talk.IntroduceAsync("Ria");
        return talk;
    }

    private static Task<Concern> WorryAsync(Talk talk) => talk.ReadAsync(db => db.Set<Concern>().SingleAsync());
}
