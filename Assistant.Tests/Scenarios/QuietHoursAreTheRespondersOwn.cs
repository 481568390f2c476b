using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Escalation;
using Assistant.Tests.Town;

namespace Assistant.Tests.Scenarios;

/// <summary>Noor lives in Toronto and sleeps from ten to seven by the clock there: four in the afternoon is her eleven in the morning.</summary>
public sealed class QuietHoursAreTheRespondersOwn
{
    private const string Jansen = "mevrouw Jansen";

    [TownFact]
    public async Task Ten_in_the_morning_here_is_her_night_and_the_neighbour_is_asked_without_waiting()
    {
        await using var town = await FarAwayAsync("09:00");

        await town.AdvanceToAsync("10:00");
        Assert.Equal("Tue 10:00:00", town.Phone("Ria").Expect("concern.ask.missed_check_in").At);
        await town.SpeakAsync(Jansen);

        await town.AdvanceToAsync("23:00");
        town.Phone("Ria").Expect("concern.circle.over.answered_herself");
        Assert.Empty(town.Phone("Noor").All);
    }

    [TownFact]
    public async Task Four_in_the_afternoon_here_is_her_morning_and_she_is_asked_first()
    {
        await using var town = await FarAwayAsync("15:00");

        await town.AdvanceToAsync("16:00");
        Assert.Equal("Tue 16:00:00", town.Phone("Noor").Expect("concern.ask.missed_check_in").At);
        await town.AdvanceToAsync("16:15");
        town.Phone("Ria").Expect("concern.ask.missed_check_in");
        await town.PressAsync("Noor", "responder.fine");

        await town.AdvanceToAsync("23:00");
        town.Phone("Ria").Expect("concern.circle.over.known_safe", ("who", "Noor"));
        town.Phone(Jansen).Expect("concern.resident.over.known_safe", ("who", "Noor"));
    }

    [TownFact]
    public async Task An_emergency_wakes_her_with_a_call()
    {
        await using var town = await FarAwayAsync("09:00");
        await town.AdvanceToAsync("08:30");
        await town.RaiseAsync(Jansen, ConcernKind.Emergency);

        await town.AdvanceToAsync("08:31");
        Assert.Equal(Means.Call, town.Phone("Noor").Expect("concern.ask.emergency").Message.Means);
        await town.PressAsync("Noor", "responder.going");
        await town.AdvanceToAsync("08:40");
        await town.PressAsync("Noor", "responder.done", town.Phone("Noor").All[0].Subject);

        await town.AdvanceToAsync("08:41");
        town.Phone(Jansen).Expect("concern.resident.going", ("who", "Noor"));
        town.Phone(Jansen).Expect("concern.resident.over.visited", ("who", "Noor"));
    }

    private static async Task<SmallTown> FarAwayAsync(string askedAt)
    {
        var town = await SmallTown.OpenAsync("2026-03-10 08:00");
        town.Sleeps("Noor", "22:00", "07:00").Resident(Jansen).LetsStepsPass().IsAskedAt(askedAt).Asks("Noor", "Ria");
        town.Person("Noor").TimeZoneId = "America/Toronto";
        town.Phone(Jansen).LetPass("checkin.prompt");
        return town;
    }
}
