using System.Numerics;

namespace Assistant.Scheduling.Calendar;

/// <summary>Days, hours, minutes and seconds: each one stretch of the clock; those no part allows are jumped over.</summary>
/// <remarks>So that "every second, but only on Mondays in March at nine" walks to the next March, not through the year.</remarks>
internal sealed class ClockPeriods : IRecurrencePeriods
{
    private const int Day = (int)TimeSpan.SecondsPerDay;
    private const int Hour = 3600;
    private const int Minute = 60;

    private readonly RecurrenceParts parts;
    private readonly RecurrenceDays days;
    private readonly int unit;
    private readonly long origin;
    private readonly bool ever;

    public ClockPeriods(RecurrenceParts parts, DateTime start)
    {
        this.parts = parts;
        days = new RecurrenceDays(parts);
        unit = parts.Frequency switch
        {
            RecurrenceFrequency.Secondly => 1,
            RecurrenceFrequency.Minutely => Minute,
            RecurrenceFrequency.Hourly => Hour,
            _ => Day,
        };
        origin = PositionOf(start);
        ever = MeetsTheClock();
    }

    public int? StretchesEach => ever && parts.AllowsEveryDay && AllowsEveryPeriod ? 1 : null;

    private bool AllowsEveryPeriod =>
        unit == Day || (parts.Hours, unit == Hour ? ulong.MaxValue : parts.Minutes, unit > 1 ? ulong.MaxValue : parts.Seconds)
            is (ulong.MaxValue, ulong.MaxValue, ulong.MaxValue);

    public long NumberAt(DateTime moment) => Math.Max(0, (PositionOf(moment) - origin) / parts.Interval);

    public bool TryGather(ref long number, List<long> stretches)
    {
        stretches.Clear();
        while (ever)
        {
            var second = (origin + (number * parts.Interval)) * unit;
            if (second / Day > IRecurrencePeriods.LastDay)
            {
                return false;
            }

            var allowed = NextAllowed(second);
            if (allowed == second)
            {
                stretches.Add(second);
                return true;
            }

            number = RoundedUp(RoundedUp(allowed, unit) - origin, parts.Interval);
        }

        return false;
    }

    private long PositionOf(DateTime moment) => moment.Ticks / TimeSpan.TicksPerSecond / unit;

    /// <summary>True where the interval ever lands on an allowed time of day.</summary>
    /// <remarks>A step of the interval never changes the place in the day modulo their greatest common divisor.</remarks>
    private bool MeetsTheClock()
    {
        var inDay = Day / unit;
        var step = (long)BigInteger.GreatestCommonDivisor(parts.Interval, inDay);
        for (var place = origin % step; place < inDay; place += step)
        {
            if (NextTimeOfDay(place * unit) == place * unit)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>This second where date and clock allow it, otherwise the first later one worth looking at.</summary>
    private long NextAllowed(long second)
    {
        var date = DateOnly.FromDayNumber((int)(second / Day));
        var left = days.In(date.Year, date.Month) >> date.Day;
        if ((left & 1) != 0)
        {
            return (second / Day * Day) + NextTimeOfDay(second % Day);
        }

        var skip = left == 0
            ? DateTime.DaysInMonth(date.Year, date.Month) - date.Day + 1
            : BitOperations.TrailingZeroCount(left);
        return ((second / Day) + skip) * Day;
    }

    /// <summary>The first second of the day from this one on that is worth looking at; the day's length where none is.</summary>
    /// <remarks>Looks only at parts longer than or as long as the period: the shorter ones pick within it.</remarks>
    private long NextTimeOfDay(long second)
    {
        var (hour, minute) = ((int)(second / Hour), (int)(second / Minute % 60));
        if (unit == Day)
        {
            return second;
        }

        if ((parts.Hours >> hour & 1) == 0)
        {
            var later = parts.Hours >> hour;
            return later == 0 ? Day : (hour + BitOperations.TrailingZeroCount(later)) * Hour;
        }

        if (unit <= Minute && (parts.Minutes >> minute & 1) == 0)
        {
            return RoundedUp(second + 1, Minute) * Minute;
        }

        return unit == 1 && (parts.Seconds >> (int)(second % 60) & 1) == 0 ? second + 1 : second;
    }

    private static long RoundedUp(long number, long by) => (number + by - 1) / by;
}
