using Assistant.Scheduling.Consent;
using Assistant.Tests.Bot.Skills;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

public sealed class AskedInThreeTurnsAtTheFirstMeeting
{
    private const string Jansen = "mevrouw Jansen";

    [TownFact]
    public async Task What_she_came_for_is_answered_and_then_three_times_yes_is_all_there_is_to_say()
    {
        await using var talk = await Talk.BeginAsync("2026-03-10 10:00");
        var jansen = await talk.ResidentAsync(Jansen, agrees: false);
        await talk.UnspokenCircleAsync(jansen, "Els", "Ria");

        var answer = await talk.SaysAsync(Jansen, "hoe laat is het");
        Assert.Contains("10:00", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Mag ik dit doen?", talk.Last(Jansen).Text, StringComparison.Ordinal);
        Assert.Contains("aan Els, Ria en Marijke?", (await talk.SaysAsync(Jansen, "ja hoor")).Text, StringComparison.Ordinal);
        Assert.Contains("Mag ik dat onthouden?", (await talk.PressesAsync(Jansen, "Ja")).Text, StringComparison.Ordinal);
        Assert.Contains("Dat was alles", (await talk.SaysAsync(Jansen, "dat mag")).Text, StringComparison.Ordinal);

        var agreed = await talk.AgreedAsync(jansen);
        Assert.True(agreed.Has(Purpose.Reminders) && agreed.Has(Purpose.CheckIns) && agreed.Has(Purpose.CompanionshipMemory));
        Assert.True(agreed.Has(Agreement.With(talk.IdOf("Els"), SharedKind.Silence)) && agreed.Has(Agreement.WithOrganiser(SharedKind.Worry)));
        Assert.False(agreed.Has(Agreement.With(talk.IdOf("Els"), SharedKind.Doses)) || agreed.Has(Agreement.WithOrganiser(SharedKind.Medicines)));
        var stored = await talk.ReadAsync(db => db.Set<ConsentGrant>().AsNoTracking().ToListAsync());
        Assert.All(stored, grant => Assert.Equal((AskedHow.Chat, jansen.PersonId), (grant.How, grant.By)));
        Assert.Equal(["memory-1", "service-1", "sharing-1"], stored.Select(g => g.Version).Distinct().Order());
    }

    [TownFact]
    public async Task Three_times_no_is_respected_and_she_is_never_asked_again()
    {
        await using var talk = await Talk.BeginAsync("2026-03-10 10:00");
        var jansen = await talk.ResidentAsync(Jansen, agrees: false);
        await talk.SaysAsync(Jansen, "hoe laat is het");
        await talk.SaysAsync(Jansen, "nee dank u");
        await talk.SaysAsync(Jansen, "liever niet");
        await talk.SaysAsync(Jansen, "nee");
        await talk.UntilAsync("2026-03-12 10:00");

        var heard = talk.Heard(Jansen).Count;
        await talk.SaysAsync(Jansen, "hoe laat is het");

        Assert.Equal(heard + 1, talk.Heard(Jansen).Count);
        Assert.False((await talk.AgreedAsync(jansen)).IsWatched);
        Assert.All(await talk.ReadAsync(db => db.Set<ConsentGrant>().ToListAsync()), grant => Assert.Equal(ConsentAnswer.Refused, grant.Answer));
    }

    [TownFact]
    public async Task Only_some_of_it_may_be_said_in_her_own_words()
    {
        await using var talk = await Talk.BeginAsync("2026-03-10 10:00");
        var jansen = await talk.ResidentAsync(Jansen, agrees: false);
        await talk.UnspokenCircleAsync(jansen, "Els", "Ria");
        await talk.SaysAsync(Jansen, "hoe laat is het");
        await talk.SaysAsync(Jansen, "alleen herinneren");
        await talk.SaysAsync(Jansen, "alleen Ria");

        var agreed = await talk.AgreedAsync(jansen);

        Assert.Equal((true, false), (agreed.Has(Purpose.Reminders), agreed.Has(Purpose.CheckIns)));
        Assert.Equal(
            (true, false, false),
            (agreed.SharesAnything(talk.IdOf("Ria")), agreed.SharesAnything(talk.IdOf("Els")), agreed.SharesAnything(null)));
    }

    [TownTheory]
    [InlineData("ik moet er nog over denken")]
    [InlineData("Els niet hoor")]
    [InlineData("dat weet ik niet")]
    public async Task What_is_unclear_is_asked_once_more_and_is_never_a_yes(string unclear)
    {
        await using var talk = await Talk.BeginAsync("2026-03-10 10:00");
        var jansen = await talk.ResidentAsync(Jansen, agrees: false);
        await talk.UnspokenCircleAsync(jansen, "Els", "Ria");
        await talk.SaysAsync(Jansen, "hoe laat is het");
        await talk.SaysAsync(Jansen, "nee");

        var again = await talk.SaysAsync(Jansen, unclear);
        var rest = await talk.SaysAsync(Jansen, unclear);

        Assert.Contains("niet goed begrepen", again.Text, StringComparison.Ordinal);
        Assert.Contains("een andere dag", rest.Text, StringComparison.Ordinal);
        Assert.Equal(Agreements.None.IsWatched, (await talk.AgreedAsync(jansen)).IsWatched);
        Assert.False((await talk.AgreedAsync(jansen)).SharesAnything(talk.IdOf("Els")));
    }

    [TownFact]
    public async Task She_is_asked_once_a_day_and_not_while_she_needs_help()
    {
        await using var talk = await Talk.BeginAsync("2026-03-10 10:00");
        await talk.ResidentAsync(Jansen, agrees: false);

        await talk.SaysAsync(Jansen, "ik ben gevallen en kan niet opstaan");
        Assert.DoesNotContain("Mag ik", talk.Last(Jansen).Text, StringComparison.Ordinal);
        await talk.SaysAsync(Jansen, "hoe laat is het");
        Assert.Contains("Mag ik dit doen?", talk.Last(Jansen).Text, StringComparison.Ordinal);
        await talk.UntilAsync("2026-03-10 12:00");
        await talk.SaysAsync(Jansen, "welke dag is het");
        Assert.DoesNotContain("Mag ik", talk.Last(Jansen).Text, StringComparison.Ordinal);
        await talk.UntilAsync("2026-03-11 12:00");
        await talk.SaysAsync(Jansen, "welke dag is het");
        Assert.Contains("Mag ik dit doen?", talk.Last(Jansen).Text, StringComparison.Ordinal);
    }
}
