using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.CheckIns;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Bot.Skills;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

/// <summary>The telephone circle: mevrouw Jansen, meneer Bakker and mevrouw De Vries, every day at nine.</summary>
public sealed class AGreetingGoesRound
{
    private const string Jansen = "mevrouw Jansen";
    private const string Bakker = "meneer Bakker";
    private const string Vries = "mevrouw De Vries";

    [TownFact]
    public async Task It_goes_from_each_to_the_next_by_a_tap_or_a_word_and_comes_back_to_the_first()
    {
        await using var talk = await JoinedAsync();

        await talk.UntilAsync("2026-03-10 09:00");
        Assert.EndsWith("De telefooncirkel begint vandaag bij u. Geef ik uw groet door?", talk.Last(Jansen).Text, StringComparison.Ordinal);
        await talk.UntilAsync("2026-03-10 09:02");
        Assert.EndsWith("Ik geef uw groet door.", (await talk.SaysAsync(Jansen, "goedemorgen, alles goed")).Text, StringComparison.Ordinal);
        Assert.EndsWith("Mevrouw Jansen groet u. Geef ik uw groet door?", talk.Last(Bakker).Text, StringComparison.Ordinal);
        await talk.PressesAsync(Bakker, "Ja");
        Assert.EndsWith("Meneer Bakker groet u. Geef ik uw groet door?", talk.Last(Vries).Text, StringComparison.Ordinal);
        await talk.PressesAsync(Vries, "Ja");

        Assert.Equal("De telefooncirkel is rond. Mevrouw De Vries was de laatste en groet u.", talk.Last(Jansen).Text);
        var before = talk.Heard(Jansen).Count;
        await talk.UntilAsync("2026-03-10 23:00");
        Assert.Equal(before, talk.Heard(Jansen).Count);
        await talk.UntilAsync("2026-03-11 09:00");
        Assert.EndsWith("De telefooncirkel begint vandaag bij u. Geef ik uw groet door?", talk.Last(Jansen).Text, StringComparison.Ordinal);
    }

    [TownFact]
    public async Task Who_breaks_the_chain_is_asked_how_she_is_and_nobody_waits_for_her()
    {
        await using var talk = await JoinedAsync();
        await talk.CircleAsync(await ResidentAsync(talk, Bakker), "Ria");

        await talk.UntilAsync("2026-03-11 09:00");
        await talk.PressesAsync(Jansen, "Ja");
        await talk.UntilAsync("2026-03-11 09:15");

        Assert.EndsWith("Mevrouw Jansen groet u. Geef ik uw groet door?", talk.Last(Vries).Text, StringComparison.Ordinal);
        Assert.Contains(talk.Last(Bakker).Choices, c => c.Title == "Het gaat goed");
        Assert.Empty(talk.Heard("Ria"));
        await talk.PressesAsync(Vries, "Ja");
        Assert.EndsWith("Mevrouw De Vries was de laatste en groet u.", talk.Last(Jansen).Text, StringComparison.Ordinal);

        await talk.UntilAsync("2026-03-11 09:46");
        Assert.Contains("Kunt u even gaan kijken?", talk.Last("Ria").Text, StringComparison.Ordinal);
        Assert.DoesNotContain(talk.Heard(Jansen).Concat(talk.Heard(Vries)), m => m.Text.Contains("Bakker", StringComparison.Ordinal));

        // The greeting he finds late is no longer his to pass on, but it is a sign of life.
        Assert.EndsWith("De groet was al verder. Fijn dat u er bent.", (await talk.PressesAsync(Bakker, "Ja")).Text, StringComparison.Ordinal);
        Assert.Equal(ConcernOutcome.AnsweredHerself, (await talk.ReadAsync(db => db.Set<Concern>().SingleAsync())).Outcome);
    }

    [TownFact]
    public async Task Who_was_heard_that_day_but_passes_nothing_on_worries_nobody()
    {
        await using var talk = await JoinedAsync();
        await talk.UntilAsync("2026-03-11 08:30");
        await talk.SaysAsync(Bakker, "hoe laat is het");
        await talk.UntilAsync("2026-03-11 09:00");
        await talk.PressesAsync(Jansen, "Ja");
        await talk.UntilAsync("2026-03-11 09:15");
        await talk.PressesAsync(Vries, "Ja");

        Assert.Empty(await talk.ReadAsync(db => db.Set<CheckIn>().ToListAsync()));
        Assert.Equal(
            [RingTurnState.PassedOn, RingTurnState.Kept, RingTurnState.PassedOn],
            await talk.ReadAsync(db => db.Set<RingTurn>().OrderBy(t => t.Place).Select(t => t.State).ToListAsync()));
    }

