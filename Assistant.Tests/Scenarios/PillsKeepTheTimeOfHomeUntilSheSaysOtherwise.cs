using Assistant.Bot.Dashboard.Medication;
using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Bot.Skills;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;
using static Assistant.Tests.Bot.Skills.PillTalk;

namespace Assistant.Tests.Scenarios;

/// <summary>Who travels to another clock is asked what her pills do; nobody else decides it.</summary>
public sealed class PillsKeepTheTimeOfHomeUntilSheSaysOtherwise
{
    [TownFact]
    public async Task Without_an_answer_no_dose_moves_and_her_clock_shows_another_hour()
    {
        await using var talk = await MorningAsync("08:00");

        await TravelAsync(talk, "Europe/London");
        await talk.UntilAsync("2026-03-11 08:00");

        Assert.Contains("07:00 uur", talk.Last(Jansen).Text, StringComparison.Ordinal);
    }

    [TownFact]
    public async Task A_yes_lets_them_follow_the_clock_there()
    {
        await using var talk = await MorningAsync("08:00");
        await TravelAsync(talk, "Europe/London");

        await talk.PressesAsync(Jansen, "Ja");

        Assert.Equal(Talk.Moment("2026-03-11 09:00"), await NextAsync(talk));
    }

    [TownFact]
    public async Task Home_again_they_need_no_clock_of_their_own()
    {
        await using var talk = await MorningAsync("08:00");
        await TravelAsync(talk, "Europe/London");
        await talk.PressesAsync(Jansen, "Nee");

        await TravelAsync(talk, "Europe/Amsterdam");

        Assert.Null((await talk.ReadAsync(db => db.Set<Regimen>().SingleAsync())).TimeZoneId);
        Assert.Equal(Talk.Moment("2026-03-11 08:00"), await NextAsync(talk));
    }

    private static async Task TravelAsync(Talk talk, string zone)
    {
        await talk.ReadAsync(async db =>
        {
            var resident = await db.Set<Resident>().SingleAsync();
            await ZoneQuestion.AskAsync(db, resident, (HomeTimeZone.Of(zone), talk.Now), CancellationToken.None);
            return await db.SaveChangesAsync();
        });
        await talk.UntilAsync(zone is "Europe/London" ? "2026-03-10 12:00" : "2026-03-10 13:00");
        await talk.PlanAsync();
    }

    private static Task<DateTimeOffset> NextAsync(Talk talk) => talk.ReadAsync(db => db.Set<PlanItem>()
        .Where(i => i.State == PlanItemState.Planned && i.LocalDate == new DateOnly(2026, 3, 11)).MinAsync(i => i.At));
}
