using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.DayPlan;

namespace Assistant.Tests.Scheduling.DayPlan;

public sealed class RuleShiftTests
{
    // 10 March 2026 is a Tuesday: the second of the month.
    private static readonly DateOnly Tuesday = new(2026, 3, 10);

    [Theory]
    [InlineData("FREQ=WEEKLY;BYDAY=TU", "FREQ=WEEKLY;BYDAY=TH")]
    [InlineData("FREQ=WEEKLY;BYDAY=TU,FR", "FREQ=WEEKLY;BYDAY=TH,FR")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH")]
    [InlineData("FREQ=DAILY;INTERVAL=3", "FREQ=DAILY;INTERVAL=3")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=10", "FREQ=MONTHLY;BYMONTHDAY=12")]
    [InlineData("FREQ=MONTHLY;BYDAY=2TU", "FREQ=MONTHLY;BYDAY=2TH")]
    [InlineData("FREQ=YEARLY", "FREQ=YEARLY")]
    [InlineData("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=10", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=12")]
    [InlineData("FREQ=WEEKLY;COUNT=10;BYDAY=TU", "FREQ=WEEKLY;COUNT=7;BYDAY=TH")]
    public void From_Tuesday_to_Thursday(string rule, string wanted)
    {
        var shifted = RuleShift.Of(rule, Tuesday, Tuesday.AddDays(2), before: 3);

        Assert.NotNull(shifted);
        Assert.Equal(Recurrence.Parse(wanted), Recurrence.Parse(shifted));
    }

    [Theory]
    [InlineData("FREQ=MONTHLY;BYDAY=TU,WE;BYSETPOS=1")]
    [InlineData("FREQ=YEARLY;BYDAY=10TU")]
    [InlineData("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=10,20")]
    public void What_cannot_be_moved_as_a_whole_is_not_guessed(string rule) =>
        Assert.Null(RuleShift.Of(rule, Tuesday, Tuesday.AddDays(2), before: 0));

    [Theory]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,TU,FR")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2")]
    [InlineData("FREQ=MONTHLY")]
    [InlineData("FREQ=MONTHLY;BYDAY=2TU")]
    [InlineData("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=10")]
    public void The_shifted_rule_names_the_new_day_whatever_day_that_is(string rule)
    {
        for (var days = -20; days <= 17; days++)
        {
            var to = Tuesday.AddDays(days);
            if (RuleShift.Of(rule, Tuesday, to, before: 0) is { } shifted)
            {
                Assert.True(Recurrence.Parse(shifted).FallsOn(to, to), $"{shifted} on {to}");
            }
        }
    }
}
