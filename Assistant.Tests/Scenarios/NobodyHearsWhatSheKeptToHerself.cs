using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Escalation;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

public sealed class NobodyHearsWhatSheKeptToHerself
{
    [TownFact]
    public async Task Who_may_not_hear_of_silence_is_passed_over_without_waiting()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("mevrouw Jansen").LetsStepsPass().IsAskedAt("09:00").Asks("Els", "Ria").KeepsFrom("Els");

        await town.AdvanceToAsync("10:00");

        town.Phone("mevrouw Jansen").Expect("checkin.prompt");
        town.Phone("Ria").Expect("concern.ask.missed_check_in");
    }

    [TownFact]
    public async Task Who_may_know_another_kind_is_asked_to_look_and_hears_no_reason()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("mevrouw Jansen").TakesImportantPillsAt("08:00").Asks("Els").KeepsFrom("Els", SharedKind.Doses);

        await town.AdvanceToAsync("08:45");

        town.Phone("mevrouw Jansen").ExpectAnything();
        town.Phone("Els").Expect("concern.ask.look", ("resident", "mevrouw Jansen"));
    }

    [TownFact]
    public async Task The_organiser_always_hears_that_somebody_must_look_in_on_whoever_asked_to_be_watched()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("mevrouw Jansen").TakesImportantPillsAt("08:00").KeepsFrom(SmallTown.Organiser);

        await town.AdvanceToAsync("08:45");

        town.Phone("mevrouw Jansen").ExpectAnything();
        town.Phone(SmallTown.Organiser).Expect("concern.ask.look");
    }

    [TownFact]
    public async Task What_became_of_it_is_not_told_to_who_may_not_know_but_she_hears_that_she_need_not_go()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("mevrouw Jansen").LetsStepsPass().IsAskedAt("09:00").Asks("Els").KeepsFrom("Els", SharedKind.Course);
        await town.AdvanceToAsync("10:00");
        town.Phone("mevrouw Jansen").Expect("checkin.prompt");
        town.Phone("Els").Expect("concern.ask.missed_check_in");

        await town.PressAsync("mevrouw Jansen", "checkin.fine");
        await town.TickAsync();

        Assert.DoesNotContain("who", town.Phone("Els").Expect("concern.circle.stand_down").Message.Saying.Values.Keys);
    }

    [TownFact]
    public async Task In_an_emergency_everybody_of_hers_is_asked_to_come_whatever_she_kept_to_herself()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 12:00");
        var jansen = town.Resident("mevrouw Jansen").Asks("Els").DidNotAgree(_ => true);
        await town.InOneTransactionAsync(db =>
            new ConcernBook(db, town.Now).RaiseAsync(ConcernKind.Emergency, jansen.Id, Guid.CreateVersion7(town.Now), CancellationToken.None));

        await town.AdvanceToAsync("12:15");

        town.Phone("Els").Expect("concern.ask.emergency");
        town.Phone(SmallTown.Organiser).Expect("concern.ask.emergency");
    }

    [TownFact]
    public async Task Whoever_agreed_to_nothing_is_left_alone()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("mevrouw Jansen").TakesImportantPillsAt("08:00").IsAskedAt("09:00").Asks("Els").DidNotAgree(_ => true);

        await town.AdvanceToAsync("2026-03-12 12:00");

        Assert.False(await town.ReadAsync(db => db.Set<Concern>().AnyAsync()));
    }
}
