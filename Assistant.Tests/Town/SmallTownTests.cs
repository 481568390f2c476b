using Xunit.Sdk;

namespace Assistant.Tests.Town;

/// <summary>The harness must be able to fail.</summary>
public sealed class SmallTownTests
{
    [TownFact(QuickOnBoth = true)]
    public async Task A_message_that_nobody_expected_fails_the_scenario()
    {
        var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("mevrouw Jansen").TakesPillsAt("08:00");
        await town.AdvanceToAsync("08:00");

        var failure = await Assert.ThrowsAsync<XunitException>(async () => await town.DisposeAsync());

        Assert.Contains("mevrouw Jansen (unexpected): Tue 08:00:00 medication.prompt", failure.Message, StringComparison.Ordinal);
    }

    [TownFact(QuickOnBoth = true)]
    public async Task A_message_that_did_not_come_fails_the_scenario()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");

        Assert.Throws<XunitException>(() => town.Phone("Els").Expect("concern.ask.missed_check_in"));
    }

    [TownFact(QuickOnBoth = true)]
    public async Task A_fault_that_a_loop_swallowed_fails_the_scenario()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("mevrouw Jansen").TakesPillsAt("08:00");
        town.Phone("mevrouw Jansen").Answers = (_, _) => throw new InvalidOperationException("A fault of ours.");

        await town.AdvanceToAsync("08:00");

        Assert.Throws<XunitException>(town.Quiet);
        town.Faults.Expected();
    }
}
