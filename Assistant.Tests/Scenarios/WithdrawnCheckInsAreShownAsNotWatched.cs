using Assistant.Bot.Dashboard.Today;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Escalation;
using Assistant.Tests.Town;

namespace Assistant.Tests.Scenarios;

public sealed class WithdrawnCheckInsAreShownAsNotWatched
{
    [TownFact]
    public async Task The_organiser_sees_that_nobody_watches_and_nothing_more()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        var jansen = town.Resident("mevrouw Jansen").IsAskedAt("09:00").KeepsFrom(SmallTown.Organiser);
        await town.AdvanceToAsync("08:00");
        await town.SpeakAsync("mevrouw Jansen");
        Assert.Equal(ResidentState.Well, (await LineAsync(town)).State);

        await jansen.TakesBackAsync(about => about.Purpose is Purpose.CheckIns);

        var line = await LineAsync(town);
        Assert.Equal((ResidentState.NotWatched, null, null), (line.State, line.LastSignOfLifeAt, line.Next));
    }

    [TownFact]
    public async Task The_organiser_sees_no_medicine_of_whoever_does_not_share_it()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("mevrouw Jansen").TakesPillsAt("08:00").IsAskedAt("09:00").KeepsFrom(SmallTown.Organiser, SharedKind.Doses);
        await town.AdvanceToAsync("07:30");

        Assert.Equal(MomentKind.CheckIn, Assert.Single((await LineAsync(town)).Moments).Kind);
    }

    [TownFact]
    public async Task What_she_said_of_her_mood_is_not_on_the_page_of_who_may_not_know()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 12:00");
        var jansen = town.Resident("mevrouw Jansen").Asks("Els").KeepsFrom(SmallTown.Organiser, SharedKind.Worry);
        await town.InOneTransactionAsync(db => new ConcernBook(db, town.Now).RaiseAsync(
            ConcernKind.Distress, jansen.Id, Guid.CreateVersion7(town.Now), CancellationToken.None));
        await town.AdvanceToAsync("13:00");
        town.Phone("Els").Expect("concern.ask.distress");

        Assert.Empty((await BoardAsync(town)).Open);
        town.Phone("mevrouw Jansen").Expect("concern.resident.nobody");
    }

    private static async Task<ResidentLine> LineAsync(SmallTown town) => Assert.Single((await BoardAsync(town)).Residents);

    private static async Task<Board> BoardAsync(SmallTown town) =>
        (await new BoardReader(town.Contexts, town.Clock).ReadAsync(null, CancellationToken.None)
            ?? throw new InvalidOperationException("No neighbourhood.")).Board;
}
