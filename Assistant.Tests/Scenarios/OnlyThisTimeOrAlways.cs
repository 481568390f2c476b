using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Bot.Skills;
using Assistant.Tests.Town;

namespace Assistant.Tests.Scenarios;

/// <summary>Mevrouw Jansen swims every Wednesday at ten; whoever moves that is asked what is meant, this time or always.</summary>
public sealed class OnlyThisTimeOrAlways
{
    private const string Jansen = "mevrouw Jansen";

    [TownFact]
    public async Task Only_this_time_moves_one_Wednesday()
    {
        await using var talk = await Talk.BeginAsync("2026-03-06 10:00");
        var resident = await SwimsAsync(talk);

        Assert.Equal("Dit komt steeds terug: zwemmen. Geldt het alleen deze keer of altijd?", (await talk.SaysAsync(Jansen, "verzet zwemmen naar donderdag")).Text);
        Assert.Equal(
            "Het staat op woensdag 11 maart: zwemmen. Het wordt donderdag 12 maart om 10:00 uur. Alleen deze keer. Klopt dat?",
            (await talk.SaysAsync(Jansen, "alleen deze keer")).Text);
        Assert.Equal(["Wed 11", "Wed 18", "Wed 25"], await SwimmingAsync(talk, resident));
        await talk.SaysAsync(Jansen, "ja");

        Assert.Equal(["Thu 12", "Wed 18", "Wed 25"], await SwimmingAsync(talk, resident));
    }

    [TownFact]
    public async Task Always_moves_this_and_all_that_follow()
    {
        await using var talk = await Talk.BeginAsync("2026-03-06 10:00");
        var resident = await SwimsAsync(talk);
        await talk.UntilAsync("2026-03-12 10:00");

        await talk.SaysAsync(Jansen, "verzet zwemmen naar vrijdag");
        await talk.PressesAsync(Jansen, "Altijd");
        await talk.SaysAsync(Jansen, "ja");

        Assert.Equal(["Wed 11", "Fri 13", "Fri 20", "Fri 27"], await SwimmingAsync(talk, resident));
    }

    [TownFact]
    public async Task A_bare_yes_says_neither_and_is_asked_again()
    {
        await using var talk = await Talk.BeginAsync("2026-03-06 10:00");
        var resident = await SwimsAsync(talk);

        await talk.SaysAsync(Jansen, "zwemmen gaat niet door");
        Assert.StartsWith("Dit komt steeds terug", (await talk.SaysAsync(Jansen, "ja")).Text, StringComparison.Ordinal);
        Assert.Equal("Van de lijst gaat, woensdag 11 maart: zwemmen. Alleen deze keer. Klopt dat?", (await talk.SaysAsync(Jansen, "deze keer")).Text);
        await talk.SaysAsync(Jansen, "ja");

        Assert.Equal(["Wed 18", "Wed 25"], await SwimmingAsync(talk, resident));
    }

    private static async Task<ResidentId> SwimsAsync(Talk talk)
    {
        var resident = await talk.ResidentAsync(Jansen);
        var asked = await talk.SaysAsync(Jansen, "elke woensdag om tien uur zwemmen");
        Assert.EndsWith("Elke woensdag om 10:00 uur: zwemmen. Klopt dat?", asked.Text, StringComparison.Ordinal);
        await talk.SaysAsync(Jansen, "ja");
        return resident.Id;
    }

    private static async Task<IReadOnlyList<string>> SwimmingAsync(Talk talk, ResidentId resident)
    {
        var window = new PlanWindow([resident], HomeTimeZone.Of(SmallTown.ZoneId), new DateOnly(2026, 3, 9), new DateOnly(2026, 3, 29));
        var wanted = await talk.ReadAsync(db => talk.Get<DayPlanner>().WantedAsync(db, window, CancellationToken.None));
        return [.. wanted.OrderBy(w => w.Moment.At).Select(w => $"{w.Moment.LocalDate:ddd d}")];
    }
}
