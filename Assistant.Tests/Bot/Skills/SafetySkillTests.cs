using Assistant.Scheduling.Escalation;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Bot.Skills;

public sealed class SafetySkillTests
{
    private const string Jansen = "mevrouw Jansen";

    [TownFact]
    public async Task An_emergency_hears_112_first_and_somebody_is_asked_at_once()
    {
        await using var talk = await Talk.BeginAsync("2026-03-10 03:00");
        await talk.CircleAsync(await talk.ResidentAsync(Jansen), "Ria");

        var answer = await talk.MeansAsync(Jansen, "safety.emergency");

        Assert.Equal(
            "Bel nu 112.\nIk vraag nu Ria om u te bellen of te komen.\nIk kan zelf geen hulpdienst bellen.", answer.Text);
        Assert.StartsWith("Bel nu één één twee.", answer.Speak, StringComparison.Ordinal);
        Assert.StartsWith("Dringend, Ria. Mevrouw Jansen heeft nu hulp nodig.", talk.Last("Ria").Text, StringComparison.Ordinal);
    }

    [TownFact]
    public async Task Said_again_it_is_one_concern_and_112_is_said_again()
    {
        await using var talk = await Talk.BeginAsync("2026-03-10 03:00");
        await talk.CircleAsync(await talk.ResidentAsync(Jansen), "Ria");
        await talk.MeansAsync(Jansen, "safety.emergency");

        var again = await talk.MeansAsync(Jansen, "safety.emergency");

        Assert.StartsWith("Bel nu 112.", again.Text, StringComparison.Ordinal);
        Assert.Single(await talk.ReadAsync(db => db.Set<Concern>().ToListAsync()));
    }

    [TownTheory]
    [InlineData("NL", "113", null)]
    [InlineData("BE", "1813", "106")]
    public async Task Distress_stays_in_the_talk_with_the_numbers_of_the_country(string country, string crisis, string? listen)
    {
        await using var talk = await Talk.BeginAsync("2026-03-10 15:00", country);
        await talk.CircleAsync(await talk.ResidentAsync(Jansen), "Ria");

        var answer = await talk.MeansAsync(Jansen, "safety.distress");

        Assert.Contains($"bel {crisis}.", answer.Text, StringComparison.Ordinal);
        Assert.Equal(listen is not null, answer.Text.Contains("106", StringComparison.Ordinal));
        Assert.True(answer.AwaitsAnswer);
        Assert.Contains($"altijd {crisis} bellen", (await talk.SaysAsync(Jansen, "blauwe krokodil")).Text, StringComparison.Ordinal);
        Assert.Equal(ConcernKind.Distress, (await talk.ReadAsync(db => db.Set<Concern>().SingleAsync())).Kind);
    }

    [TownFact]
    public async Task A_stranger_in_need_hears_112_too_and_otherwise_how_to_be_introduced()
    {
        await using var talk = await Talk.BeginAsync("2026-03-10 15:00");

        Assert.StartsWith("Bel nu 112.", (await talk.MeansAsync("+31611112222", "safety.emergency")).Text, StringComparison.Ordinal);
        Assert.Contains("Ik ken u nog niet.", (await talk.MeansAsync("+31611112222", "dayplan.today")).Text, StringComparison.Ordinal);
        Assert.Contains("computer", (await talk.MeansAsync("+31611112222", "bot.identity")).Text, StringComparison.Ordinal);
        Assert.Empty(await talk.ReadAsync(db => db.Set<Concern>().ToListAsync()));
    }

    [TownFact]
    public async Task Not_well_says_who_is_told_and_said_twice_asks_once()
    {
        await using var talk = await Talk.BeginAsync("2026-03-10 15:00");
        await talk.CircleAsync(await talk.ResidentAsync(Jansen), "Ria");

        Assert.Contains("Ik vraag Ria om contact", (await talk.MeansAsync(Jansen, "checkin.unwell")).Text, StringComparison.Ordinal);
        Assert.Contains("Ik had al om hulp", (await talk.MeansAsync(Jansen, "checkin.unwell")).Text, StringComparison.Ordinal);
        Assert.Contains("Er neemt nog iemand contact", (await talk.MeansAsync(Jansen, "checkin.fine")).Text, StringComparison.Ordinal);
        Assert.Single(await talk.ReadAsync(db => db.Set<Concern>().ToListAsync()));
    }
}
