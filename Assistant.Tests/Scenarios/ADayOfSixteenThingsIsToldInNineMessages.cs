using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Medication;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

public sealed class ADayOfSixteenThingsIsToldInNineMessages
{
    [TownFact]
    public async Task Meals_pills_visits_a_walk_and_the_bins_make_nine_messages()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 06:00");
        town.Resident("mevrouw Jansen").TakesPillsAt("08:00", "12:30", "18:00")
            .DoesAt("08:00", "ontbijten", Importance.Mention).DoesAt("08:05", "de planten water geven", Importance.Mention)
            .HearsAheadOf("09:15", "de thuiszorg", minutes: 5)
            .DoesAt("10:30", "koffie met Ria", Importance.Mention).DoesAt("10:30", "een glas water", Importance.Mention)
            .DoesAt("12:30", "eten", Importance.Mention).DoesAt("12:35", "even rusten", Importance.Mention)
            .HearsAheadOf("14:00", "de wandelclub", minutes: 15)
            .DoesAt("15:30", "thee", Importance.Mention).DoesAt("15:30", "een glas water", Importance.Mention)
            .DoesAt("18:00", "avondeten", Importance.Mention)
            .DoesAt("19:30", "de bak buiten", Importance.Ask)
            .DoesAt("22:00", "de deur op slot", Importance.Mention);
        var phone = town.Phone("mevrouw Jansen");

        foreach (var (until, taken) in new[] { ("08:10", true), ("12:40", true), ("18:10", true), ("19:35", false) })
        {
            await town.AdvanceToAsync(until);
            if (taken)
            {
                await town.PressAsync("mevrouw Jansen", "medication.taken");
            }
        }

        await town.AdvanceToAsync("23:59");

        var planned = await town.ReadAsync(db => db.Set<PlanItem>().Where(i => i.LocalDate == new DateOnly(2026, 3, 10)).ToListAsync());
        Assert.Equal(16, planned.Count);
        Assert.Equal(3, planned.Count(i => i.Source == DoseSource.SourceName));
        Assert.DoesNotContain(planned, i => i.State is PlanItemState.Planned or PlanItemState.Expired);
        Assert.InRange(phone.All.Count, 1, 9);
        phone.ExpectAnything();
    }
}
