using Assistant.Bot.Dashboard.Medication;
using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Consent;
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

    [TownFact]
    public async Task A_move_that_was_a_mistake_is_undone_and_nothing_of_it_stays_even_where_she_had_said_yes_to_it()
    {
        await using var talk = await MorningAsync("08:00");
        await TravelAsync(talk, "Europe/London");
        await talk.PressesAsync(Jansen, "Ja");

        await talk.ReadAsync(async db =>
        {
            var move = await db.Set<RegimenChange>().SingleAsync();
            var actor = AccessActor.Of(talk.IdOf(Talk.Organiser), AccessRole.Organiser);
            Assert.True(await new MedicationBook(db, move.At.AddMinutes(9), actor, "page").UndoAsync(move.ResidentId, move.Id, CancellationToken.None));
            return await db.SaveChangesAsync();
        });
        await talk.PlanAsync();

        Assert.Equal("Europe/Amsterdam", (await talk.ReadAsync(db => db.Set<Person>().SingleAsync(p => p.Id == talk.IdOf(Jansen)))).TimeZoneId);
        Assert.Null((await talk.ReadAsync(db => db.Set<Regimen>().SingleAsync())).TimeZoneId);
        Assert.Equal(Talk.Moment("2026-03-11 08:00"), await NextAsync(talk));
    }

    private static async Task TravelAsync(Talk talk, string zone)
    {
        await talk.ReadAsync(async db =>
        {
            var resident = await db.Set<Resident>().SingleAsync();
            var click = new Click(db, resident.Id, SmallTown.Zone, AccessActor.Of(talk.IdOf(Talk.Organiser), AccessRole.Organiser), talk.Now);
            await ZoneQuestion.AskAsync(click, resident, HomeTimeZone.Of(zone), CancellationToken.None);
            return await db.SaveChangesAsync();
        });
        await talk.UntilAsync(zone is "Europe/London" ? "2026-03-10 12:00" : "2026-03-10 13:00");
        await talk.PlanAsync();
    }

    private static Task<DateTimeOffset> NextAsync(Talk talk) => talk.ReadAsync(db => db.Set<PlanItem>()
        .Where(i => i.State == PlanItemState.Planned && i.LocalDate == new DateOnly(2026, 3, 11)).MinAsync(i => i.At));
}
