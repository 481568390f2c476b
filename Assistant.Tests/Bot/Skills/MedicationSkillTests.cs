using Assistant.Scheduling.Medication;
using Assistant.Tests.Town;
using static Assistant.Tests.Bot.Skills.PillTalk;

namespace Assistant.Tests.Bot.Skills;

/// <summary>What is said of pills is noted, put off, and told again from the record.</summary>
public sealed class MedicationSkillTests
{
    [TownFact]
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

    [TownFact]
    public async Task A_bare_yes_answers_the_open_question()
    {
        await using var talk = await MorningAsync("08:00");
        await talk.UntilAsync("2026-03-10 08:05");

        await talk.MeansAsync(Jansen, "yes");

        Assert.Equal(DoseOutcome.Taken, (await RecordsAsync(talk)).Single().Outcome);
    }

    [TownFact]
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

    [TownFact]
    public async Task What_is_left_out_is_named_with_its_time()
    {
        await using var talk = await MorningAsync("11:30", "12:00");
        await talk.UntilAsync("2026-03-10 12:00");

        var noted = await talk.PressesAsync(Jansen, "Nee");

        Assert.Contains("middagpillen van 12:00 uur niet", noted.Text, StringComparison.Ordinal);
    }

    [TownFact]
    public async Task No_twice_leaves_the_pills_out()
    {
        await using var talk = await MorningAsync("08:00");
        await talk.UntilAsync("2026-03-10 08:00");

        await talk.MeansAsync(Jansen, "no");
        await talk.MeansAsync(Jansen, "no");

        Assert.Equal(DoseOutcome.Skipped, (await RecordsAsync(talk)).Single().Outcome);
    }

    [TownFact]
    public async Task What_is_not_understood_under_the_question_is_asked_again_and_notes_nothing()
    {
        await using var talk = await MorningAsync("08:00");
        await talk.UntilAsync("2026-03-10 08:00");

        var again = await talk.SaysAsync(Jansen, "blauwe krokodil");

        Assert.Contains("ochtendpillen van 08:00 uur al genomen?", again.Text, StringComparison.Ordinal);
        Assert.Empty(await RecordsAsync(talk));
    }

    [TownFact]
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

    [TownFact]
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

    [TownFact]
    public async Task The_record_answers_whether_the_pills_were_taken_with_the_time()
    {
        await using var talk = await MorningAsync("08:00");
        await talk.UntilAsync("2026-03-10 08:12");
        await talk.MeansAsync(Jansen, "medication.taken");

        var status = await talk.MeansAsync(Jansen, "medication.status");

        Assert.Equal("Ja. U zei om 08:12 uur dat u de ochtendpillen had genomen.", status.Text);
        Assert.Equal("Ja. U zei om twaalf over acht dat u de ochtendpillen had genomen.", status.Speak);
    }

    [TownFact]
    public async Task A_silent_record_says_so_and_sends_to_the_pharmacy()
    {
        await using var talk = await MorningAsync("08:00");
        await talk.UntilAsync("2026-03-10 10:30");

        var status = await talk.MeansAsync(Jansen, "medication.status");

        Assert.Contains("Over de ochtendpillen van 08:00 uur heb ik niets gehoord.", status.Text, StringComparison.Ordinal);
        Assert.Contains("apotheek", status.Text, StringComparison.Ordinal);
    }

    [TownFact]
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

    [TownTheory]
    [InlineData("medication.advice", "Dat kan ik niet zeggen. Vraag het uw apotheek of huisarts.")]
    [InlineData("medication.list", "Dit staat er vandaag op uw lijst:\n08:00 uur: ochtendpillen.")]
    public async Task It_never_advises_and_names_moments_not_medicines(string intent, string expected)
    {
        await using var talk = await MorningAsync("08:00");
        await talk.MeansAsync(Jansen, "greeting");

        Assert.Equal(expected, (await talk.MeansAsync(Jansen, intent)).Text);
    }

    [TownFact]
    public async Task A_time_still_to_come_is_a_plan_and_no_intake()
    {
        await using var talk = await MorningAsync("08:00");
        await talk.UntilAsync("2026-03-10 08:00");

        var later = await talk.SaysAsync(Jansen, "ja om half negen");

        Assert.Contains("08:30 uur", later.Text, StringComparison.Ordinal);
        Assert.Empty(await RecordsAsync(talk));
    }

    [TownFact]
    public async Task Soon_names_no_time_so_it_may_be_said_twice_only()
    {
        await using var talk = await MorningAsync("08:00");
        await talk.UntilAsync("2026-03-10 08:00");
        Assert.Contains("08:20 uur", (await talk.SaysAsync(Jansen, "straks")).Text, StringComparison.Ordinal);
        await talk.UntilAsync("2026-03-10 08:20");
        Assert.Contains("08:40 uur", (await talk.SaysAsync(Jansen, "straks")).Text, StringComparison.Ordinal);

        await talk.UntilAsync("2026-03-10 08:40");
        Assert.StartsWith("Zo lang kan ik niet wachten", (await talk.SaysAsync(Jansen, "straks")).Text, StringComparison.Ordinal);
    }

    [TownFact]
    public async Task Why_she_leaves_them_out_is_kept_in_her_own_words()
    {
        await using var talk = await MorningAsync("08:00");
        await talk.UntilAsync("2026-03-10 08:10");

        await talk.SaysAsync(Jansen, "ik neem mijn pillen niet want ik ben misselijk");

        var record = (await RecordsAsync(talk)).Single();
        Assert.Equal((DoseOutcome.Skipped, "ik ben misselijk"), (record.Outcome, record.Reason));
    }

    [TownFact]
    public async Task Forgotten_in_time_is_asked_again_and_not_left_out()
    {
        await using var talk = await MorningAsync("08:00");
        await talk.UntilAsync("2026-03-10 08:10");

        var offer = await talk.SaysAsync(Jansen, "vergeten");

        Assert.EndsWith("?", offer.Text, StringComparison.Ordinal);
        Assert.Empty(await RecordsAsync(talk));
    }
}
