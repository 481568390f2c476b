using Assistant.Scheduling.Consent;
using Assistant.Scheduling.DayPlan.Calendars;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Bot.Skills;
using Assistant.Tests.Town;

namespace Assistant.Tests.Scenarios;

/// <summary>Mevrouw Jansen lets Els read her days in a calendar, and takes it back, by a sentence; the link is void at once.</summary>
public sealed class SheDecidesWhoReadsHerAgenda
{
    private const string Jansen = "mevrouw Jansen";

    [TownFact]
    public async Task Her_yes_is_kept_and_the_organiser_makes_the_link_and_her_word_takes_both_back()
    {
        await using var talk = await Talk.BeginAsync("2026-03-06 10:00");
        var resident = await talk.ResidentAsync(Jansen);
        await talk.UnspokenCircleAsync(resident, "Els", "Ria");

        Assert.EndsWith("Mag Els uw dagen in een agenda lezen? Welke pillen staat er nooit bij.", (await talk.SaysAsync(Jansen, "mag Els mijn agenda zien")).Text, StringComparison.Ordinal);
        Assert.False(await MayAsync(talk, resident));
        Assert.Equal("Goed. Els mag uw dagen lezen. Marijke maakt de link.", (await talk.SaysAsync(Jansen, "ja dat mag")).Text);
        Assert.True(await MayAsync(talk, resident));
        Assert.Contains("Maak een link", talk.Last(Talk.Organiser).Text, StringComparison.Ordinal);

        var token = await GiveAsync(talk, resident);
        Assert.Equal("Goed. Els ziet uw agenda niet meer.", (await talk.SaysAsync(Jansen, "Els mag mijn agenda niet meer zien")).Text);
        Assert.False(await MayAsync(talk, resident));
        Assert.NotNull((await talk.ReadAsync(db => new FeedBook(db, talk.Now).FindAsync(token, CancellationToken.None)))?.RevokedAt);
    }

    [TownFact]
    public async Task A_no_and_an_unknown_name_change_nothing_and_her_own_look_is_her_day()
    {
        await using var talk = await Talk.BeginAsync("2026-03-06 10:00");
        var resident = await talk.ResidentAsync(Jansen);
        await talk.UnspokenCircleAsync(resident, "Els");

        Assert.EndsWith("Ik weet niet wie u bedoelt. Zeg het nog eens met de naam.", (await talk.SaysAsync(Jansen, "mag Truus mijn agenda zien")).Text, StringComparison.Ordinal);
        await talk.SaysAsync(Jansen, "Els mag mijn agenda lezen");
        await talk.SaysAsync(Jansen, "nee");
        Assert.False(await MayAsync(talk, resident));
        Assert.DoesNotContain("bedoelt", (await talk.SaysAsync(Jansen, "mag ik mijn agenda zien")).Text, StringComparison.Ordinal);
    }

    private static async Task<bool> MayAsync(Talk talk, Resident resident) =>
        (await talk.AgreedAsync(resident)).Has(Agreement.With(talk.IdOf("Els"), SharedKind.DayPlan));

    private static Task<string> GiveAsync(Talk talk, Resident resident) => talk.ReadAsync(async db =>
    {
        var organiser = AccessActor.Of(talk.IdOf(Talk.Organiser), AccessRole.Organiser);
        var token = await new FeedBook(db, talk.Now).GiveAsync(resident.Id, talk.IdOf("Els"), organiser, CancellationToken.None);
        await db.SaveChangesAsync();
        return token;
    });
}
