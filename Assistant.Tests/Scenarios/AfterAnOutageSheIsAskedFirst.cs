using Assistant.Scheduling.Escalation;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

public sealed class AfterAnOutageSheIsAskedFirst
{
    private const string Jansen = "mevrouw Jansen";

    [TownFact]
    public async Task We_were_away_over_the_whole_grace_and_she_answers_within_the_short_one()
    {
        await using var town = await AwayAsync("2026-03-10 08:00", "2026-03-10 11:00");

        Assert.Equal("Tue 11:00:00", town.Phone(Jansen).Expect("checkin.prompt").At);
        await town.AdvanceToAsync("11:14");
        await town.SpeakAsync(Jansen);

        await town.AdvanceToAsync("23:00");
        Assert.Empty(await town.ReadAsync(db => db.Set<Concern>().ToListAsync()));
    }

    [TownFact]
    public async Task Who_stays_silent_after_it_is_looked_after_a_quarter_of_an_hour_later()
    {
        await using var town = await AwayAsync("2026-03-10 08:00", "2026-03-10 11:00");

        await town.AdvanceToAsync("11:15");

        town.Phone(Jansen).Expect("checkin.prompt");
        town.Phone(Jansen).Expect("concern.resident.asked");
        Assert.Equal("Tue 11:15:00", town.Phone("Els").Expect("concern.ask.missed_check_in").At);
    }

    [TownFact]
    public async Task A_question_that_lay_in_the_outbox_all_the_while_counts_from_when_it_left()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 08:00");
        town.Resident(Jansen).IsAskedAt("09:00").Asks("Els");
        await town.AdvanceToAsync("08:59");
        town.Clock.MoveTo(SmallTown.Moment("2026-03-10 09:00"));
        await town.Get<IEnumerable<Assistant.Scheduling.Jobs.IDueJob>>().First().RunAsync(CancellationToken.None);

        await town.SleepThroughToAsync("2026-03-10 10:30");
        await town.AdvanceToAsync("10:44");
        town.Phone(Jansen).Expect("checkin.prompt");
        town.Quiet();

        await town.AdvanceToAsync("10:45");
        town.Phone(Jansen).Expect("concern.resident.asked");
        town.Phone("Els").Expect("concern.ask.missed_check_in");
    }

    [TownFact]
    public async Task After_two_days_away_she_is_asked_once_and_not_once_for_each_day()
    {
        await using var town = await AwayAsync("2026-03-10 08:00", "2026-03-11 12:00");

        Assert.Equal("Wed 12:00:00", town.Phone(Jansen).Expect("checkin.prompt").At);
        await town.SpeakAsync(Jansen);

        await town.AdvanceToAsync("23:00");
    }

    private static async Task<SmallTown> AwayAsync(string from, string until)
    {
        var town = await SmallTown.OpenAsync(from);
        town.Resident(Jansen).IsAskedAt("09:00").Asks("Els");
        await town.TickAsync();
        await town.SleepThroughToAsync(until);
        await town.TickAsync();
        return town;
    }
}
