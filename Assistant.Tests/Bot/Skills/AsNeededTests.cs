using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;
using static Assistant.Tests.Bot.Skills.PillTalk;

namespace Assistant.Tests.Bot.Skills;

/// <summary>As needed: the list is asked before the dose, and what was taken is noted.</summary>
public sealed class AsNeededTests
{
    [TownFact]
    public async Task The_first_of_the_day_may_be_taken_and_is_noted_after_her_yes()
    {
        await using var talk = await DayAsync();

        var may = await talk.SaysAsync(Jansen, "mag ik een paracetamol?");
        var noted = await talk.PressesAsync(Jansen, "Ja");

        Assert.EndsWith("Volgens uw lijst kan het nu. Daarna nog 3 in 24 uur. Neemt u er nu een?", may.Text, StringComparison.Ordinal);
        Assert.Equal("Ik noteer het. De volgende kan vandaag vanaf 13:00 uur.", noted.Text);
        Assert.Single(await IntakesAsync(talk));
    }

    [TownFact]
    public async Task Too_soon_is_told_before_the_dose_with_the_time_and_what_is_left()
    {
        await using var talk = await DayAsync();
        await talk.SaysAsync(Jansen, "mag ik een paracetamol?");
        await talk.PressesAsync(Jansen, "Ja");

        await talk.UntilAsync("2026-03-10 10:30");
        var soon = await talk.SaysAsync(Jansen, "mag ik een paracetamol?");

        Assert.Equal("U nam er om 09:00 uur een. De volgende kan vandaag vanaf 13:00 uur. Binnen 24 uur kunnen er nog 3.", soon.Text);
        Assert.Empty(soon.Choices);
        Assert.Single(await IntakesAsync(talk));
    }

    [TownFact]
    public async Task After_four_in_a_day_the_next_can_be_when_the_first_is_a_day_ago()
    {
        await using var talk = await DayAsync();
        foreach (var at in new[] { "09:00", "13:00", "17:00", "21:00" })
        {
            await talk.UntilAsync($"2026-03-10 {at}");
            await talk.SaysAsync(Jansen, "ik heb net een paracetamol genomen");
        }

        await talk.UntilAsync("2026-03-11 02:00");
        var full = await talk.SaysAsync(Jansen, "mag ik nog een paracetamol?");

        Assert.EndsWith("U nam er al zoveel als op uw lijst staat. De volgende kan vandaag vanaf 09:00 uur.", full.Text, StringComparison.Ordinal);
    }

    [TownFact]
    public async Task What_was_taken_too_soon_is_noted_as_a_fact_and_sends_to_the_pharmacy()
    {
        await using var talk = await DayAsync();
        await talk.SaysAsync(Jansen, "ik heb net een paracetamol genomen");
        await talk.UntilAsync("2026-03-10 10:00");

        var noted = await talk.SaysAsync(Jansen, "ik heb net een paracetamol genomen");

        Assert.Contains("apotheek", noted.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await IntakesAsync(talk)).Count);
    }

    [TownFact]
    public async Task Who_gets_up_for_a_glass_of_water_first_is_believed_by_her_button()
    {
        await using var talk = await DayAsync();
        await talk.SaysAsync(Jansen, "mag ik een paracetamol?");
        await talk.UntilAsync("2026-03-10 09:25");

        var noted = await talk.PressesAsync(Jansen, "Ja");

        Assert.StartsWith("Ik noteer het.", noted.Text, StringComparison.Ordinal);
        Assert.Equal(SmallTown.Moment("2026-03-10 09:25"), Assert.Single(await IntakesAsync(talk)).TakenAt);
    }

    [TownFact]
    public async Task A_yes_of_hours_ago_is_asked_again_and_notes_nothing()
    {
        await using var talk = await DayAsync();
        await talk.SaysAsync(Jansen, "mag ik een paracetamol?");
        await talk.UntilAsync("2026-03-10 15:00");

        var again = await talk.PressesAsync(Jansen, "Ja");

        Assert.EndsWith("Neemt u er nu een?", again.Text, StringComparison.Ordinal);
        Assert.Empty(await IntakesAsync(talk));
    }

    [TownTheory]
    [InlineData("mag ik een ibuprofen?")]
    [InlineData("mag ik een ibuprofen naast mijn paracetamol?")]
    public async Task A_medicine_that_is_not_on_her_list_is_never_taken_for_one_that_is(string asks)
    {
        await using var talk = await DayAsync();

        var other = await talk.SaysAsync(Jansen, asks);

        Assert.DoesNotContain("kan het nu", other.Text, StringComparison.Ordinal);
        Assert.EndsWith("apotheek of huisarts.", other.Text, StringComparison.Ordinal);
    }

    [TownTheory]
    [InlineData("mag ik een slaappil?")]
    [InlineData("mag ik een pijnstiller?")]
    public async Task Without_a_name_nothing_is_guessed_even_where_her_list_has_but_one(string asks)
    {
        await using var talk = await DayAsync();

        var which = await talk.SaysAsync(Jansen, asks);

        Assert.DoesNotContain("kan het nu", which.Text, StringComparison.Ordinal);
        Assert.Empty(which.Choices);
    }

    [TownFact]
    public async Task Of_two_it_asks_which_and_the_name_answers()
    {
        await using var talk = await DayAsync();
        await talk.StoreAsync(AsNeeded(await talk.ReadAsync(db => db.Set<Resident>().SingleAsync()), "Oxazepam 10 mg"));

        var which = await talk.SaysAsync(Jansen, "mag ik iets tegen de pijn?");
        var may = await talk.SaysAsync(Jansen, "de paracetamol");

        Assert.Contains("Welke bedoelt u?", which.Text, StringComparison.Ordinal);
        Assert.EndsWith("Neemt u er nu een?", may.Text, StringComparison.Ordinal);
    }

    [TownFact]
    public async Task Without_limits_it_says_that_it_does_not_know()
    {
        await using var talk = await Talk.BeginAsync("2026-03-10 09:00");
        var resident = await talk.ResidentAsync(Jansen);
        await talk.StoreAsync(AsNeeded(resident, "Paracetamol 500 mg", limits: false));

        var answer = await talk.SaysAsync(Jansen, "mag ik een paracetamol?");

        Assert.EndsWith("Op uw lijst staat niet hoe vaak die mag. Vraag het uw apotheek of huisarts.", answer.Text, StringComparison.Ordinal);
    }

    private static async Task<Talk> DayAsync()
    {
        var talk = await Talk.BeginAsync("2026-03-10 09:00");
        await talk.StoreAsync(AsNeeded(await talk.ResidentAsync(Jansen), "Paracetamol 500 mg"));
        return talk;
    }

    private static Regimen AsNeeded(Resident resident, string medicine, bool limits = true) => new()
    {
        Id = Guid.CreateVersion7(Talk.Moment("2026-03-10 07:00").AddTicks(medicine.Length)),
        ResidentId = resident.Id,
        Medicine = medicine,
        From = new DateOnly(2026, 1, 1),
        TellsCircle = false,
        Dosages =
        [
            new Dosage
            {
                AsNeeded = true,
                Dose = DoseAmount.Of(1, "tablet"),
                MinimumInterval = limits ? TimeSpan.FromHours(4) : null,
                MaxDosePerPeriod = limits ? new MaxDose(4, "tablet", TimeSpan.FromDays(1)) : null,
            },
        ],
    };

    private static Task<List<IntakeRecord>> IntakesAsync(Talk talk) => talk.ReadAsync(db => db.Set<IntakeRecord>().ToListAsync());
}
