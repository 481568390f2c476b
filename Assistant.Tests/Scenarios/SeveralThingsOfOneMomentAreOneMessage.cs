using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Reminders;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

public sealed class SeveralThingsOfOneMomentAreOneMessage
{
    [TownFact]
    public async Task Breakfast_and_bins_go_along_with_the_question_about_the_pills()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("mevrouw Jansen").TakesPillsAt("08:00")
            .DoesAt("08:00", "ontbijten", Importance.Mention).DoesAt("08:04", "de bak buiten", Importance.Mention);
        var phone = town.Phone("mevrouw Jansen");

        await town.AdvanceToAsync("08:10");

        var one = phone.Expect("medication.along");
        Assert.Equal(["ontbijten", "de bak buiten"], Told(one));
        Assert.Equal(3, one.Choices.Count);
        await town.PressAsync("mevrouw Jansen", "medication.taken");
        await town.AdvanceToAsync("23:00");
    }

    [TownFact]
    public async Task What_is_only_told_within_five_minutes_is_told_together_and_never_twice()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("mevrouw Jansen").DoesAt("10:00", "koffie", Importance.Mention)
            .DoesAt("10:05", "de krant", Importance.Mention).DoesAt("10:06", "de post", Importance.Mention);
        var phone = town.Phone("mevrouw Jansen");

        await town.AdvanceToAsync("23:00");

        Assert.Equal(["koffie", "de krant"], Told(phone.Expect("reminder.together")));
        phone.Expect("routine.mention", ("what", "de post"));
    }

    [TownFact]
    public async Task What_went_along_with_a_question_that_was_answered_before_it_left_is_told_by_itself()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("mevrouw Jansen").TakesPillsAt("08:00").DoesAt("08:00", "ontbijten", Importance.Mention);
        var phone = town.Phone("mevrouw Jansen");
        var isBusy = true;
        phone.Answers = (_, _) => Task.FromResult<DeliveryOutcome>(isBusy
            ? new DeliveryOutcome.Failed("Busy.", TimeSpan.FromMinutes(10))
            : new DeliveryOutcome.Accepted(null, ""));
        await town.AdvanceToAsync("08:01");

        var pills = await town.ReadAsync(db => db.Set<PlanItem>().SingleAsync(i => i.Source == DoseSource.SourceName && i.LocalDate == new DateOnly(2026, 3, 10)));
        await town.PressAsync("mevrouw Jansen", "medication.taken", pills.Id.Value);
        isBusy = false;
        await town.AdvanceToAsync("08:30");

        Assert.Equal(["ontbijten"], Told(phone.Expect("reminder.together")));
    }

    internal static IReadOnlyList<string> Told(HeardMessage message) =>
        [.. message[ReminderMessage.AlsoValue].Split('\n').Select(line => line.Split('\t').Single(part => part.StartsWith("what=", StringComparison.Ordinal))[5..])];
}
