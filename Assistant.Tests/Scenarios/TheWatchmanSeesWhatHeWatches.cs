using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Bot.Skills;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Assistant.Tests.Scenarios;

public sealed class TheWatchmanSeesWhatHeWatches
{
    private const string Jansen = "mevrouw Jansen";

    [TownFact]
    public async Task While_nothing_is_taken_up_the_heart_does_not_beat()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident(Jansen).TakesPillsAt("08:00").TakesPillsAt("20:00");
        await town.AdvanceToAsync("08:00");
        town.Phone(Jansen).ExpectAnything();
        var heart = new Heart();
        using var watchman = new Watchman(town.Contexts, heart, town.Clock, NullLogger<Watchman>.Instance);
        await watchman.RoundAsync(CancellationToken.None);
        Assert.Equal(1, heart.Beats);

        await town.SleepThroughToAsync("2026-03-10 20:05");
        await watchman.RoundAsync(CancellationToken.None);

        Assert.Equal(1, heart.Beats);
        Assert.Contains(watchman.Last?.Findings ?? [], f => f is { Subject: WatchSubject.Work, Name: "Reminders", Mark: WatchMark.Wrong });
        Assert.Equal(SmallTown.Moment("2026-03-10 08:00"), watchman.Last?.Findings.Single(f => f.Subject is WatchSubject.Sending).Since);
    }

    [TownFact]
    public async Task A_channel_that_brings_nothing_anywhere_is_wrong_and_one_bad_place_is_worth_a_look()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        foreach (var (channel, fails) in new[] { ("whatsapp", true), ("whatsapp", true), ("email", true), ("email", false) })
        {
            var point = new ContactPoint { Id = ContactPointId.New(town.Now), Channel = channel, Address = Guid.CreateVersion7(town.Now).ToString() };
            point.Arrived(town.Now);
            if (fails)
            {
                point.Failed("It answered 503.", town.Now);
            }

            town.Add(point);
        }

        var report = await town.ReadAsync(db => WatchRound.LookAsync(db, town.Now, CancellationToken.None));

        Assert.Equal(
            [("email", WatchMark.Look), ("whatsapp", WatchMark.Wrong)],
            report.Findings.Where(f => f.Subject is WatchSubject.Channel).Select(f => (f.Name, f.Mark)));
    }

    [TownFact]
    public async Task Who_was_silent_for_a_month_is_tested_and_counts_as_not_reached_after_a_week()
    {
        await using var talk = await Talk.BeginAsync("2026-03-10 11:00");
        var jansen = await talk.ResidentAsync(Jansen);
        await talk.CircleAsync(jansen, "Els");
        await talk.SaysAsync(Talk.Organiser, "hallo");

        Assert.Equal(1, await talk.Get<ReachTesting>().RunAsync(CancellationToken.None));
        Assert.Equal(0, await talk.Get<ReachTesting>().RunAsync(CancellationToken.None));
        await talk.UntilAsync("2026-03-10 11:01");
        Assert.EndsWith("Leest u dit?", talk.Last("Els").Text, StringComparison.Ordinal);
        await talk.UntilAsync("2026-03-17 11:05");
        Assert.Equal([talk.IdOf("Els")], await UnreachedAsync(talk));

        await talk.SaysAsync("Els", "ja hoor");

        Assert.Empty(await UnreachedAsync(talk));
    }

    private static Task<IReadOnlyList<PersonId>> UnreachedAsync(Talk talk) =>
        talk.ReadAsync(db => ReachTesting.UnreachedAsync(db, talk.Now, CancellationToken.None));

    private sealed class Heart : IHeartbeat
    {
        public int Beats { get; private set; }

        public Task BeatAsync(CancellationToken cancellationToken)
        {
            Beats++;
            return Task.CompletedTask;
        }
    }
}
