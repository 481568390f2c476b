using Assistant.Scheduling.DayPlan;
using Assistant.Tests.Bot.Skills;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

/// <summary>Mevrouw Jansen asks to be told something at an hour: it is repeated back, said once at that hour, and can be changed by a word.</summary>
public sealed class SheIsRemindedOfWhatSheAskedFor
{
    private const string Jansen = "mevrouw Jansen";

    [TownTheory]
    [InlineData("herinner me er morgen om tien uur aan dat ik de tandarts bel", "Morgen om 10:00 uur zeg ik u: de tandarts bellen. Klopt dat?")]
    [InlineData("zeg om vier uur dat ik de was eruit haal", "Vandaag om 16:00 uur zeg ik u: de was eruit halen. Klopt dat?")]
    [InlineData("wilt u mij vanavond om acht uur eraan herinneren dat ik Els moet bellen", "Vandaag om 20:00 uur zeg ik u: Els bellen. Klopt dat?")]
    [InlineData("over tien minuten de soep", "Vandaag om 10:10 uur zeg ik u: de soep. Klopt dat?")]
    [InlineData("zet de wekker om zeven uur", "Morgen om 07:00 uur zeg ik u: tijd om op te staan. Klopt dat?")]
    [InlineData("zet een timer van tien minuten", "Vandaag om 10:10 uur zeg ik u: de tijd is om. Klopt dat?")]
    [InlineData("herinner me elke dag om half vier aan de thee", "Elke dag om 15:30 uur zeg ik u: de thee. Klopt dat?")]
    [InlineData("herinner me morgen om elf uur aan pillen bestellen", "Morgen om 11:00 uur zeg ik u: pillen bestellen. Klopt dat?")]
    [InlineData("ik ga elke dinsdagmiddag om 2 uur kaarten in het buurthuis kun je dat onthouden", "Elke dinsdag om 14:00 uur: kaarten in het buurthuis. Klopt dat?")]
    [InlineData("donderdag moet ik om kwart over 9 in het ziekenhuis zijn voor mijn ogen", "Donderdag 12 maart om 09:15 uur: ziekenhuis voor mijn ogen. Klopt dat?")]
    [InlineData("herinner me vrijdag om half tien dat ik mijn pasje meeneem naar het ziekenhuis", "Vrijdag 13 maart om 09:30 uur zeg ik u: mijn pasje meenemen naar het ziekenhuis. Klopt dat?")]
    [InlineData("elke dinsdag om twee uur de kaartclub", "Elke dinsdag om 14:00 uur: kaartclub. Klopt dat?")]
    [InlineData("herinner me morgen om acht uur aan mijn pillen", "Pillen staan op een aparte lijst. Daar verander ik niets aan.")]
    public async Task What_she_asks_is_repeated_back(string said, string repeated)
    {
        await using var talk = await BeginAsync();

        Assert.EndsWith(repeated, (await talk.SaysAsync(Jansen, said)).Text, StringComparison.Ordinal);

        Assert.Equal(0, await KeptAsync(talk));
    }

    [TownFact]
    public async Task It_is_said_once_at_its_hour_and_not_before()
    {
        await using var talk = await BeginAsync();
        await talk.SaysAsync(Jansen, "zeg om vier uur dat ik de was eruit haal");
        Assert.Equal("Goed. Vandaag om 16:00 uur zeg ik u: de was eruit halen.", (await talk.SaysAsync(Jansen, "ja")).Text);
        var before = talk.Heard(Jansen).Count;

        await talk.UntilAsync("2026-03-06 15:59");
        Assert.Equal(before, talk.Heard(Jansen).Count);
        await talk.UntilAsync("2026-03-06 16:00");
        Assert.Contains("de was eruit halen", talk.Last(Jansen).Text, StringComparison.Ordinal);
        await talk.UntilAsync("2026-03-06 18:00");
        Assert.Equal(before + 1, talk.Heard(Jansen).Count);
    }

