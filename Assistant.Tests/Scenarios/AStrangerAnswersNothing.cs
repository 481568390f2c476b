using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Bot.Skills;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

/// <summary>While Ria is asked to look in on mevrouw Jansen, somebody whom nobody introduced says that all is well.</summary>
public sealed class AStrangerAnswersNothing
{
    private const string Jansen = "mevrouw Jansen";
    private const string Unknown = "+31611112222";

    [TownTheory]
    [InlineData("ja")]
    [InlineData("ik ga")]
    [InlineData("alles is in orde met mevrouw Jansen")]
    public async Task Whatever_she_says_she_hears_that_she_is_not_known_and_ria_is_still_asked(string words)
    {
        await using var talk = await WorriedAsync();

        var answer = await talk.SaysAsync(Unknown, words);

        Assert.Contains("Ik ken u nog niet.", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Jansen", answer.Text, StringComparison.Ordinal);
        await StillAskedAsync(talk);
    }

    [TownFact]
    public async Task Nor_with_rias_own_button_and_her_number_is_not_taken_into_a_circle()
    {
        await using var talk = await WorriedAsync();

        var answer = await talk.SendsAsync(Unknown, talk.Last("Ria").Choices[0].Value);

        Assert.DoesNotContain("Jansen", answer.Text, StringComparison.Ordinal);
        await StillAskedAsync(talk);
        Assert.Single(await talk.ReadAsync(db => db.Set<CircleMember>().ToListAsync()));
    }

    private static async Task StillAskedAsync(Talk talk)
    {
        var concern = await talk.ReadAsync(db => db.Set<Concern>().SingleAsync());
        Assert.Equal((ConcernState.Open, (PersonId?)talk.IdOf("Ria")), (concern.State, concern.AskedPersonId));
        await talk.UntilAsync("2026-03-10 09:15");
        Assert.Contains("Mevrouw Jansen", talk.Last(Talk.Organiser).Text, StringComparison.Ordinal);
    }

    private static async Task<Talk> WorriedAsync()
    {
        var talk = await Talk.BeginAsync("2026-03-10 09:00");
        await talk.CircleAsync(await talk.ResidentAsync(Jansen), "Ria");
        await talk.MeansAsync(Jansen, "checkin.unwell");
        return talk;
    }
}
