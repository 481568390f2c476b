using Assistant.Scheduling.CheckIns;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;
using static Assistant.Tests.Bot.Skills.PillTalk;

namespace Assistant.Tests.Bot.Skills;

/// <summary>How many are left, and being away.</summary>
public sealed class StockAndAwayTests
{
    [TownFact]
    public async Task What_she_counts_is_noted_with_the_day_until_which_it_lasts()
    {
        await using var talk = await MorningAsync("08:00", "20:00");

        var noted = await talk.SaysAsync(Jansen, "ik heb nog twintig pillen");

        Assert.EndsWith("Ik noteer dat u er nog 20 heeft. Dat is genoeg tot vrijdag 20 maart.", noted.Text, StringComparison.Ordinal);
    }

    [TownFact]
    public async Task Whether_they_run_out_is_answered_from_the_count_less_what_was_taken()
    {
        await using var talk = await MorningAsync("08:00", "20:00");
        await talk.SaysAsync(Jansen, "ik heb nog twintig pillen");
        await talk.UntilAsync("2026-03-10 08:00");
        await talk.MeansAsync(Jansen, "medication.taken");
        await talk.UntilAsync("2026-03-10 20:00");
        await talk.MeansAsync(Jansen, "medication.taken");
        await talk.UntilAsync("2026-03-11 08:00");
        await talk.MeansAsync(Jansen, "medication.taken");

        var left = await talk.SaysAsync(Jansen, "zijn mijn pillen bijna op?");

        Assert.Equal("Volgens mijn telling heeft u genoeg tot vrijdag 20 maart.", left.Text);
    }

    [TownFact]
    public async Task A_week_before_the_last_one_it_is_said_once()
    {
        await using var talk = await MorningAsync("08:00");
        await talk.SaysAsync(Jansen, "ik heb nog zes pillen");
        await talk.UntilAsync("2026-03-10 08:00");
        await talk.MeansAsync(Jansen, "medication.taken");
        await talk.UntilAsync("2026-03-10 08:05");

        Assert.Single(talk.Heard(Jansen), m => m.Text.Contains("is een van uw ochtendpillen op maandag 16 maart op", StringComparison.Ordinal));
        await talk.UntilAsync("2026-03-10 09:00");
        await talk.PressesAsync(Jansen, "Nee");
        await talk.PressesAsync(Jansen, "Ja, ingenomen");
        await talk.UntilAsync("2026-03-10 09:05");
        Assert.Single(talk.Heard(Jansen), m => m.Text.Contains("een van uw ochtendpillen", StringComparison.Ordinal));
    }

    [TownFact]
    public async Task Two_days_before_the_last_one_it_is_said_once_more()
    {
        await using var talk = await MorningAsync("08:00");
        await talk.SaysAsync(Jansen, "ik heb nog drie pillen");
        var told = new List<int>();
        foreach (var day in (string[])["2026-03-10", "2026-03-11", "2026-03-12"])
        {
            await talk.UntilAsync($"{day} 08:00");
            await talk.MeansAsync(Jansen, "medication.taken");
            await talk.UntilAsync($"{day} 08:05");
            told.Add(talk.Heard(Jansen).Count(m => m.Text.Contains("op vrijdag 13 maart op", StringComparison.Ordinal)));
        }

        Assert.Equal([1, 2, 2], told);
    }

    [TownFact]
    public async Task A_correction_leaves_its_trace_and_the_pill_is_in_the_box_again()
    {
        await using var talk = await MorningAsync("08:00");
        await talk.UntilAsync("2026-03-10 08:00");
        await talk.PressesAsync(Jansen, "Ja, ingenomen");
        await talk.UntilAsync("2026-03-10 08:01");
        await talk.PressesAsync(Jansen, "Nee");

        var intake = Assert.Single(await talk.ReadAsync(db => db.Set<IntakeRecord>().ToListAsync()));
        Assert.NotNull(intake.WithdrawnAt);
        Assert.Equal([DoseOutcome.Taken, DoseOutcome.Skipped], (await RecordsAsync(talk)).Select(r => r.Outcome));
    }

    [TownFact]
    public async Task Three_days_away_is_repeated_back_and_only_then_nothing_is_asked_until_she_is_back()
    {
        await using var talk = await MorningAsync("08:00");

        var sure = await talk.SaysAsync(Jansen, "ik ga drie dagen naar mijn dochter");
        Assert.EndsWith(
            "Ik stel dan geen vragen van vandaag tot vrijdag 13 maart. Niet over uw pillen, en niet hoe het gaat. Is dat goed?",
            sure.Text,
            StringComparison.Ordinal);
        await talk.PressesAsync(Jansen, "Ja");
        var heard = talk.Heard(Jansen).Count;
        await talk.PlanAsync();
        await talk.UntilAsync("2026-03-10 08:00");
        await talk.UntilAsync("2026-03-12 08:00");

        Assert.Equal(heard, talk.Heard(Jansen).Count);
        await talk.PlanAsync();
        await talk.UntilAsync("2026-03-13 08:00");
        Assert.Equal(heard + 2, talk.Heard(Jansen).Count); // that it begins again, and the pills
    }

    [TownFact]
    public async Task Back_early_brings_back_what_nobody_answered()
    {
        await using var talk = await MorningAsync("08:00", "20:00");
        await talk.StoreAsync(new CheckInSchedule
        {
            Id = Guid.CreateVersion7(talk.Now),
            ResidentId = (await talk.ReadAsync(db => db.Set<Resident>().SingleAsync())).Id,
            At = new TimeOnly(9, 0),
            Rule = "FREQ=DAILY",
            From = new DateOnly(2026, 1, 1),
            Grace = TimeSpan.FromHours(1),
        });
        await talk.SaysAsync(Jansen, "ik ga drie dagen naar mijn dochter");
        await talk.PressesAsync(Jansen, "Ja");
        await talk.UntilAsync("2026-03-10 12:00");

        var back = await talk.SaysAsync(Jansen, "ik ben weer thuis");
        await talk.PlanAsync();

        Assert.Contains("Welkom terug", back.Text, StringComparison.Ordinal);
        var evening = await talk.ReadAsync(db => db.Set<PlanItem>().Where(i => i.State == PlanItemState.Planned).MinAsync(i => i.At));
        Assert.Equal(Talk.Moment("2026-03-10 20:00"), evening);
        Assert.NotNull((await talk.ReadAsync(db => db.Set<Pause>().SingleAsync())).EndedAt);
    }

    [TownFact]
    public async Task Away_without_an_end_is_asked_until_when_and_no_changes_nothing()
    {
        await using var talk = await MorningAsync("08:00");

        var until = await talk.MeansAsync(Jansen, "pause.start");
        var sure = await talk.SaysAsync(Jansen, "vrijdag");
        await talk.PressesAsync(Jansen, "Nee");

        Assert.EndsWith("Wanneer bent u weer thuis?", until.Text, StringComparison.Ordinal);
        Assert.Contains("tot vrijdag 13 maart", sure.Text, StringComparison.Ordinal);
        Assert.Empty(await talk.ReadAsync(db => db.Set<MedicationPause>().ToListAsync()));
    }
}
