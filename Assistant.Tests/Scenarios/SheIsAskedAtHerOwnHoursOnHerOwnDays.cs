using Assistant.Scheduling.CheckIns;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

/// <summary>Mevrouw Jansen is asked on Mondays and Wednesdays, in the morning with an hour of grace and in the evening with half an hour.</summary>
public sealed class SheIsAskedAtHerOwnHoursOnHerOwnDays
{
    private const string Jansen = "mevrouw Jansen";

    [TownFact]
    public async Task A_silent_evening_is_silence_though_the_morning_was_heard_and_on_other_days_nobody_asks()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-09 07:00");
        town.Resident(Jansen).LetsStepsPass()
            .IsAskedAt("09:00", grace: 60, rule: "FREQ=WEEKLY;BYDAY=MO,WE").IsAskedAt("20:00", grace: 30, rule: "FREQ=WEEKLY;BYDAY=MO,WE")
            .Asks("Els");

        await town.AdvanceToAsync("2026-03-09 09:00");
        Assert.Equal("Mon 09:00:00", town.Phone(Jansen).Expect("checkin.prompt").At);
        await town.AdvanceToAsync("2026-03-09 09:10");
        await town.SpeakAsync(Jansen);

        await town.AdvanceToAsync("2026-03-09 20:29");
        Assert.Equal("Mon 20:00:00", town.Phone(Jansen).Expect("checkin.prompt").At);
        town.Quiet();
        await town.AdvanceToAsync("2026-03-09 20:30");
        Assert.Equal("Mon 20:30:00", town.Phone("Els").Expect("concern.ask.missed_check_in").At);
        await town.AdvanceToAsync("2026-03-09 20:35");
        await town.SpeakAsync(Jansen);

        await town.AdvanceToAsync("2026-03-11 08:30");
        town.Phone("Els").Expect("concern.circle.over.answered_herself");
        town.Quiet();
        await town.SpeakAsync(Jansen);
        await town.AdvanceToAsync("2026-03-11 19:50");
        await town.SpeakAsync(Jansen);
        await town.AdvanceToAsync("2026-03-12 08:00");

        var days = await town.ReadAsync(db => db.Set<CheckIn>().Where(c => c.State == CheckInState.Received).Select(c => c.LocalDate).ToListAsync());
        Assert.Equal([9, 9, 11, 11], days.Select(d => d.Day).Order());
    }
}