    [TownFact]
    public async Task Who_leaves_while_it_is_with_her_closes_the_gap_and_is_named_no_more()
    {
        await using var talk = await JoinedAsync();
        await talk.UntilAsync("2026-03-11 09:00");
        await talk.PressesAsync(Jansen, "Ja");

        Assert.EndsWith("Zal ik u uit de telefooncirkel halen?", (await talk.SaysAsync(Bakker, "ik wil niet meer meedoen met de telefooncirkel")).Text, StringComparison.Ordinal);
        await talk.SaysAsync(Bakker, "ja");
        await talk.UntilAsync("2026-03-11 09:01");

        Assert.EndsWith("Mevrouw Jansen groet u. Geef ik uw groet door?", talk.Last(Vries).Text, StringComparison.Ordinal);
        await talk.UntilAsync("2026-03-12 09:00");
        await talk.PressesAsync(Jansen, "Ja");
        Assert.EndsWith("Mevrouw Jansen groet u. Geef ik uw groet door?", talk.Last(Vries).Text, StringComparison.Ordinal);
    }

    [TownFact]
    public async Task Before_her_yes_nobody_hears_her_name_and_one_alone_is_no_ring()
    {
        await using var talk = await AskedAsync();
        Assert.EndsWith("Blijft u stil, dan vraag ik hoe het gaat. Doet u mee?", talk.Last(Jansen).Text, StringComparison.Ordinal);
        await talk.SaysAsync(Jansen, "ja");
        await talk.SaysAsync(Bakker, "nee");
        var before = talk.Heard(Jansen).Count;

        await talk.UntilAsync("2026-03-10 09:00");

        Assert.Equal(before, talk.Heard(Jansen).Count);
        await talk.SaysAsync(Vries, "ja");
        await talk.UntilAsync("2026-03-11 09:00");
        await talk.PressesAsync(Jansen, "Ja");
        Assert.EndsWith("Mevrouw Jansen groet u. Geef ik uw groet door?", talk.Last(Vries).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(talk.Heard(Bakker), m => m.Text.Contains("Jansen", StringComparison.Ordinal));
    }

    [TownFact]
    public async Task Who_is_away_is_gone_past_and_an_old_round_is_not_begun()
    {
        await using var talk = await JoinedAsync();
        var bakker = await ResidentAsync(talk, Bakker);
        await talk.StoreAsync(new Pause
        {
            Id = Guid.CreateVersion7(talk.Now), ResidentId = bakker.Id, From = new(2026, 3, 10), Until = new(2026, 3, 13),
        }.Begun(HomeTimeZone.Of("Europe/Amsterdam")));

        await talk.UntilAsync("2026-03-11 14:00");
        Assert.Empty(await talk.ReadAsync(db => db.Set<RingTurn>().ToListAsync()));
        await talk.UntilAsync("2026-03-12 09:00");
        await talk.PressesAsync(Jansen, "Ja");
        Assert.EndsWith("Mevrouw Jansen groet u. Geef ik uw groet door?", talk.Last(Vries).Text, StringComparison.Ordinal);
    }

    private static Task<Resident> ResidentAsync(Talk talk, string name) =>
        talk.ReadAsync(db => db.Set<Resident>().SingleAsync(r => r.PersonId == talk.IdOf(name)));

    private static async Task<Talk> AskedAsync()
    {
        var talk = await Talk.BeginAsync("2026-03-09 20:00");
        List<Resident> people = [await talk.ResidentAsync(Jansen), await talk.ResidentAsync(Bakker), await talk.ResidentAsync(Vries)];
        await talk.InOneTransactionAsync(db => new RingBook(db, talk.Now).MakeAsync(
            new GreetingRing
            {
                Id = Guid.CreateVersion7(talk.Now), NeighbourhoodId = talk.Home.Id, At = new(9, 0), Wait = GreetingRing.DefaultWait, TimeZoneId = "Europe/Amsterdam",
            },
            people,
            CancellationToken.None));
        await talk.UntilAsync("2026-03-09 20:01");
        return talk;
    }

    private static async Task<Talk> JoinedAsync()
    {
        var talk = await AskedAsync();
        foreach (var name in (string[])[Jansen, Bakker, Vries])
        {
            await talk.PressesAsync(name, "Ja");
        }

        return talk;
    }
}
