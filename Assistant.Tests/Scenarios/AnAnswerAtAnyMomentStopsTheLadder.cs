using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Jobs;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

public sealed class AnAnswerAtAnyMomentStopsTheLadder
{
    private const string Ask = "concern.ask.missed_check_in";
    private const string AllClear = "concern.circle.over.answered_herself";

    public static TheoryData<double, bool> MomentsAroundEachStep()
    {
        var data = new TheoryData<double, bool>();
        foreach (var step in (double[])[0, 900, 1800])
        {
            foreach (var offset in (double[])(Suite.IsFull ? [-1, -0.001, 0, 0.001, 1, 59, 61] : [-0.001, 0, 61]))
            {
                data.Add(step + offset, false);
                data.Add(step + offset, true);
            }
        }

        return data;
    }

    /// <param name="seconds">How long after the end of her grace she speaks.</param>
    /// <param name="clockWasFirst">Whether the clock looked at that very moment before her word came in.</param>
    [TownTheory]
    [MemberData(nameof(MomentsAroundEachStep))]
    public async Task Whoever_was_asked_before_her_word_hears_the_all_clear_and_nobody_is_asked_after_it(double seconds, bool clockWasFirst)
    {
        await using var town = await SilentAsync();
        await town.AdvanceToAsync(SmallTown.Moment("2026-03-10 10:00").AddSeconds(Math.Min(seconds, 0)).AddSeconds(-2));
        var spokenAt = SmallTown.Moment("2026-03-10 10:00").AddSeconds(seconds);
        await town.AdvanceToAsync(spokenAt.AddMilliseconds(-0.5));
        town.Clock.MoveTo(spokenAt);
        if (clockWasFirst)
        {
            await town.TickAsync();
        }

        await town.SpeakAsync("mevrouw Jansen");
        await town.AdvanceToAsync("23:00");

        var asked = town.Clock.GetUtcNow() > spokenAt ? Asked(seconds, clockWasFirst) : 0;
        foreach (var (name, index) in ((string, int)[])[("Els", 0), ("Ria", 1), (SmallTown.Organiser, 2)])
        {
            if (index < asked)
            {
                town.Phone(name).Expect(Ask);
                town.Phone(name).Expect(AllClear);
            }
        }
    }

    [TownTheory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(30)]
    public async Task A_word_in_the_same_instant_as_the_clock_wins_or_is_followed_by_the_all_clear(int minutes)
    {
        for (var turn = 0; turn < 4; turn++)
        {
            await using var town = await SilentAsync();
            await town.AdvanceToAsync(SmallTown.Moment("2026-03-10 10:00").AddMinutes(minutes).AddSeconds(-1));
            town.Clock.MoveTo(SmallTown.Moment("2026-03-10 10:00").AddMinutes(minutes));

            await Task.WhenAll(
                Task.Run(() => town.Get<Ticker>().TickAsync(CancellationToken.None)),
                Task.Run(() => town.SpeakAsync("mevrouw Jansen")));
            await town.AdvanceToAsync("23:00");

            foreach (var name in (string[])["Els", "Ria", SmallTown.Organiser])
            {
                var heard = town.Phone(name).All.Select(m => m.Key).ToList();
                Assert.True(heard is [] or [Ask, AllClear], $"{name} heard {string.Join(", ", heard)}");
                town.Phone(name).ExpectAnything();
            }

            var concern = await town.ReadAsync(db => db.Set<Concern>().SingleOrDefaultAsync());
            Assert.True(concern is null or { State: ConcernState.Resolved });
        }
    }

    [TownTheory]
    [InlineData(15)]
    [InlineData(45)]
    public async Task A_yes_to_the_pills_in_the_same_instant_as_the_clock_is_the_last_word(int minutes)
    {
        for (var turn = 0; turn < 4; turn++)
        {
            await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
            town.Resident("mevrouw Jansen").LetsStepsPass().TakesImportantPillsAt("08:00").Asks("Els");
            await town.AdvanceToAsync(SmallTown.Moment("2026-03-10 08:00").AddMinutes(minutes).AddSeconds(-1));
            town.Clock.MoveTo(SmallTown.Moment("2026-03-10 08:00").AddMinutes(minutes));

            await Task.WhenAll(
                Task.Run(() => town.Get<Ticker>().TickAsync(CancellationToken.None)),
                Task.Run(() => town.PressAsync("mevrouw Jansen", "medication.taken")));
            await town.AdvanceToAsync("23:00");

            var heard = town.Phone("Els").All.Select(m => m.Key).ToList();
            Assert.True(heard is [] or ["concern.ask.unanswered", "concern.circle.over.answered_herself"], string.Join(", ", heard));
            Assert.InRange(town.Phone("mevrouw Jansen").All.Count(m => m.Key.StartsWith("medication", StringComparison.Ordinal)), (minutes / 15), (minutes / 15) + 1);
            Assert.Equal(PlanItemState.Done, await town.ReadAsync(db => db.Set<PlanItem>().OrderBy(i => i.At).Select(i => i.State).FirstAsync()));
            town.Phone("Els").ExpectAnything();
            town.Phone("mevrouw Jansen").ExpectAnything();
        }
    }

    [TownFact]
    public async Task Who_was_never_reached_hears_no_all_clear()
    {
        await using var town = await SilentAsync();
        town.Clock.MoveTo(SmallTown.Moment("2026-03-10 10:00"));
        await town.Get<IEnumerable<IDueJob>>().OfType<WatchCheckIns>().Single().RunAsync(CancellationToken.None);
        await town.Get<IEnumerable<IDueJob>>().OfType<EscalateConcerns>().Single().RunAsync(CancellationToken.None);

        await town.SpeakAsync("mevrouw Jansen");

        await town.AdvanceToAsync("23:00");
        Assert.Equal(ConcernState.Resolved, (await town.ReadAsync(db => db.Set<Concern>().SingleAsync())).State);
    }

    private static int Asked(double seconds, bool clockWasFirst)
    {
        // A step is taken at its moment when the clock looks first; her word at that moment comes before it otherwise.
        var steps = clockWasFirst ? Math.Floor(seconds / 900) + 1 : Math.Ceiling(seconds / 900);
        return (int)Math.Clamp(steps, 0, 3);
    }

    private static async Task<SmallTown> SilentAsync()
    {
        var town = await SmallTown.OpenAsync("2026-03-10 08:00");
        town.Resident("mevrouw Jansen").LetsStepsPass().IsAskedAt("09:00", grace: 60).Asks("Els", "Ria");
        await town.AdvanceToAsync("09:00");
        town.Phone("mevrouw Jansen").Expect("checkin.prompt");
        return town;
    }
}
