using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Escalation;
using Assistant.Tests.Town;

namespace Assistant.Tests.Scenarios;

public sealed class EachKindOfWorryHasItsOwnPolicy
{
    private const string Jansen = "mevrouw Jansen";
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    [TownFact]
    public async Task A_dose_waits_as_long_as_she_chose_and_silence_waits_for_nothing()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident(Jansen).LetsStepsPass().TakesImportantPillsAt("08:00").IsAskedAt("09:00")
            .HasPolicy(ConcernKind.Unanswered, TimeSpan.FromMinutes(20), ("Els", new EscalationStep(null, Quarter)))
            .HasPolicy(ConcernKind.MissedCheckIn, TimeSpan.Zero, ("Ria", new EscalationStep(null, Quarter)));

        await town.AdvanceToAsync("10:00");

        Assert.Equal("Tue 09:05:00", town.Phone("Els").Expect("concern.ask.unanswered").At);
        Assert.Equal("Tue 10:00:00", town.Phone("Ria").Expect("concern.ask.missed_check_in").At);
        town.Phone(Jansen).ExpectAnything();
        town.Phone(SmallTown.Organiser).ExpectAnything();
    }

    [TownFact]
    public async Task Whoever_is_to_be_asked_twice_is_asked_twice_by_the_means_of_the_step()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 08:00");
        town.Resident(Jansen).LetsStepsPass().IsAskedAt("09:00").HasPolicy(
            ConcernKind.MissedCheckIn, TimeSpan.Zero, ("Els", new EscalationStep(null, TimeSpan.FromMinutes(5)) { Times = 2, Means = Means.Text }));

        await town.AdvanceToAsync("10:10");

        var asked = town.Phone("Els").All;
        Assert.Equal(["Tue 10:00:00", "Tue 10:05:00"], asked.Select(m => m.At));
        Assert.All(asked, m => Assert.Equal(Means.Text, m.Message.Means));
        Assert.Equal("Tue 10:10:00", town.Phone(SmallTown.Organiser).Expect("concern.ask.missed_check_in").At);
        town.Phone("Els").ExpectAnything();
        town.Phone(Jansen).ExpectAnything();
    }

    [TownFact]
    public async Task The_duty_may_have_a_place_of_its_own_and_then_is_not_asked_again()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 08:00");
        town.Resident(Jansen).LetsStepsPass().IsAskedAt("09:00").HasPolicy(
            ConcernKind.MissedCheckIn, TimeSpan.Zero, (null, new EscalationStep(null, Quarter)), ("Ria", new EscalationStep(null, Quarter)));

        await town.AdvanceToAsync("2026-03-10 23:00");

        Assert.Equal("Tue 10:00:00", town.Phone(SmallTown.Organiser).Expect("concern.ask.missed_check_in").At);
        Assert.Equal("Tue 10:15:00", town.Phone("Ria").Expect("concern.ask.missed_check_in").At);
        town.Phone(Jansen).ExpectAnything();
    }

    [TownFact]
    public async Task Who_left_the_circle_while_people_are_being_asked_costs_nobody_else_her_turn()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 08:00");
        var jansen = town.Resident(Jansen).LetsStepsPass().IsAskedAt("09:00").Asks("Els", "Ria");
        await town.AdvanceToAsync("10:05");
        town.Phone("Els").Expect("concern.ask.missed_check_in");

        await jansen.LosesAsync("Els");
        await town.AdvanceToAsync("10:15");

        town.Phone("Ria").Expect("concern.ask.missed_check_in");
        town.Phone(Jansen).ExpectAnything();
    }

    [TownFact]
    public async Task Whoever_is_woken_hears_a_telephone_and_who_is_awake_a_message()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 01:00");
        town.Sleeps("Els", "22:00", "07:00").Resident(Jansen).Asks("Els", "Ria");
        var jansen = await town.RaiseAsync(Jansen, ConcernKind.Emergency);

        await town.AdvanceToAsync("01:15");

        Assert.Equal(Means.Call, town.Phone("Els").Expect("concern.ask.emergency").Message.Means);
        Assert.Null(town.Phone("Ria").Expect("concern.ask.emergency").Message.Means);
        Assert.Equal(ConcernKind.Emergency, jansen.Kind);
    }
}
