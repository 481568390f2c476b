namespace Assistant.Scheduling.Calendar;

/// <summary>The moments of one rule from one start, in order, as wall-clock times.</summary>
/// <remarks>
/// 1. The rule is completed by its start. 2. Each period gathers its stretches (dates, or one hour, minute, second);
/// each stretch holds the same offsets (times of day, or what is left of the hour). 3. BYSETPOS picks by position
/// from stretch x offset, without writing the set out. 4. What lies before the start counts for positions, not for COUNT.
/// Without COUNT it begins at the period that holds the first moment asked for. Source: RFC 5545 §3.3.10.
/// </remarks>
internal sealed class RecurrenceExpansion
{
    private readonly RecurrenceParts parts;
    private readonly IRecurrencePeriods periods;
    private readonly List<long> stretches = [];
    private readonly int[] offsets;
    private readonly long first;
    private readonly long fraction;
    private readonly long last;

    /// <param name="said">The rule as it was read.</param>
    /// <param name="start">Its first moment; a moment the rule does not name is not an occurrence.</param>
    /// <param name="end">The last wall-clock moment to give, inclusive.</param>
    public RecurrenceExpansion(RecurrenceParts said, DateTime start, DateTime end)
    {
        parts = said.CompletedBy(start);
        periods = parts.Frequency <= RecurrenceFrequency.Daily
            ? new ClockPeriods(parts, start)
            : new DatePeriods(parts, start);
        offsets = Offsets(parts);
        if (periods is ClockPeriods && !parts.Positions.IsEmpty)
        {
            offsets = [.. Places(parts, offsets.Length).Select(place => offsets[place])];
        }

        (first, fraction) = Math.DivRem(start.Ticks, TimeSpan.TicksPerSecond);
        last = (end.Ticks - fraction) / TimeSpan.TicksPerSecond;
    }

    /// <summary>Occurrences at or after this moment.</summary>
    /// <exception cref="InvalidOperationException">COUNT makes it count more than <see cref="Recurrence.MostCounted"/> of them first.</exception>
    public IEnumerable<DateTime> From(DateTime from)
    {
        var wanted = (from.Ticks - fraction + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond;
        var (number, left) = Seek(from);
        var skipped = 0;
        for (; left > 0 && offsets.Length > 0 && periods.TryGather(ref number, stretches); number++)
        {
            if (stretches.Count > 0 && stretches[0] > last)
            {
                yield break;
            }

            foreach (var second in InPeriod())
            {
                if (second > last || left == 0)
                {
                    yield break;
                }

                if (second < first)
                {
                    continue;
                }

                left--;
                if (second >= wanted)
                {
                    yield return new DateTime((second * TimeSpan.TicksPerSecond) + fraction);
                }
                else if (parts.Count is not null && ++skipped > Recurrence.MostCounted)
                {
                    throw new InvalidOperationException(
                        $"COUNT: the rule has more than {Recurrence.MostCounted} moments before the ones asked for. Use UNTIL.");
                }
            }
        }
    }

    /// <summary>The period to begin with, and how many occurrences COUNT still allows from there.</summary>
    /// <remarks>Where every period holds as many, COUNT is reckoned; elsewhere it has to be counted from the start.</remarks>
    private (long Number, long Left) Seek(DateTime from)
    {
        var number = periods.NumberAt(from);
        if (parts.Count is not { } count)
        {
            return (number, long.MaxValue);
        }

        var begin = 0L;
        if (number == 0 || periods.StretchesEach is not { } each || !periods.TryGather(ref begin, stretches))
        {
            return (0, count);
        }

        var inFirst = InPeriod().Count(second => second >= first);
        var inEach = periods is ClockPeriods ? offsets.Length
            : parts.Positions.IsEmpty ? each * offsets.Length
            : Places(parts, (long)each * offsets.Length).Count;
        var left = count - inFirst - ((number - 1) * inEach);
        return left > 0 ? (number, left) : (long.MaxValue, 0);
    }

    private IEnumerable<long> InPeriod()
    {
        // One stretch always holds the same set, so what positions pick of it was settled once, in the offsets.
        if (!parts.Positions.IsEmpty && periods is DatePeriods)
        {
            return Places(parts, (long)stretches.Count * offsets.Length)
                .Select(place => stretches[(int)(place / offsets.Length)] + offsets[place % offsets.Length]);
        }

        return All();
    }

    private IEnumerable<long> All()
    {
        foreach (var stretch in stretches)
        {
            foreach (var offset in offsets)
            {
                yield return stretch + offset;
            }
        }
    }

    private static SortedSet<long> Places(RecurrenceParts parts, long total) =>
        [.. parts.Positions.Select(p => p > 0 ? p - 1 : total + p).Where(place => place >= 0 && place < total)];

    private static int[] Offsets(RecurrenceParts parts)
    {
        var hours = parts.Frequency >= RecurrenceFrequency.Daily ? Bits(parts.Hours, 24) : [0];
        var minutes = parts.Frequency >= RecurrenceFrequency.Hourly ? Bits(parts.Minutes, 60) : [0];
        var seconds = parts.Frequency >= RecurrenceFrequency.Minutely ? Bits(parts.Seconds, 60) : [0];
        return [.. from hour in hours from minute in minutes from second in seconds
                   select (((hour * 60) + minute) * 60) + second];
    }

    private static IEnumerable<int> Bits(ulong mask, int length) =>
        Enumerable.Range(0, length).Where(n => (mask >> n & 1) != 0);
}
