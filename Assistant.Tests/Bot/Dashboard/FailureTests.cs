using Assistant.Bot.Dashboard.Failures;

namespace Assistant.Tests.Bot.Dashboard;

public sealed class FailureTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_same_failure_is_one_line_with_its_number_and_its_last_time()
    {
        var together = Failure.Together(
        [
            new Failure(Start, FailureKind.NotArrived, "Ann", "no channel"),
            new Failure(Start.AddMinutes(9), FailureKind.NotArrived, "Ann", "no channel"),
            new Failure(Start.AddMinutes(5), FailureKind.TooLate, "Ann", "no channel"),
        ]);

        Assert.Equal([(Start.AddMinutes(9), 2), (Start.AddMinutes(5), 1)], together.Select(failure => (failure.At, failure.Times)));
    }
}
