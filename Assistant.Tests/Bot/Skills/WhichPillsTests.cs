using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Medication;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;
using static Assistant.Tests.Bot.Skills.PillTalk;

namespace Assistant.Tests.Bot.Skills;

/// <summary>Of which pills something is said: never guessed.</summary>
public sealed class WhichPillsTests
{
    [TownFact]
    public async Task Taken_while_two_moments_are_open_asks_which_and_the_button_says_it()
    {
        await using var talk = await MorningAsync("08:00", "08:40");
        await talk.UntilAsync("2026-03-10 08:30");
        await talk.UntilAsync("2026-03-10 08:50");

        var which = await talk.MeansAsync(Jansen, "medication.taken");
        Assert.Empty(await RecordsAsync(talk));
        Assert.Equal(["08:00 uur", "08:40 uur"], which.Choices.Select(c => c.Title));
        await talk.PressesAsync(Jansen, "08:00 uur");

        Assert.Equal([8], await HoursTakenAsync(talk));
    }

    [TownFact]
    public async Task A_bare_yes_while_two_moments_are_open_asks_which_and_the_words_of_a_button_say_it()
    {
        await using var talk = await MorningAsync("10:30", "11:15");
        await talk.UntilAsync("2026-03-10 10:30");
        await talk.UntilAsync("2026-03-10 11:15");

        await talk.MeansAsync(Jansen, "yes");
        Assert.Empty(await RecordsAsync(talk));
        await talk.SaysAsync(Jansen, "middagpillen");

        Assert.Equal([11], await HoursTakenAsync(talk));
    }

    [TownFact]
    public async Task Both_is_an_answer_to_which()
    {
        await using var talk = await MorningAsync("10:30", "11:15");
        await talk.UntilAsync("2026-03-10 10:30");
        await talk.UntilAsync("2026-03-10 11:15");
        await talk.MeansAsync(Jansen, "medication.taken");

        var noted = await talk.SaysAsync(Jansen, "allebei natuurlijk");

        Assert.Equal([10, 11], await HoursTakenAsync(talk));
        Assert.Contains("ochtendpillen en middagpillen", noted.Text, StringComparison.Ordinal);
    }

    [TownFact]
    public async Task Yesterdays_button_notes_yesterdays_pills_with_the_real_time_and_leaves_today_alone()
    {
        await using var talk = await MorningAsync("21:00");
        await talk.UntilAsync("2026-03-10 21:00");
        await talk.PlanAsync();
        await talk.UntilAsync("2026-03-10 23:30");

        await talk.UntilAsync("2026-03-11 10:00");
        var answer = await talk.PressesAsync(Jansen, "Ja, ingenomen");

        Assert.Contains("gisteren", answer.Text, StringComparison.Ordinal);
        var record = (await RecordsAsync(talk)).Single();
        Assert.Equal(Talk.Moment("2026-03-11 10:00"), record.SaidAt);
        var states = await talk.ReadAsync(db => db.Set<PlanItem>().OrderBy(i => i.At).Select(i => i.State).ToListAsync());
        Assert.Equal([PlanItemState.Done, PlanItemState.Planned], states.Take(2));
    }

    [TownFact]
    public async Task Pills_that_are_not_due_are_not_noted()
    {
        await using var talk = await MorningAsync("20:00");

        var answer = await talk.MeansAsync(Jansen, "medication.taken");

        Assert.Contains("noteer dus niets", answer.Text, StringComparison.Ordinal);
        Assert.Empty(await RecordsAsync(talk));
    }

    [TownFact]
    public async Task Taken_shortly_before_its_time_is_noted_and_not_asked_for_any_more()
    {
        await using var talk = await MorningAsync("08:00");
        await talk.UntilAsync("2026-03-10 07:30");

        await talk.MeansAsync(Jansen, "medication.taken");
        await talk.UntilAsync("2026-03-10 08:30");

        Assert.Single(await RecordsAsync(talk));
        Assert.Single(talk.Heard(Jansen));
    }

    [TownFact]
    public async Task The_hour_at_which_they_were_taken_is_no_time_to_come()
    {
        await using var talk = await MorningAsync("08:00");
        await talk.UntilAsync("2026-03-10 08:20");

        await talk.SaysAsync(Jansen, "ik heb mijn pillen om acht uur genomen");

        Assert.Equal(DoseOutcome.Taken, (await RecordsAsync(talk)).Single().Outcome);
    }

    [TownFact]
    public async Task A_moment_named_in_words_is_not_another_one_that_happens_to_be_open()
    {
        await using var talk = await MorningAsync("08:00", "20:00");
        await talk.UntilAsync("2026-03-10 08:00");
        await talk.UntilAsync("2026-03-10 20:00");

        await talk.SaysAsync(Jansen, "ik heb de ochtendpillen genomen");

        Assert.Equal([8], await HoursTakenAsync(talk));
    }

    [TownFact]
    public async Task Somebody_elses_button_notes_nothing()
    {
        await using var talk = await MorningAsync("08:00");
        await talk.ResidentAsync("meneer Bakker");
        await talk.UntilAsync("2026-03-10 08:00");
        var button = talk.Last(Jansen).Choices[0];

        var answer = await talk.SendsAsync("meneer Bakker", button.Value);

        Assert.Contains("niets veranderd", answer.Text, StringComparison.Ordinal);
        Assert.Empty(await RecordsAsync(talk));
    }
}
