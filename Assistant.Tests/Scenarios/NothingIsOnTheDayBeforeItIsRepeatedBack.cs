using Assistant.Scheduling.DayPlan;
using Assistant.Tests.Bot.Skills;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

/// <summary>What mevrouw Jansen wants on her list is repeated back; only a yes to that puts it there.</summary>
public sealed class NothingIsOnTheDayBeforeItIsRepeatedBack
{
    private const string Jansen = "mevrouw Jansen";

    [TownFact]
    public async Task A_whole_sentence_is_repeated_and_counts_after_a_yes()
    {
        await using var talk = await BeginAsync();

        var asked = await talk.SaysAsync(Jansen, "dinsdag om half drie naar de kapper");
        Assert.EndsWith("Dinsdag 10 maart om 14:30 uur: kapper. Klopt dat?", asked.Text, StringComparison.Ordinal);
        Assert.Empty(await AppointmentsAsync(talk));

        var done = await talk.SaysAsync(Jansen, "ja");
        Assert.Equal("Het staat op uw lijst. Dinsdag 10 maart om 14:30 uur: kapper.", done.Text);
        Assert.Equal(["2026-03-10 14:30 kapper"], await AppointmentsAsync(talk));
    }

    [TownFact]
    public async Task What_is_missing_is_asked_one_thing_at_a_time_and_nothing_said_is_lost()
    {
        await using var talk = await BeginAsync();

        Assert.EndsWith("Op welke dag is dat?", (await talk.SaysAsync(Jansen, "maak een afspraak met de kapper")).Text, StringComparison.Ordinal);
        Assert.StartsWith("Hoe laat is dat?", (await talk.SaysAsync(Jansen, "woensdag")).Text, StringComparison.Ordinal);
        Assert.StartsWith("Dat uur staat niet op de klok.", (await talk.SaysAsync(Jansen, "om 25 uur")).Text, StringComparison.Ordinal);
        Assert.Equal("Woensdag 11 maart om 09:00 uur: kapper. Klopt dat?", (await talk.SaysAsync(Jansen, "om negen uur")).Text);
        await talk.SaysAsync(Jansen, "dat klopt");

        Assert.Equal(["2026-03-11 09:00 kapper"], await AppointmentsAsync(talk));
    }

    [TownFact]
    public async Task A_correction_changes_the_part_it_names_and_is_repeated_again()
    {
        await using var talk = await BeginAsync();

        await talk.SaysAsync(Jansen, "ik moet dinsdag om half drie naar de kapper");
        Assert.Equal("Dinsdag 10 maart om 09:00 uur: kapper. Klopt dat?", (await talk.SaysAsync(Jansen, "nee, om negen uur")).Text);
        Assert.Equal("Woensdag 11 maart om 09:00 uur: kapper. Klopt dat?", (await talk.SaysAsync(Jansen, "nee, woensdag")).Text);
        Assert.Equal("Woensdag 11 maart om 09:00 uur: pedicure. Klopt dat?", (await talk.SaysAsync(Jansen, "nee, naar de pedicure")).Text);
        Assert.Equal("Woensdag 11 maart om 10:00 uur: pedicure. Klopt dat?", (await talk.SaysAsync(Jansen, "ja, maar om tien uur")).Text);
        Assert.Empty(await AppointmentsAsync(talk));
    }

    [TownTheory]
    [InlineData("nee", "Wat moet er anders?")]
    [InlineData("laat maar", "Goed. Ik verander niets.")]
    [InlineData("mwah ik weet het niet hoor", "Dinsdag 10 maart om 14:30 uur")]
    public async Task Whatever_is_no_clear_yes_puts_nothing_on_the_list(string said, string answer)
    {
        await using var talk = await BeginAsync();
        await talk.SaysAsync(Jansen, "dinsdag om half drie naar de kapper");

        Assert.StartsWith(answer, (await talk.SaysAsync(Jansen, said)).Text, StringComparison.Ordinal);

        Assert.Empty(await AppointmentsAsync(talk));
    }

    [TownFact]
    public async Task A_yes_after_the_question_has_lapsed_puts_nothing_there()
    {
        await using var talk = await BeginAsync();
        await talk.SaysAsync(Jansen, "dinsdag om half drie naar de kapper");
        await talk.UntilAsync("2026-03-06 10:11");

        Assert.Equal("Die vraag is voorbij. Ik heb niets veranderd.", (await talk.PressesAsync(Jansen, "Ja")).Text);

        Assert.Empty(await AppointmentsAsync(talk));
    }

    [TownFact]
    public async Task What_is_in_the_way_is_said_and_a_moment_that_is_over_is_asked_again()
    {
        await using var talk = await BeginAsync();
        await talk.SaysAsync(Jansen, "dinsdag om half drie naar de kapper");
        await talk.SaysAsync(Jansen, "ja");

        var asked = await talk.SaysAsync(Jansen, "zet dinsdag om drie uur de tandarts in mijn agenda");
        Assert.Equal("Dinsdag 10 maart om 15:00 uur: tandarts. Dan heeft u ook: kapper. Klopt dat?", asked.Text);
        Assert.Equal("Dinsdag 10 maart om 16:00 uur: tandarts. Klopt dat?", (await talk.SaysAsync(Jansen, "nee, om vier uur")).Text);
        await talk.SaysAsync(Jansen, "ja");

        Assert.StartsWith("Dat moment is al voorbij.", (await talk.SaysAsync(Jansen, "noteer vandaag om 9:00 de pedicure")).Text, StringComparison.Ordinal);
        Assert.Equal("Donderdag 12 maart om 09:00 uur: pedicure. Klopt dat?", (await talk.SaysAsync(Jansen, "donderdag")).Text);
    }

