namespace Assistant.Scheduling.Medication;

/// <summary>Which days a repetition by the wall clock falls on, and at which moments of them.</summary>
/// <remarks>
/// 1. Named times or moments are the day's moments; otherwise the frequency is spread over the person's hours.
/// 2. Named weekdays pick the days; otherwise the period, counted from the first day of the span, does.
/// 3. Several doses in a period longer than a day are spread over it: 3 per week is day 1, 3 and 5.
/// A month without the first day's number has its dose on its last day: a dose is never lost to the calendar.
/// </remarks>
internal sealed class DayPattern(Repeat repeat, DayHours hours)
{
    private readonly DayMoment[] named = NamedMoments(repeat, hours);
    private readonly int frequency = Math.Max(1, repeat.Frequency ?? 1);
    private readonly int period = Math.Max(1, (int)(repeat.Period ?? 1));
    private readonly Dictionary<int, DayMoment[]> spread = [];

    private bool IsDaily =>
        repeat.PeriodUnit is null or < PeriodUnit.Day || (repeat.PeriodUnit == PeriodUnit.Day && period == 1);

    /// <summary>The days between <paramref name="from"/> and <paramref name="until"/> (exclusive) with their moments.</summary>
    public IEnumerable<(DateOnly Date, DayMoment[] Moments)> Days(DateOnly origin, DateOnly from, DateOnly until) =>
        repeat.DaysOfWeek.Count > 0 ? Weekdays(origin, from, until)
        : IsDaily ? EachDay(from, until)
        : Periods(origin, from, until);

    private IEnumerable<(DateOnly, DayMoment[])> EachDay(DateOnly from, DateOnly until)
    {
        var moments = Moments(frequency);
        for (var day = from; day < until; day = day.AddDays(1))
        {
            yield return (day, moments);
        }
    }

    private IEnumerable<(DateOnly, DayMoment[])> Weekdays(DateOnly origin, DateOnly from, DateOnly until)
    {
        var days = WeekdaysInUse();
        var moments = Moments(TimesOnAWeekday());
        var firstMonday = Monday(origin);
        for (var day = from; day < until; day = day.AddDays(1))
        {
            var skipped = repeat.PeriodUnit switch
            {
                PeriodUnit.Week => (Monday(day) - firstMonday) / 7 % period != 0,
                PeriodUnit.Day => (day.DayNumber - origin.DayNumber) % period != 0,
                _ => false,
            };
            if (!skipped && days.Contains(day.DayOfWeek))
            {
                yield return (day, moments);
            }
        }
    }

    /// <summary>"Once a week, Monday or Thursday" is planned at its least: on the first; a person decides.</summary>
    private HashSet<DayOfWeek> WeekdaysInUse()
    {
        var days = repeat.DaysOfWeek.Distinct().ToList();
        var fewer = repeat is { PeriodUnit: PeriodUnit.Week, Frequency: { } times } && times < days.Count;
        return [.. fewer ? days.Take(frequency) : days];
    }

    private int TimesOnAWeekday() => repeat.PeriodUnit == PeriodUnit.Week
        ? Math.Max(1, frequency / repeat.DaysOfWeek.Distinct().Count())
        : frequency;

    private IEnumerable<(DateOnly, DayMoment[])> Periods(DateOnly origin, DateOnly from, DateOnly until)
    {
        for (var k = FirstPeriod(origin, from); PeriodStart(origin, k) is { } start && start < until; k++)
        {
            var length = (PeriodStart(origin, k + 1) ?? DateOnly.MaxValue).DayNumber - start.DayNumber;
            foreach (var (offset, moments) in InPeriod(length))
            {
                var day = start.AddDays(offset);
                if (from <= day && day < until)
                {
                    yield return (day, moments);
                }
            }
        }
    }

    private IEnumerable<(int Offset, DayMoment[] Moments)> InPeriod(int length)
    {
        if (named.Length > 0)
        {
            var days = Math.Min(length, (frequency + named.Length - 1) / named.Length);
            return Enumerable.Range(0, days).Select(i => ((int)((long)i * length / days), named));
        }
        return Enumerable.Range(0, frequency)
            .GroupBy(i => (int)((long)i * length / frequency), (offset, doses) => (offset, Moments(doses.Count())));
    }

    private int FirstPeriod(DateOnly origin, DateOnly from)
    {
        var days = Math.Max(0, from.DayNumber - origin.DayNumber);
        var k = (int)(days / LongestPeriod(1));
        while (PeriodStart(origin, k + 1) is { } next && next <= from)
        {
            k++;
        }
        return k;
    }

    private DateOnly? PeriodStart(DateOnly origin, int k)
    {
        var days = LongestPeriod(k);
        if (origin.DayNumber + days >= DateOnly.MaxValue.DayNumber)
        {
            return null;
        }
        return repeat.PeriodUnit switch
        {
            PeriodUnit.Month => origin.AddMonths(k * period),
            PeriodUnit.Year => origin.AddYears(k * period),
            _ => origin.AddDays((int)days),
        };
    }

    /// <summary>So many periods in days, where months and years are at their longest.</summary>
    private long LongestPeriod(int k) => (long)k * period * repeat.PeriodUnit switch
    {
        PeriodUnit.Week => 7,
        PeriodUnit.Month => 31,
        PeriodUnit.Year => 366,
        _ => 1,
    };

    private DayMoment[] Moments(int times)
    {
        if (named.Length > 0)
        {
            return named;
        }
        if (!spread.TryGetValue(times, out var moments))
        {
            spread[times] = moments = DayMoment.Spread(hours.TimesADay(times));
        }
        return moments;
    }

    private static int Monday(DateOnly day) => day.DayNumber - ((int)day.DayOfWeek + 6) % 7;

    private static DayMoment[] NamedMoments(Repeat repeat, DayHours hours)
    {
        if (DosesOf.WakingInterval(repeat) is { } interval)
        {
            return DayMoment.Every(interval, hours);
        }
        if (repeat.TimesOfDay.Count + repeat.When.Count == 0)
        {
            return [];
        }
        var times = repeat.TimesOfDay.Select(DayMoment.AtTime);
        var events = repeat.When.SelectMany(DayMoment.Meals)
            .Select(when => DayMoment.AtEvent(when, repeat.Offset, hours));
        return [.. times.Concat(events).DistinctBy(moment => moment.Slot).OrderBy(moment => moment.AfterMidnight)];
    }
}
