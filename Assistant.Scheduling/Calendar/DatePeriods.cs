using System.Numerics;

namespace Assistant.Scheduling.Calendar;

/// <summary>Weeks, months and years: each gathers its allowed dates from the masks of its months.</summary>
/// <remarks>
/// A yearly rule that names weeks runs by years of whole weeks: week 1 of 2026 begins on 29 December 2025, and every
/// sixth year means every sixth such year.
/// </remarks>
internal sealed class DatePeriods : IRecurrencePeriods
{
    private readonly RecurrenceParts parts;
    private readonly RecurrenceDays days;
    private readonly long origin;

    public DatePeriods(RecurrenceParts parts, DateTime start)
    {
        this.parts = parts;
        days = new RecurrenceDays(parts);
        origin = PositionOf(start);
    }

    public int? StretchesEach =>
        parts.Frequency == RecurrenceFrequency.Weekly && (parts with { WeekDays = 0 }).AllowsEveryDay
            ? BitOperations.PopCount(parts.WeekDays)
            : null;

    public long NumberAt(DateTime moment) => Math.Max(0, (PositionOf(moment) - origin) / parts.Interval);

    public bool TryGather(ref long number, List<long> stretches)
    {
        stretches.Clear();
        var at = origin + (number * parts.Interval);
        return parts.Frequency switch
        {
            RecurrenceFrequency.Weekly => at <= IRecurrencePeriods.LastDay / 7 && AddDates(WeekAt(at), WeekAt(at + 1), stretches),
            RecurrenceFrequency.Monthly => at < 10_000 * 12 && AddMonth((int)at, stretches),
            _ when at > 9999 => false,
            _ when parts.Weeks.IsEmpty => AddYear((int)at, stretches),
            _ => AddWeeks((int)at, stretches),
        };
    }

    private bool AddYear(int year, List<long> stretches)
    {
        for (var month = 0; month < 12; month++)
        {
            AddMonth((year * 12) + month, stretches);
        }

        return true;
    }

    private bool AddMonth(int at, List<long> stretches)
    {
        var (year, month) = (at / 12, (at % 12) + 1);
        var mask = days.In(year, month);
        if (mask == 0)
        {
            return true;
        }

        var beforeFirst = new DateOnly(year, month, 1).DayNumber - 1L;
        for (; mask != 0; mask &= mask - 1)
        {
            stretches.Add((beforeFirst + BitOperations.TrailingZeroCount(mask)) * TimeSpan.SecondsPerDay);
        }

        return true;
    }

    /// <remarks>Looks at the named weeks only: a year of weeks is long when one Monday of it is wanted.</remarks>
    private bool AddWeeks(int year, List<long> stretches)
    {
        var start = CalendarWeeks.FirstWeek(year, parts.WeekStart);
        var count = CalendarWeeks.WeeksIn(year, parts.WeekStart);
        var named = parts.Weeks.Select(w => w > 0 ? w : count + 1 + w).Where(w => w >= 1 && w <= count);
        foreach (var week in named.Distinct().Order())
        {
            AddDates(start + ((week - 1) * 7), start + (week * 7), stretches);
        }

        return true;
    }

    private bool AddDates(int from, int until, List<long> stretches)
    {
        var end = Math.Min(until, IRecurrencePeriods.LastDay + 1);
        for (var day = Math.Max(from, 0); day < end; day++)
        {
            if (days.Contains(DateOnly.FromDayNumber(day)))
            {
                stretches.Add(day * TimeSpan.SecondsPerDay);
            }
        }

        return true;
    }

    private long PositionOf(DateTime moment)
    {
        var day = DateOnly.FromDateTime(moment).DayNumber;
        return parts.Frequency switch
        {
            RecurrenceFrequency.Weekly => (CalendarWeeks.WeekStart(day, parts.WeekStart) - WeekAt(0)) / 7,
            RecurrenceFrequency.Monthly => (moment.Year * 12) + moment.Month - 1,
            _ when parts.Weeks.IsEmpty => moment.Year,
            _ => CalendarWeeks.WeekOf(day, parts.WeekStart).Year,
        };
    }

    /// <summary>Week 0 holds day 0, so it may begin before the calendar does.</summary>
    private int WeekAt(long position) => CalendarWeeks.WeekStart(0, parts.WeekStart) + (int)(position * 7);
}
