using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Bot.Skills;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

public sealed class SheTakesItBackByTalk
{
    private const string Jansen = "mevrouw Jansen";

    [TownFact]
    public async Task Who_may_know_what_is_told_shortly_and_truly()
    {
        var (talk, _) = await TalkAsync();
        await using var open = talk;

        var told = await talk.SaysAsync(Jansen, "wie mag wat weten");

        Assert.Contains("Els mag weten dat u niet antwoordt.", told.Text, StringComparison.Ordinal);
        Assert.Contains("Ik mag vragen hoe het gaat.", told.Text, StringComparison.Ordinal);
    }

    [TownTheory]
    [InlineData("Els mag het niet meer weten", "Els")]
    [InlineData("vertel de organisator niets meer", "Marijke")]
    [InlineData("stop met vragen hoe het gaat", "hoe het gaat")]
    [InlineData("stop met herinneren", "pillen")]
    [InlineData("onthoud dat niet", "onthoud")]
    public async Task It_is_repeated_back_done_after_a_yes_and_undone_by_one_word(string words, string repeated)
    {
        var (talk, jansen) = await TalkAsync();
        await using var open = talk;
        var before = await GivenAsync(talk);

        Assert.Contains(repeated, (await talk.SaysAsync(Jansen, words)).Text, StringComparison.Ordinal);
        Assert.Equal(before, await GivenAsync(talk));
        Assert.Contains("geregeld", (await talk.SaysAsync(Jansen, "ja")).Text, StringComparison.Ordinal);
        Assert.True(await GivenAsync(talk) < before);
        Assert.Contains("teruggedraaid", (await talk.PressesAsync(Jansen, "Nee, draai terug")).Text, StringComparison.Ordinal);
        Assert.Equal(before, await GivenAsync(talk));
        Assert.True((await talk.AgreedAsync(jansen)).IsWatched);
    }

    [TownFact]
    public async Task A_no_changes_nothing_and_thanks_is_no_undoing()
    {
        var (talk, jansen) = await TalkAsync();
        await using var open = talk;
        await talk.SaysAsync(Jansen, "Els mag het niet meer weten");
        await talk.SaysAsync(Jansen, "nee");
        Assert.True((await talk.AgreedAsync(jansen)).SharesAnything(talk.IdOf("Els")));

        await talk.SaysAsync(Jansen, "Els mag het niet meer weten");
        await talk.SaysAsync(Jansen, "ja");
        await talk.SaysAsync(Jansen, "ja dank je");

        Assert.False((await talk.AgreedAsync(jansen)).SharesAnything(talk.IdOf("Els")));
        Assert.True((await talk.AgreedAsync(jansen)).SharesAnything(talk.IdOf("Ria")));
    }

    [TownFact]
    public async Task Words_of_safety_work_always_and_whoever_comes_hears_no_reason()
    {
        var (talk, _) = await TalkAsync();
        await using var open = talk;
        await talk.SaysAsync(Jansen, "stop met alles delen");
        await talk.SaysAsync(Jansen, "ja");

        await talk.SaysAsync(Jansen, "ik ben gevallen en kan niet opstaan");

        Assert.Equal(ConcernKind.Emergency, (await talk.ReadAsync(db => db.Set<Concern>().SingleAsync())).Kind);
        Assert.Contains("heeft nu hulp nodig", talk.Last("Els").Text, StringComparison.Ordinal);
        Assert.DoesNotContain("gevallen", talk.Last("Els").Text, StringComparison.Ordinal);
    }

    [TownFact]
    public async Task What_she_says_of_her_mood_is_told_to_nobody_who_may_not_know()
    {
        var (talk, _) = await TalkAsync();
        await using var open = talk;
        await talk.SaysAsync(Jansen, "stop met alles delen");
        await talk.SaysAsync(Jansen, "ja");

        var answer = await talk.SaysAsync(Jansen, "ik voel me niet zo goed");

        Assert.Contains("Bel iemand die u vertrouwt", answer.Text, StringComparison.Ordinal);
        Assert.False(await talk.ReadAsync(db => db.Set<Concern>().AnyAsync()));
        Assert.Empty(talk.Heard(Talk.Organiser));
    }

    private static Task<int> GivenAsync(Talk talk) => talk.ReadAsync(db => db.Set<ConsentGrant>()
        .CountAsync(g => g.Answer == ConsentAnswer.Given && g.WithdrawnAt == null && g.ReplacedAt == null));

    private static async Task<(Talk Talk, Resident Jansen)> TalkAsync()
    {
        var talk = await Talk.BeginAsync("2026-03-10 10:00");
        var jansen = await talk.ResidentAsync(Jansen);
        await talk.CircleAsync(jansen, "Els", "Ria");
        return (talk, jansen);
    }
}
