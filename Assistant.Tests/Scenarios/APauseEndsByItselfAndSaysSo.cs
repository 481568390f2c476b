using Assistant.Scheduling.CheckIns;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Escalation;
using Assistant.Tests.Bot.Skills;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

public sealed class APauseEndsByItselfAndSaysSo
{
    private const string Jansen = "mevrouw Jansen";

    [TownFact]
    public async Task Nobody_asks_or_worries_while_she_is_away_and_on_her_first_day_back_she_hears_that_it_begins_again()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 08:00");
        var jansen = town.Resident(Jansen).IsAskedAt("09:00").Asks("Els");
        await town.InOneTransactionAsync(async db =>
        {
            await new PauseBook(db, town.Now).BeginAsync(jansen.Id, SmallTown.Zone, (new(2026, 3, 10), new(2026, 3, 13)), CancellationToken.None);
            return true;
        });

        await town.AdvanceToAsync("2026-03-13 07:59");
        town.Quiet();
        await town.AdvanceToAsync("2026-03-13 09:00");

        Assert.Equal("Fri 08:00:00", town.Phone(Jansen).Expect("pause.over").At);
        Assert.Equal("Fri 09:00:00", town.Phone(Jansen).Expect("checkin.prompt").At);
        Assert.Empty(await town.ReadAsync(db => db.Set<Concern>().ToListAsync()));
    }

    [TownFact]
    public async Task Who_is_back_sooner_is_asked_again_from_then_on()
    {
        await using var talk = await AskedDailyAsync();
        await talk.SaysAsync(Jansen, "Ik ben er niet tot maandag");
        await talk.PressesAsync(Jansen, "Ja");
        Assert.Empty(await talk.ReadAsync(db => db.Set<CheckIn>().Where(c => c.State == CheckInState.Expected).ToListAsync()));

        Assert.Contains("Welkom terug", (await talk.SaysAsync(Jansen, "Ik ben weer thuis")).Text, StringComparison.Ordinal);

        Assert.NotEmpty(await talk.ReadAsync(db => db.Set<CheckIn>().Where(c => c.State == CheckInState.Expected).ToListAsync()));
        Assert.All(await PausesAsync(talk), pause => Assert.NotNull(pause.EndedAt));
    }

    [TownFact]
    public async Task Her_pills_are_asked_again_from_the_very_moment_she_is_home_and_none_of_them_waits_for_the_next_planning()
    {
        await using var talk = await PillTalk.MorningAsync("08:00", "11:00");
        await talk.SaysAsync(Jansen, "Ik ben er niet tot maandag");
        await talk.PressesAsync(Jansen, "Ja");
        Assert.Empty(await PlannedAsync(talk));

        await talk.SaysAsync(Jansen, "Ik ben weer thuis");

        Assert.Contains(Talk.Moment("2026-03-10 08:00"), await PlannedAsync(talk));
        await talk.UntilAsync("2026-03-10 08:01");
        Assert.Contains("08:00 uur", talk.Last(Jansen).Text, StringComparison.Ordinal);
    }

    private static async Task<List<DateTimeOffset>> PlannedAsync(Talk talk) => [.. (await talk.ReadAsync(db => db.Set<PlanItem>()
        .Where(i => i.State == PlanItemState.Planned).ToListAsync())).Select(i => i.At)];

    private static Task<List<Pause>> PausesAsync(Talk talk) => talk.ReadAsync(db => db.Set<Pause>().ToListAsync());

    private static async Task<Talk> AskedDailyAsync()
    {
        var talk = await Talk.BeginAsync("2026-03-10 10:00");
        var jansen = await talk.ResidentAsync(Jansen);
        await talk.StoreAsync(new CheckInSchedule
        {
            Id = Guid.CreateVersion7(talk.Now), ResidentId = jansen.Id, At = new(9, 30), Rule = "FREQ=DAILY", From = new(2026, 1, 1), Grace = TimeSpan.FromHours(1),
        });
        await talk.PlanAsync();
        return talk;
    }
}
