using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

public sealed class WhoLookedIsOnRecord
{
    [TownFact(QuickOnBoth = true)]
    public async Task Whoever_was_told_that_something_may_be_wrong_is_named_to_her_and_the_log_is_whole()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("mevrouw Jansen").LetsStepsPass().IsAskedAt("09:00", grace: 60).Asks("Els", "Ria");
        await town.AdvanceToAsync("10:05");
        town.Phone("mevrouw Jansen").Expect("checkin.prompt");
        town.Phone("Els").Expect("concern.ask.missed_check_in");
        await town.PressAsync("Els", "responder.fine");
        await town.TickAsync();
        town.Phone("mevrouw Jansen").Expect("concern.resident.over.known_safe");

        var jansen = await town.ReadAsync(db => db.Set<Resident>().SingleAsync());
        var seen = await town.ReadAsync(db => new AccessLog(db, town.Now).WhoLookedAsync(jansen.Id, town.Now.AddDays(-1), CancellationToken.None));
        var proof = await town.ReadAsync(db => AccessProof.ReadAsync(db, CancellationToken.None));

        var els = Assert.Single(seen);
        Assert.Equal((town.Person("Els").Id, AccessRole.Responder, DataCategories.Concerns), (els.Person, els.Role, els.What));
        Assert.True(Assert.IsType<AccessProof.Whole>(proof).Entries >= 3);
    }
}