    [TownFact]
    public async Task What_is_missing_is_asked_and_a_correction_changes_the_part_it_names()
    {
        await using var talk = await BeginAsync();

        Assert.EndsWith("Wanneer zal ik dat zeggen?", (await talk.SaysAsync(Jansen, "herinner me aan de tandarts")).Text, StringComparison.Ordinal);
        Assert.StartsWith("Hoe laat zal ik dat zeggen?", (await talk.SaysAsync(Jansen, "morgen")).Text, StringComparison.Ordinal);
        Assert.Equal("Morgen om 10:00 uur zeg ik u: de tandarts. Klopt dat?", (await talk.SaysAsync(Jansen, "om tien uur")).Text);
        Assert.Equal("Morgen om 11:00 uur zeg ik u: de tandarts. Klopt dat?", (await talk.SaysAsync(Jansen, "nee, om elf uur")).Text);
        Assert.Equal("Goed. Ik verander niets.", (await talk.SaysAsync(Jansen, "laat maar")).Text);
        Assert.Equal(0, await KeptAsync(talk));
    }

    [TownFact]
    public async Task It_is_listed_moved_called_off_and_taken_back()
    {
        await using var talk = await BeginAsync();
        Assert.EndsWith("Er is niets waaraan ik u moet herinneren.", (await talk.SaysAsync(Jansen, "waaraan moet u mij herinneren")).Text, StringComparison.Ordinal);
        await AsksAsync(talk, "herinner me er morgen om tien uur aan dat ik de tandarts bel");
        await AsksAsync(talk, "zet de wekker om zeven uur");

        Assert.Equal(
            "Dit zal ik u zeggen:\nMorgen om 07:00 uur: tijd om op te staan.\nMorgen om 10:00 uur: de tandarts bellen.",
            (await talk.SaysAsync(Jansen, "welke herinneringen heb ik")).Text);
        Assert.EndsWith("Het wordt zaterdag 7 maart om 08:00 uur. Klopt dat?", (await talk.SaysAsync(Jansen, "verzet de wekker naar acht uur")).Text, StringComparison.Ordinal);
        await talk.SaysAsync(Jansen, "ja");
        Assert.EndsWith("de tandarts bellen. Klopt dat?", (await talk.SaysAsync(Jansen, "je hoeft me niet meer te herinneren aan de tandarts")).Text, StringComparison.Ordinal);
        await talk.SaysAsync(Jansen, "ja");
        Assert.Equal(1, await KeptAsync(talk));
        await talk.SaysAsync(Jansen, "toch niet");
        Assert.Equal(2, await KeptAsync(talk));
    }

    [TownFact]
    public async Task Of_what_comes_back_she_is_asked_what_she_means()
    {
        await using var talk = await BeginAsync();
        await AsksAsync(talk, "herinner me elke dag om half vier aan de thee");

        Assert.StartsWith("Dit komt steeds terug: de thee.", (await talk.SaysAsync(Jansen, "herinner me niet meer aan de thee")).Text, StringComparison.Ordinal);
        Assert.EndsWith("Alleen deze keer. Klopt dat?", (await talk.SaysAsync(Jansen, "alleen deze keer")).Text, StringComparison.Ordinal);
    }

    [TownFact]
    public async Task What_she_is_at_is_in_nobodys_way()
    {
        await using var talk = await BeginAsync();
        await talk.SaysAsync(Jansen, "noteer morgen om tien uur de kapper");
        await talk.SaysAsync(Jansen, "ja");

        Assert.EndsWith("de tandarts bellen. Klopt dat?", (await talk.SaysAsync(Jansen, "herinner me er morgen om tien uur aan dat ik de tandarts bel")).Text, StringComparison.Ordinal);
    }

    [TownFact]
    public async Task In_English_too()
    {
        await using var talk = await Talk.BeginAsync("2026-03-06 10:00");
        await talk.ResidentAsync("Mrs Smith", "en");

        Assert.EndsWith("Tomorrow at 10:00 am I tell you: call the dentist. Is that right?", (await talk.SaysAsync("Mrs Smith", "remind me tomorrow at ten to call the dentist")).Text, StringComparison.Ordinal);
        await talk.SaysAsync("Mrs Smith", "yes");

        Assert.Equal(1, await KeptAsync(talk));
    }

    private static async Task<Talk> BeginAsync()
    {
        var talk = await Talk.BeginAsync("2026-03-06 10:00");
        await talk.ResidentAsync(Jansen);
        return talk;
    }

    private static async Task AsksAsync(Talk talk, string said)
    {
        await talk.SaysAsync(Jansen, said);
        await talk.SaysAsync(Jansen, "ja");
    }

    private static Task<int> KeptAsync(Talk talk) =>
        talk.ReadAsync(db => db.Set<Appointment>().CountAsync(a => a.IsReminder && a.CancelledAt == null));
}
