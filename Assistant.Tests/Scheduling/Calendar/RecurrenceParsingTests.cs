using Assistant.Scheduling.Calendar;

namespace Assistant.Tests.Scheduling.Calendar;

public class RecurrenceParsingTests
{
    [Theory]
    [InlineData("", "FREQ")]
    [InlineData("INTERVAL=2", "FREQ")]
    [InlineData("FREQ=OFTEN", "FREQ")]
    [InlineData("FREQ=2", "FREQ")]
    [InlineData("FREQ=DAILY;FREQ=WEEKLY", "FREQ")]
    [InlineData("FREQ=DAILY;INTERVAL=0", "INTERVAL")]
    [InlineData("FREQ=DAILY;INTERVAL=-1", "INTERVAL")]
    [InlineData("FREQ=DAILY;COUNT=0", "COUNT")]
    [InlineData("FREQ=DAILY;COUNT=3;UNTIL=20260101", "COUNT")]
    [InlineData("FREQ=DAILY;UNTIL=20260231", "UNTIL")]
    [InlineData("FREQ=DAILY;UNTIL=tomorrow", "UNTIL")]
    [InlineData("FREQ=DAILY;BYHOUR=24", "BYHOUR")]
    [InlineData("FREQ=DAILY;BYMINUTE=5,60", "BYMINUTE")]
    [InlineData("FREQ=DAILY;BYSECOND=", "BYSECOND")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY")]
    [InlineData("FREQ=YEARLY;BYYEARDAY=-367", "BYYEARDAY")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=54", "BYWEEKNO")]
    [InlineData("FREQ=YEARLY;BYMONTH=13", "BYMONTH")]
    [InlineData("FREQ=WEEKLY;BYDAY=XX", "BYDAY")]
    [InlineData("FREQ=MONTHLY;BYDAY=0MO", "BYDAY")]
    [InlineData("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0", "BYSETPOS")]
    [InlineData("FREQ=WEEKLY;WKST=MONDAY", "WKST")]
    [InlineData("FREQ=WEEKLY;RSCALE=HEBREW", "RSCALE")]
    [InlineData("FREQ=WEEKLY;BYEASTER=0", "BYEASTER")]
    [InlineData("every day please", "EVERY DAY PLEASE")]
    public void A_wrong_rule_is_told_by_the_name_of_its_part(string rrule, string part)
    {
        Assert.False(Recurrence.TryParse(rrule, out var rule, out var fault));
        Assert.Null(rule);
        Assert.StartsWith(part + ":", fault, StringComparison.Ordinal);
        Assert.Equal(fault, Assert.Throws<FormatException>(() => Recurrence.Parse(rrule)).Message);
    }

    [Theory]
    [InlineData("rrule:freq=weekly; byday=th,mo,mo ;interval=1;wkst=mo;", "FREQ=WEEKLY;BYDAY=MO,TH")]
    [InlineData("BYMONTHDAY=5,-1,+2;FREQ=MONTHLY", "FREQ=MONTHLY;BYMONTHDAY=-1,2,5")]
    [InlineData("FREQ=MONTHLY;BYDAY=+1SU,-1SU,WE", "FREQ=MONTHLY;BYDAY=-1SU,WE,1SU")]
    [InlineData("FREQ=DAILY;UNTIL=20261231T225959Z;INTERVAL=02", "FREQ=DAILY;INTERVAL=2;UNTIL=20261231T225959Z")]
    [InlineData("RSCALE=GREGORIAN;FREQ=DAILY;SKIP=OMIT", "FREQ=DAILY")]
    public void A_rule_is_written_in_one_way(string rrule, string canonical)
    {
        Assert.Equal(canonical, Recurrence.Parse(rrule).ToString());
        Assert.Equal(Recurrence.Parse(canonical), Recurrence.Parse(rrule));
    }
}
