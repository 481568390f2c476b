using Assistant.Scheduling.Escalation;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

/// <summary>Whatever the worry: Els is asked, a quarter of an hour later Ria, who goes and comes back; each of them hears how it ended.</summary>
public sealed class EveryKindOfWorryEndsInAnAllClear
{
    private const string Jansen = "mevrouw Jansen";

    [TownTheory]
    [InlineData(nameof(ConcernKind.MissedCheckIn), "missed_check_in")]
    [InlineData(nameof(ConcernKind.Unanswered), "unanswered")]
    [InlineData(nameof(ConcernKind.Unwell), "unwell")]
    [InlineData(nameof(ConcernKind.Distress), "distress")]
    [InlineData(nameof(ConcernKind.Emergency), "emergency")]
    [InlineData(nameof(ConcernKind.Undeliverable), "undeliverable")]
    [InlineData(nameof(ConcernKind.Reported), "reported")]
    public async Task One_is_asked_after_the_other_until_one_goes_and_everybody_hears_the_end(string kind, string words)
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 11:00");
        town.Resident(Jansen).LetsStepsPass().Asks("Els", "Ria");
        var concern = await town.RaiseAsync(Jansen, Enum.Parse<ConcernKind>(kind));

        await town.AdvanceToAsync("11:14");
        Assert.Equal("Tue 11:00:00", town.Phone("Els").Expect($"concern.ask.{words}", ("resident", Jansen)).At);
        town.Quiet();
        await town.AdvanceToAsync("11:15");
        Assert.Equal("Tue 11:15:00", town.Phone("Ria").Expect($"concern.ask.{words}").At);
        await town.PressAsync("Ria", "responder.going");
        await town.AdvanceToAsync("11:40");
        Assert.Equal("Tue 11:15:00", town.Phone(Jansen).Expect("concern.resident.going", ("who", "Ria")).At);
        Assert.Equal("Tue 11:15:00", town.Phone("Els").Expect("concern.circle.going", ("who", "Ria")).At);

        await town.PressAsync("Ria", "responder.done", concern.Id.Value);

        await town.AdvanceToAsync("23:00");
        Assert.Equal("Tue 11:40:00", town.Phone("Els").Expect("concern.circle.over.visited", ("who", "Ria")).At);
        Assert.Equal("Tue 11:40:00", town.Phone(Jansen).Expect("concern.resident.over.visited", ("who", "Ria")).At);
        Assert.Equal(ConcernOutcome.Visited, (await town.ReadAsync(db => db.Set<Concern>().SingleAsync())).Outcome);
    }

    [TownFact]
    public async Task One_cause_is_one_worry_however_often_it_is_seen()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 08:00");
        town.Resident(Jansen).LetsStepsPass().IsAskedAt("09:00").Asks("Els");
        town.Phone(Jansen).LetPass("checkin.prompt");
        await town.AdvanceToAsync("10:00");
        var first = town.Phone("Els").Expect("concern.ask.missed_check_in").Subject;
        await town.PressAsync("Els", "responder.going");
        await town.TickAsync();
        town.Phone(Jansen).Expect("concern.resident.going");

        var again = await town.InOneTransactionAsync(async db =>
        {
            var known = await db.Set<Concern>().SingleAsync();
            return await new ConcernBook(db, town.Now).RaiseAllAsync(
                known.Kind, [(known.ResidentId, Guid.Parse(known.Cause.Split(':')[1]))], CancellationToken.None);
        });
        await town.AdvanceToAsync("10:05");
        await town.PressAsync("Els", "responder.done", first);
        await town.AdvanceToAsync("23:00");

        Assert.Empty(again);
        town.Phone(Jansen).Expect("concern.resident.over.visited");
    }
}
