using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Medication;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Bot.Skills;

public sealed class MedicationSkillTests
{
    private const string Jansen = "mevrouw Jansen";

    [Fact]
    public async Task The_button_of_a_reminder_notes_that_the_pills_were_taken()
    {
        await using var talk = await MorningAsync("08:00");
        await talk.UntilAsync("2026-03-10 08:00");
        Assert.Equal(["Ja, ingenomen", "Straks", "Nee"], talk.Last(Jansen).Choices.Select(c => c.Title));
        Assert.Contains("ochtendpillen van 08:00 uur", talk.Last(Jansen).Text, StringComparison.Ordinal);
        Assert.Contains("ochtendpillen van acht uur", talk.Last(Jansen).Speak, StringComparison.Ordinal);

        var answer = await talk.PressesAsync(Jansen, "Ja, ingenomen");

        Assert.Contains("ochtendpillen", answer.Text, StringComparison.Ordinal);
        Assert.Equal(DoseOutcome.Taken, (await RecordsAsync(talk)).Single().Outcome);
        await talk.UntilAsync("2026-03-10 09:30");
        Assert.Equal(2, talk.Heard(Jansen).Count);
    }

    [Fact]
    public async Task A_bare_yes_answers_the_open_question()
    {
        await using var talk = await MorningAsync("08:00");
        await talk.UntilAsync("2026-03-10 08:05");

        await talk.MeansAsync(Jansen, "yes");

        Assert.Equal(DoseOutcome.Taken, (await RecordsAsync(talk)).Single().Outcome);
    }

