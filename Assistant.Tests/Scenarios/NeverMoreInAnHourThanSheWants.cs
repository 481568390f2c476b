using Assistant.Scheduling.DayPlan;
using Assistant.Tests.Town;

namespace Assistant.Tests.Scenarios;

public sealed class NeverMoreInAnHourThanSheWants
{
    [TownFact]
    public async Task What_is_too_much_for_this_hour_goes_with_the_next_message()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 08:00");
        town.Resident("mevrouw Jansen").WantsAtMost(2)
            .DoesAt("10:00", "koffie", Importance.Mention).DoesAt("10:10", "de krant", Importance.Mention)
            .DoesAt("10:20", "de planten", Importance.Mention).DoesAt("10:30", "de post", Importance.Mention);
        var phone = town.Phone("mevrouw Jansen");

        await town.AdvanceToAsync("10:59");
        phone.Expect("routine.mention", ("what", "koffie"));
        phone.Expect("routine.mention", ("what", "de krant"));
        town.Quiet();

        await town.AdvanceToAsync("23:00");
        Assert.Equal(["de planten", "de post"], SeveralThingsOfOneMomentAreOneMessage.Told(phone.Expect("reminder.together")));
    }

    [TownFact]
    public async Task Pills_and_a_check_in_are_never_held_back_and_take_along_what_was()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 08:00");
        town.Resident("mevrouw Jansen").WantsAtMost(1).TakesPillsAt("10:30").IsAskedAt("10:10")
            .DoesAt("10:00", "koffie", Importance.Mention).DoesAt("10:15", "de krant", Importance.Mention)
            .DoesAt("10:20", "de post", Importance.Ask);
        var phone = town.Phone("mevrouw Jansen");

        await town.AdvanceToAsync("10:31");

        phone.Expect("routine.mention", ("what", "koffie"));
        phone.Expect("checkin.prompt");
        Assert.Equal(["de krant"], SeveralThingsOfOneMomentAreOneMessage.Told(phone.Expect("medication.along")));
        await town.PressAsync("mevrouw Jansen", "medication.taken");

        // The question could not be asked in time: she is told of it, and it stays unconfirmed.
        await town.AdvanceToAsync("23:00");
        phone.Expect("routine.mention", ("what", "de post"));
    }
}
