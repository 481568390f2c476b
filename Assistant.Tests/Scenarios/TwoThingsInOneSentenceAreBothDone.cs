using Assistant.Scheduling.Medication;
using Assistant.Tests.Bot.Skills;
using Assistant.Tests.Town;
using static Assistant.Tests.Bot.Skills.PillTalk;

namespace Assistant.Tests.Scenarios;

/// <summary>Mevrouw Jansen says two things in one breath. Each is done once, and no two questions are asked at a time.</summary>
public sealed class TwoThingsInOneSentenceAreBothDone
{
    [TownFact]
    public async Task What_she_took_is_written_down_and_the_programme_is_told()
    {
        await using var talk = await AskedAsync();
        var before = talk.Heard(Jansen).Count;

        await talk.SaysAsync(Jansen, "ik heb ze genomen en wat staat er vanmiddag op het programma");
        await talk.UntilAsync("2026-03-10 08:02");

        Assert.Equal(DoseOutcome.Taken, Assert.Single(await RecordsAsync(talk)).Outcome);
        var heard = talk.Heard(Jansen).Skip(before).ToList();
        Assert.Equal(2, heard.Count);
        Assert.Contains("lijst", heard[1].Text, StringComparison.Ordinal);
    }

    [TownFact]
    public async Task What_she_says_in_the_other_order_is_written_down_as_well()
    {
        await using var talk = await AskedAsync();

        await talk.SaysAsync(Jansen, "hoe laat is het en ik heb mijn pillen genomen");

        Assert.Equal(DoseOutcome.Taken, Assert.Single(await RecordsAsync(talk)).Outcome);
    }

    [TownFact]
    public async Task After_a_question_nothing_further_is_asked_until_it_is_answered()
    {
        await using var talk = await AskedAsync();
        var before = talk.Heard(Jansen).Count;

        await talk.SaysAsync(Jansen, "kan iemand boodschappen voor me doen en ik wil graag meedoen met de bingo");
        await talk.UntilAsync("2026-03-10 08:02");

        Assert.Single(talk.Heard(Jansen).Skip(before), message => message.Text.Contains('?'));
    }

    [TownFact]
    public async Task What_had_to_wait_for_her_yes_is_done_after_it()
    {
        var heard = await AnsweredAsync("ja");

        Assert.Equal(2, heard.Count);
        Assert.Equal("Zal ik Marijke zeggen dat u mee wilt doen?", heard[1]);
    }

    [TownFact]
    public async Task What_had_to_wait_for_her_no_is_done_after_it() =>
        Assert.Equal("Zal ik Marijke zeggen dat u mee wilt doen?", (await AnsweredAsync("nee"))[^1]);

    // What she hears once she has answered the question about the first of two things.
    private static async Task<IReadOnlyList<string>> AnsweredAsync(string answer)
    {
        await using var talk = await AskedAsync();
        await talk.SaysAsync(Jansen, "kan iemand boodschappen voor me doen en ik wil graag meedoen met de bingo");
        await talk.UntilAsync("2026-03-10 08:01");
        var before = talk.Heard(Jansen).Count;

        await talk.SaysAsync(Jansen, answer);
        await talk.UntilAsync("2026-03-10 08:02");

        return [.. talk.Heard(Jansen).Skip(before).Select(message => message.Text)];
    }

    private static async Task<Talk> AskedAsync()
    {
        var talk = await MorningAsync("08:00");
        await talk.UntilAsync("2026-03-10 08:00");
        return talk;
    }
}
