using Assistant.Bot.Dashboard.Concerns;
using Assistant.Bot.Dashboard.Failures;
using Assistant.Bot.Dashboard.Today;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;

namespace Assistant.Tests.Bot.Dashboard;

public sealed class BoardTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(Mood.Calm, false)]
    [InlineData(Mood.Care, true)]
    [InlineData(Mood.Going, true, ConcernState.Acknowledged)]
    [InlineData(Mood.Worry, false, ConcernState.Acknowledged, ConcernState.Open)]
    [InlineData(Mood.Alarm, true, ConcernState.Open, ConcernState.Exhausted, ConcernState.Acknowledged)]
    internal void The_mood_is_the_worst_of_what_is_on_the_page(Mood mood, bool hasFailure, params ConcernState[] open)
    {
        Failure[] failures = hasFailure ? [new Failure(Now, FailureKind.NotArrived, null, "")] : [];

        Assert.Equal(mood, new Board(Now, [], [.. open.Select(Card)], [], failures).Mood);
    }

    private static ConcernCard Card(ConcernState state) => new()
    {
        Id = ConcernId.New(Now), ResidentId = ResidentId.New(Now), Resident = "Ann", Kind = ConcernKind.Unwell, State = state,
        RaisedAt = Now, Asked = [], Timeline = [],
    };
}
