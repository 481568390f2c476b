using Assistant.Scheduling.DayPlan;
using Assistant.Tests.Bot.Skills;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

/// <summary>What was put on the list, moved or taken off is put back by a word, for ten minutes.</summary>
public sealed class AChangeCanBeTakenBackForTenMinutes
{
    private const string Jansen = "mevrouw Jansen";

    [TownTheory]
    [InlineData("toch niet")]
    [InlineData("maak dat ongedaan")]
    [InlineData("doe dat maar ongedaan")]
    public async Task By_her_own_words(string said)
    {
        await using var talk = await WithHairdresserAsync();

        Assert.StartsWith("Ik heb het teruggedraaid.", (await talk.SaysAsync(Jansen, said)).Text, StringComparison.Ordinal);

        Assert.Empty(await OnTheListAsync(talk));
    }

    [TownFact]
    public async Task By_its_button_and_not_twice()
    {
        await using var talk = await WithHairdresserAsync();

        await talk.PressesAsync(Jansen, "Ongedaan maken");
        Assert.Empty(await OnTheListAsync(talk));
        Assert.StartsWith("Dat kan ik niet meer terugdraaien.", (await talk.PressesAsync(Jansen, "Ongedaan maken")).Text, StringComparison.Ordinal);
    }

    [TownFact]
    public async Task A_bare_no_is_asked_and_a_bare_yes_leaves_it()
    {
        await using var talk = await WithHairdresserAsync();

        Assert.Equal("Goed. Zo blijft het.", (await talk.SaysAsync(Jansen, "ja")).Text);
        await talk.SaysAsync(Jansen, "verzet de kapper naar donderdag");
        await talk.SaysAsync(Jansen, "ja");
        Assert.Equal(["2026-03-12 14:30"], await OnTheListAsync(talk));

        Assert.EndsWith("ongedaan maken?", (await talk.SaysAsync(Jansen, "nee")).Text, StringComparison.Ordinal);
        await talk.SaysAsync(Jansen, "ja");
        Assert.Equal(["2026-03-10 14:30"], await OnTheListAsync(talk));
    }

    [TownFact]
    public async Task Also_when_something_else_was_said_in_between_and_not_after_ten_minutes()
    {
        await using var talk = await WithHairdresserAsync();
        await talk.SaysAsync(Jansen, "hoe laat is het");
        await talk.SaysAsync(Jansen, "schrap de kapper");
        await talk.SaysAsync(Jansen, "ja");
        Assert.Empty(await OnTheListAsync(talk));

        await talk.UntilAsync("2026-03-06 10:09");
        Assert.StartsWith("Ik heb het teruggedraaid.", (await talk.SaysAsync(Jansen, "maak dat ongedaan")).Text, StringComparison.Ordinal);
        Assert.Equal(["2026-03-10 14:30"], await OnTheListAsync(talk));

        await talk.UntilAsync("2026-03-06 10:21");
        Assert.Equal("Er is niets om terug te draaien.", (await talk.SaysAsync(Jansen, "maak dat ongedaan")).Text);
    }

    private static async Task<Talk> WithHairdresserAsync()
    {
        var talk = await Talk.BeginAsync("2026-03-06 10:00");
        await talk.ResidentAsync(Jansen);
        await talk.SaysAsync(Jansen, "dinsdag om half drie naar de kapper");
        await talk.SaysAsync(Jansen, "ja");
        return talk;
    }

    private static async Task<IReadOnlyList<string>> OnTheListAsync(Talk talk) =>
        [.. (await talk.ReadAsync(db => db.Set<Appointment>().AsNoTracking().Where(a => a.CancelledAt == null).ToListAsync()))
            .Select(a => $"{a.Date:yyyy-MM-dd} {a.At:HH:mm}")];
}
