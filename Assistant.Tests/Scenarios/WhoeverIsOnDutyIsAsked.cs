using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Town;

namespace Assistant.Tests.Scenarios;

public sealed class WhoeverIsOnDutyIsAsked
{
    private const string Jansen = "mevrouw Jansen";
    private const string Ask = "concern.ask.missed_check_in";

    [TownFact]
    public async Task The_ladder_ends_with_whose_week_it_is()
    {
        await using var town = await TwoOrganisersAsync();

        await town.AdvanceToAsync("2026-03-13 10:00");
        Assert.Equal("Fri 10:00:00", town.Phone(SmallTown.Organiser).Expect(Ask).At);
        await town.SpeakAsync(Jansen);
        await town.AdvanceToAsync("2026-03-20 08:00");
        town.Phone(SmallTown.Organiser).Expect("concern.circle.over.answered_herself");
        await town.AdvanceToAsync("2026-03-20 10:00");

        Assert.Equal("Fri 10:00:00", town.Phone("Joost").Expect(Ask).At);
        town.Phone(Jansen).ExpectAnything();
    }

    [TownFact]
    public async Task Who_takes_the_day_is_asked_that_day()
    {
        await using var town = await TwoOrganisersAsync();
        Assert.Equal(DutyAnswer.Noted, await ChangeAsync(town, DutyChangeKind.Takes, "Joost", "2026-03-13 00:00", "2026-03-14 00:00"));

        await town.AdvanceToAsync("2026-03-13 10:00");

        town.Phone("Joost").Expect(Ask);
        town.Phone(Jansen).ExpectAnything();
    }

    [TownFact]
    public async Task Two_weeks_that_change_places_and_overlapping_hours_that_are_refused()
    {
        await using var town = await TwoOrganisersAsync();
        var swapped = await town.InOneTransactionAsync(db => new DutyBook(db, town.Now).SwapAsync(
            town.Neighbourhood.Id, SmallTown.Moment("2026-03-13 12:00"), SmallTown.Moment("2026-03-20 12:00"), CancellationToken.None));

        await town.AdvanceToAsync("2026-03-13 10:00");

        Assert.Equal(DutyAnswer.Noted, swapped);
        town.Phone("Joost").Expect(Ask);
        Assert.Equal(DutyAnswer.Overlaps, await ChangeAsync(town, DutyChangeKind.Takes, SmallTown.Organiser, "2026-03-14 00:00", "2026-03-15 00:00"));
        Assert.Equal(DutyAnswer.NotAnOrganiser, await ChangeAsync(town, DutyChangeKind.Takes, "Els", "2026-03-24 00:00", "2026-03-25 00:00"));
        Assert.Equal(DutyAnswer.EndsBeforeItBegins, await ChangeAsync(town, DutyChangeKind.Away, "Joost", "2026-03-25 00:00", "2026-03-24 00:00"));
        town.Phone(Jansen).ExpectAnything();
    }

    [TownFact]
    public async Task Uncovered_hours_are_warned_of_a_week_ahead_once()
    {
        await using var town = await TwoOrganisersAsync();
        await ChangeAsync(town, DutyChangeKind.Away, "Joost", "2026-03-18 00:00", "2026-03-19 00:00");
        Assert.Equal(0, await WarnAsync(town));

        town.Clock.MoveTo(SmallTown.Moment("2026-03-11 07:00"));
        Assert.Equal(2, await WarnAsync(town));
        Assert.Equal(0, await WarnAsync(town));
        await town.TickAsync();

        foreach (var name in (string[])[SmallTown.Organiser, "Joost"])
        {
            var warned = town.Phone(name).Expect("duty.uncovered");
            Assert.Equal(SmallTown.Moment("2026-03-18 00:00"), DateTimeOffset.Parse(warned["from"], System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static Task<int> WarnAsync(SmallTown town) => town.Get<WarnUncoveredDuty>().RunAsync(CancellationToken.None);

    private static Task<DutyAnswer> ChangeAsync(SmallTown town, DutyChangeKind kind, string name, string from, string until) =>
        town.InOneTransactionAsync(db => new DutyBook(db, town.Now).ChangeAsync(
            new DutyChange
            {
                Id = Guid.CreateVersion7(town.Now), NeighbourhoodId = town.Neighbourhood.Id, PersonId = town.Person(name).Id, Kind = kind,
                From = SmallTown.Moment(from), Until = SmallTown.Moment(until),
            },
            CancellationToken.None));

    // Marijke's week begins on Monday the 9th of March, Joost's on the 16th.
    private static async Task<SmallTown> TwoOrganisersAsync()
    {
        var town = await SmallTown.OpenAsync("2026-03-10 08:00");
        town.Resident(Jansen).LetsStepsPass().IsAskedAt("09:00", rule: "FREQ=WEEKLY;BYDAY=FR");
        town.Add(new OrganiserDuty { NeighbourhoodId = town.Neighbourhood.Id, PersonId = town.Person("Joost").Id });
        await town.InOneTransactionAsync(db => new DutyBook(db, town.Now).RotateAsync(
            new DutyRotation
            {
                NeighbourhoodId = town.Neighbourhood.Id, People = [town.Person(SmallTown.Organiser).Id, town.Person("Joost").Id],
                From = new DateOnly(2026, 3, 9), HandOverAt = new TimeOnly(9, 0), TimeZoneId = SmallTown.ZoneId,
            },
            CancellationToken.None));
        return town;
    }
}