    [Fact]
    public async Task A_bare_no_asks_whether_to_ask_again_and_a_yes_to_that_is_later_not_taken()
    {
        await using var talk = await MorningAsync("08:00");
        await talk.UntilAsync("2026-03-10 08:00");

        var offer = await talk.MeansAsync(Jansen, "no");
        Assert.Equal(["Ja", "Nee"], offer.Choices.Select(c => c.Title));
        var later = await talk.MeansAsync(Jansen, "yes");

        Assert.Contains("08:20 uur", later.Text, StringComparison.Ordinal);
        Assert.Empty(await RecordsAsync(talk));
        await talk.UntilAsync("2026-03-10 08:20");
        Assert.Contains("al genomen?", talk.Last(Jansen).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_twice_leaves_the_pills_out()
    {
        await using var talk = await MorningAsync("08:00");
        await talk.UntilAsync("2026-03-10 08:00");

        await talk.MeansAsync(Jansen, "no");
        await talk.MeansAsync(Jansen, "no");

        Assert.Equal(DoseOutcome.Skipped, (await RecordsAsync(talk)).Single().Outcome);
    }

    [Fact]
    public async Task What_is_not_understood_under_the_question_is_asked_again_and_notes_nothing()
    {
        await using var talk = await MorningAsync("08:00");
        await talk.UntilAsync("2026-03-10 08:00");

        var again = await talk.SaysAsync(Jansen, "blauwe krokodil");

        Assert.Contains("ochtendpillen van 08:00 uur al genomen?", again.Text, StringComparison.Ordinal);
        Assert.Empty(await RecordsAsync(talk));
    }

    [Fact]
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

    [Fact]
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

    [Fact]
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

    [Fact]
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

    [Fact]
    public async Task Pills_that_are_not_due_are_not_noted()
    {
        await using var talk = await MorningAsync("20:00");

        var answer = await talk.MeansAsync(Jansen, "medication.taken");

        Assert.Contains("noteer dus niets", answer.Text, StringComparison.Ordinal);
        Assert.Empty(await RecordsAsync(talk));
    }

    [Fact]
    public async Task Taken_shortly_before_its_time_is_noted_and_not_asked_for_any_more()
    {
        await using var talk = await MorningAsync("08:00");
        await talk.UntilAsync("2026-03-10 07:30");

        await talk.MeansAsync(Jansen, "medication.taken");
        await talk.UntilAsync("2026-03-10 08:30");

        Assert.Single(await RecordsAsync(talk));
        Assert.Single(talk.Heard(Jansen));
    }

    [Fact]
    public async Task Said_twice_it_is_noted_once_and_the_time_is_told()
    {
        await using var talk = await MorningAsync("08:00");
        await talk.UntilAsync("2026-03-10 08:12");
        await talk.MeansAsync(Jansen, "medication.taken");

        await talk.UntilAsync("2026-03-10 09:00");
        var answer = await talk.MeansAsync(Jansen, "medication.taken");

        Assert.Contains("08:12 uur", answer.Text, StringComparison.Ordinal);
        Assert.Single(await RecordsAsync(talk));
    }

    [Fact]
    public async Task Left_out_and_taken_after_all_is_noted_as_taken()
    {
        await using var talk = await MorningAsync("08:00");
        await talk.UntilAsync("2026-03-10 08:00");
        await talk.PressesAsync(Jansen, "Nee");

        await talk.UntilAsync("2026-03-10 08:30");
        await talk.MeansAsync(Jansen, "medication.taken");
        var status = await talk.MeansAsync(Jansen, "medication.status");

        Assert.StartsWith("Ja. U zei om 08:30 uur", status.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_record_answers_whether_the_pills_were_taken_with_the_time()
    {
        await using var talk = await MorningAsync("08:00");
        await talk.UntilAsync("2026-03-10 08:12");
        await talk.MeansAsync(Jansen, "medication.taken");

        var status = await talk.MeansAsync(Jansen, "medication.status");

        Assert.Equal("Ja. U zei om 08:12 uur dat u de ochtendpillen had genomen.", status.Text);
        Assert.Equal("Ja. U zei om twaalf over acht dat u de ochtendpillen had genomen.", status.Speak);
    }

    [Fact]
    public async Task A_silent_record_says_so_and_sends_to_the_pharmacy()
    {
        await using var talk = await MorningAsync("08:00");
        await talk.UntilAsync("2026-03-10 10:30");

        var status = await talk.MeansAsync(Jansen, "medication.status");

        Assert.Contains("Over de ochtendpillen van 08:00 uur heb ik niets gehoord.", status.Text, StringComparison.Ordinal);
        Assert.Contains("apotheek", status.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Later_than_the_pills_may_wait_is_refused_and_notes_nothing()
    {
        await using var talk = await MorningAsync("08:00");
        await talk.UntilAsync("2026-03-10 08:00");
        await talk.MeansAsync(Jansen, "medication.later");
        await talk.UntilAsync("2026-03-10 08:20");
        await talk.MeansAsync(Jansen, "medication.later");
        await talk.UntilAsync("2026-03-10 08:40");

        var third = await talk.MeansAsync(Jansen, "medication.later");

        Assert.StartsWith("Zo lang kan ik niet wachten", third.Text, StringComparison.Ordinal);
        Assert.Empty(await RecordsAsync(talk));
    }

    [Theory]
    [InlineData("medication.advice", "Dat kan ik niet zeggen. Vraag het uw apotheek of huisarts.")]
    [InlineData("medication.list", "Dit staat er vandaag op uw lijst:\n08:00 uur: ochtendpillen.")]
    public async Task It_never_advises_and_names_moments_not_medicines(string intent, string expected)
    {
        await using var talk = await MorningAsync("08:00");
        await talk.MeansAsync(Jansen, "greeting");

        Assert.Equal(expected, (await talk.MeansAsync(Jansen, intent)).Text);
    }

    [Fact]
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

    private static async Task<Talk> MorningAsync(params IReadOnlyList<string> times)
    {
        var talk = await Talk.BeginAsync("2026-03-10 07:00");
        var resident = await talk.ResidentAsync(Jansen);
        await talk.PillsAsync(resident, times);
        return talk;
    }

    private static Task<List<DoseRecord>> RecordsAsync(Talk talk) =>
        talk.ReadAsync(db => db.Set<DoseRecord>().OrderBy(r => r.Id).ToListAsync());

    private static async Task<IReadOnlyList<int>> HoursTakenAsync(Talk talk)
    {
        var taken = (await RecordsAsync(talk)).Select(r => r.PlanItemId).ToList();
        var items = await talk.ReadAsync(db => db.Set<PlanItem>().Where(i => taken.Contains(i.Id)).OrderBy(i => i.At).ToListAsync());
        return [.. items.Select(i => i.At.ToUniversalTime().Hour + 1)];
    }
}