    [TownFact]
    public async Task What_no_rule_foresaw_but_comes_back_is_asked_about_and_pills_are_another_list()
    {
        await using var talk = await BeginAsync();

        Assert.EndsWith("Pillen staan op een aparte lijst. Daar verander ik niets aan.", (await talk.SaysAsync(Jansen, "zet morgen om acht uur mijn pillen in mijn agenda")).Text, StringComparison.Ordinal);
        Assert.StartsWith("Hoe laat is dat?", (await talk.SaysAsync(Jansen, "elke woensdag zwemmen")).Text, StringComparison.Ordinal);
        Assert.Equal("Elke woensdag om 10:00 uur: zwemmen. Klopt dat?", (await talk.SaysAsync(Jansen, "tien uur")).Text);
        Assert.Equal("Elke donderdag om 10:00 uur: zwemmen. Klopt dat?", (await talk.SaysAsync(Jansen, "nee, donderdag")).Text);
    }

    [TownFact]
    public async Task Which_one_is_asked_and_what_is_over_or_unknown_changes_nothing()
    {
        await using var talk = await BeginAsync();
        await talk.SaysAsync(Jansen, "noteer vandaag om elf uur de pedicure");
        await talk.SaysAsync(Jansen, "ja");
        await talk.SaysAsync(Jansen, "dinsdag om half drie naar de kapper");
        await talk.SaysAsync(Jansen, "ja");

        var which = await talk.SaysAsync(Jansen, "verzet de afspraak naar donderdag");
        Assert.Equal(("Welke bedoelt u?", "pedicure kapper"), (which.Text, string.Join(' ', which.Choices.Select(c => c.Title.ToLowerInvariant()))));
        Assert.Equal("Het staat op dinsdag 10 maart: kapper. Het wordt donderdag 12 maart om 14:30 uur. Klopt dat?", (await talk.SaysAsync(Jansen, "de kapper")).Text);
        await talk.SaysAsync(Jansen, "laat maar");
        Assert.Equal("Dat vind ik niet op uw lijst. Ik heb niets veranderd.", (await talk.SaysAsync(Jansen, "verzet de tandarts naar donderdag")).Text);
        await talk.UntilAsync("2026-03-06 12:00");
        Assert.Equal("Dat is al geweest: pedicure, vrijdag 6 maart. Ik heb niets veranderd.", (await talk.SaysAsync(Jansen, "verzet de pedicure naar donderdag")).Text);
        Assert.Equal(["2026-03-06 11:00 pedicure", "2026-03-10 14:30 kapper"], await AppointmentsAsync(talk));
    }

    [TownFact]
    public async Task Another_sentence_begins_anew_and_nobody_is_asked_for_ever_which_one_is_meant()
    {
        await using var talk = await BeginAsync();
        await AddAsync(talk, "noteer zondag om een uur Els eten");
        await AddAsync(talk, "noteer maandag om een uur Els wandelen");

        Assert.EndsWith("Welke bedoelt u?", (await talk.SaysAsync(Jansen, "Els gaat niet door, schrap die afspraak")).Text, StringComparison.Ordinal);
        Assert.Equal("Goed. Ik verander niets.", (await talk.SaysAsync(Jansen, "ja")).Text);
        await talk.SaysAsync(Jansen, "Els gaat niet door, schrap die afspraak");
        Assert.Equal("Dinsdag 10 maart om 14:30 uur: kapper. Klopt dat?", (await talk.SaysAsync(Jansen, "dinsdag om half drie naar de kapper")).Text);
        await talk.SaysAsync(Jansen, "laat maar");
        Assert.StartsWith("Overmorgen om 13:00 uur: Els eten", (await talk.SaysAsync(Jansen, "hoe laat komt Els eten")).Text, StringComparison.OrdinalIgnoreCase);
        await talk.SaysAsync(Jansen, "ik ga zondag toch niet eten met Els");
        Assert.Equal(2, (await AppointmentsAsync(talk)).Count);
    }

    private static async Task AddAsync(Talk talk, string said)
    {
        await talk.SaysAsync(Jansen, said);
        await talk.SaysAsync(Jansen, "ja");
    }

    private static async Task<Talk> BeginAsync()
    {
        var talk = await Talk.BeginAsync("2026-03-06 10:00");
        await talk.ResidentAsync(Jansen);
        return talk;
    }

    private static async Task<IReadOnlyList<string>> AppointmentsAsync(Talk talk) =>
        [.. (await talk.ReadAsync(db => db.Set<Appointment>().AsNoTracking().Where(a => a.CancelledAt == null).ToListAsync()))
            .Select(a => $"{a.Date:yyyy-MM-dd} {a.At:HH:mm} {a.Title}").Order(StringComparer.Ordinal)];
}
