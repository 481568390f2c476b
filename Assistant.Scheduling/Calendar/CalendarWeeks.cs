namespace Assistant.Scheduling.Calendar;

/// <summary>Numbered weeks on day numbers (<see cref="DateOnly.DayNumber"/>), safe one year past either end of the calendar.</summary>
/// <remarks>Source: ISO 8601, with any first weekday: week 1 is the one that holds 4 January (RFC 5545 §3.3.10, BYWEEKNO).</remarks>
internal static class CalendarWeeks
{
    /// <summary>The day number of 1 January.</summary>
    public static int YearStart(int year)
    {
        var before = year - 1;
        return (before * 365) + Floor(before, 4) - Floor(before, 100) + Floor(before, 400);
    }

    /// <summary>The day number on which week 1 of this year begins, up to three days before 1 January.</summary>
    public static int FirstWeek(int year, DayOfWeek weekStart) => WeekStart(YearStart(year) + 3, weekStart);

    /// <summary>52 or 53.</summary>
    public static int WeeksIn(int year, DayOfWeek weekStart) =>
        (FirstWeek(year + 1, weekStart) - FirstWeek(year, weekStart)) / 7;

    /// <summary>The year and number of the week in which this day falls.</summary>
    public static (int Year, int Week) WeekOf(int day, DayOfWeek weekStart)
    {
        var year = DateOnly.FromDayNumber(Math.Clamp(day, 0, DateOnly.MaxValue.DayNumber)).Year + 1;
        while (FirstWeek(year, weekStart) > day)
        {
            year--;
        }

        return (year, ((day - FirstWeek(year, weekStart)) / 7) + 1);
    }

    /// <summary>The day number on which the week of this day begins.</summary>
    public static int WeekStart(int day, DayOfWeek weekStart) => day - DaysSince(weekStart, WeekDayOf(day));

    /// <summary>How many days after the one weekday the other comes: 0 to 6.</summary>
    public static int DaysSince(DayOfWeek earlier, DayOfWeek later) => (later - earlier + 7) % 7;

    /// <summary>The weekday of a day number, also of one before year 1.</summary>
    public static DayOfWeek WeekDayOf(int day) => (DayOfWeek)((((day + 1) % 7) + 7) % 7);

    private static int Floor(int number, int by) => (int)Math.Floor(number / (double)by);
}
