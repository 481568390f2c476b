using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Reminders;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Bot.Skills;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

public sealed class SheGoesThroughTheMorningAtHerOwnPace
{
    private const string Jansen = "mevrouw Jansen";
    private static readonly string[] Morning = ["Ga rustig rechtop zitten.", "U kunt zich nu wassen", "Uw kleren liggen op de stoel."];
    private static readonly string[] Coffee = ["Vul het kannetje met water", "Zet de knop aan"];

    [TownFact]
    public async Task The_plan_asks_whether_she_is_ready_and_each_klaar_brings_the_next_step()
    {
        await using var talk = await TalkAsync();
        await talk.UntilAsync("2026-03-10 08:00");
        Assert.Contains("opstaan", talk.Last(Jansen).Text, StringComparison.Ordinal);

        var first = await talk.SaysAsync(Jansen, "ja graag");
        Assert.Contains("Ga rustig rechtop zitten.", first.Text, StringComparison.Ordinal);
        Assert.Equal(["Klaar", "Wacht even", "Nog een keer"], first.Choices.Select(c => c.Title));
        Assert.Contains("U kunt zich nu wassen.", (await talk.SaysAsync(Jansen, "klaar")).Text, StringComparison.Ordinal);
        Assert.Contains("U kunt zich nu wassen.", (await talk.SaysAsync(Jansen, "nog een keer")).Text, StringComparison.Ordinal);
        Assert.Contains("Uw kleren liggen op de stoel.", (await talk.PressesAsync(Jansen, "Klaar")).Text, StringComparison.Ordinal);
        Assert.Contains("opstaan", (await talk.SaysAsync(Jansen, "dat is gelukt")).Text, StringComparison.Ordinal);

        Assert.Equal(PlanItemState.Done, (await ItemAsync(talk)).State);
        await talk.UntilAsync("2026-03-10 09:00");
        Assert.Equal(6, talk.Heard(Jansen).Count);
    }

    [TownFact]
    public async Task Wacht_waits_each_time_a_bit_longer_and_then_leaves_her_in_peace()
    {
        await using var talk = await TalkAsync();
        await talk.SaysAsync(Jansen, "hoe zet ik koffie");

        Assert.Contains("3 minuten", (await talk.SaysAsync(Jansen, "wacht even")).Text, StringComparison.Ordinal);
        await AskedAgainAsync(talk, "07:33");
        Assert.Contains("5 minuten", (await talk.SaysAsync(Jansen, "wacht")).Text, StringComparison.Ordinal);
        await AskedAgainAsync(talk, "07:38");
        Assert.Contains("8 minuten", (await talk.PressesAsync(Jansen, "Wacht even")).Text, StringComparison.Ordinal);
        await AskedAgainAsync(talk, "07:46");
        Assert.Contains("ga verder", (await talk.SaysAsync(Jansen, "momentje")).Text, StringComparison.Ordinal);
        var before = talk.Heard(Jansen).Count;
        await talk.UntilAsync("2026-03-10 07:59");
        Assert.Equal(before, talk.Heard(Jansen).Count);

        Assert.Contains("kannetje", (await talk.SaysAsync(Jansen, "ga verder")).Text, StringComparison.Ordinal);
    }

    [TownFact]
    public async Task What_she_asked_to_hear_again_is_asked_after_again()
    {
        await using var talk = await TalkAsync();
        await talk.SaysAsync(Jansen, "hoe zet ik koffie");
        await AskedAgainAsync(talk, "07:40");
        await talk.SaysAsync(Jansen, "nog een keer");

        await AskedAgainAsync(talk, "07:50");
    }

    [TownFact]
    public async Task Stop_stops_and_silence_is_asked_after_and_then_left_alone()
    {
        await using var talk = await TalkAsync();
        await talk.SaysAsync(Jansen, "help me stap voor stap met koffie");
        await talk.SaysAsync(Jansen, "klaar");
        await talk.SaysAsync(Jansen, "stop maar");
        Assert.Equal(WalkthroughState.Stopped, (await LedAsync(talk)).State);

        Assert.Contains("Zet de knop aan.", (await talk.SaysAsync(Jansen, "hoe zet ik koffie")).Text, StringComparison.Ordinal);
        foreach (var at in new[] { "07:40", "07:55", "08:15", "09:00" })
        {
            await talk.UntilAsync($"2026-03-10 {at}");
        }

        Assert.Equal(WalkthroughState.LeftOff, (await LedAsync(talk)).State);
        Assert.Contains("ga verder", talk.Last(Jansen).Text, StringComparison.Ordinal);
    }

    [TownFact]
    public async Task What_has_no_steps_is_said_so_and_words_mean_elsewhere_what_they_meant()
    {
        await using var talk = await TalkAsync();

        Assert.Contains("stappen", (await talk.SaysAsync(Jansen, "hoe zet ik de verwarming hoger")).Text, StringComparison.Ordinal);
        await talk.SaysAsync(Jansen, "klaar");

        Assert.Equal(0, await talk.ReadAsync(db => db.Set<Walkthrough>().CountAsync()));
    }

    private static async Task AskedAgainAsync(Talk talk, string at)
    {
        var before = talk.Heard(Jansen).Count;
        await talk.UntilAsync($"2026-03-10 {at}");
        Assert.Equal(before + 1, talk.Heard(Jansen).Count);
        Assert.Contains("kannetje", talk.Last(Jansen).Text, StringComparison.Ordinal);
    }

    private static Task<Walkthrough> LedAsync(Talk talk) =>
        talk.ReadAsync(db => db.Set<Walkthrough>().OrderByDescending(w => w.NextActionAt ?? w.EndedAt).FirstAsync());

    private static Task<PlanItem> ItemAsync(Talk talk) =>
        talk.ReadAsync(db => db.Set<PlanItem>().SingleAsync(i => i.LocalDate == new DateOnly(2026, 3, 10)));

    private static async Task<Talk> TalkAsync()
    {
        var talk = await Talk.BeginAsync("2026-03-10 07:30");
        var resident = await talk.ResidentAsync(Jansen);
        await talk.StoreAsync(
            Steps(talk, resident, "opstaan en aankleden", "FREQ=DAILY", Morning), Steps(talk, resident, "koffie zetten", "", Coffee));
        await talk.PlanAsync();
        return talk;
    }

    private static Routine Steps(Talk talk, Resident resident, string title, string rule, IReadOnlyList<string> steps) => new()
    {
        Id = Guid.CreateVersion7(talk.Now),
        ResidentId = resident.Id,
        Title = title,
        At = new TimeOnly(8, 0),
        Rule = rule,
        From = new DateOnly(2026, 1, 1),
        Importance = Importance.Ask,
        Steps = steps,
    };
}
