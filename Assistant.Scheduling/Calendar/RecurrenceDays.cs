using System.Numerics;

namespace Assistant.Scheduling.Calendar;

/// <summary>Which dates a rule allows, a month at a time: bit d of a month's mask is its day d.</summary>
/// <remarks>
/// Every BY part that names days, also the ones RFC 5545 lets "expand", is a condition on a date once the open parts
/// are filled in (<see cref="RecurrenceParts.CompletedBy"/>), so a month is a few ANDs. Dates that do not exist have
/// no bit. Source: RFC 5545 §3.3.10 with its table of expanding and limiting parts; week numbers as in ISO 8601 with
/// WKST for Monday.
/// </remarks>
internal sealed class RecurrenceDays
{
    private readonly RecurrenceParts parts;
    private readonly uint[] weekDaysByFirst = new uint[7];
    private int cachedMonth = -1;
    private uint cachedMask;

    public RecurrenceDays(RecurrenceParts parts)
    {
        this.parts = parts;
        for (var day = 1; day <= 31; day++)
        {
            for (var first = 0; first < 7; first++)
            {
                weekDaysByFirst[first] |= (parts.WeekDays >> ((first + day - 1) % 7) & 1) << day;
            }
        }
    }

    public bool Contains(DateOnly date) => (In(date.Year, date.Month) >> date.Day & 1) != 0;

    /// <summary>The days of this month that the rule allows.</summary>
    public uint In(int year, int month)
    {
        var key = (year * 12) + month;
        if (key != cachedMonth)
        {
            (cachedMonth, cachedMask) = (key, Mask(year, month));
        }

        return cachedMask;
    }

    private uint Mask(int year, int month)
    {
        if (parts.Months != 0 && (parts.Months >> month & 1) == 0)
        {
            return 0;
        }

        var length = DateTime.DaysInMonth(year, month);
        var mask = (uint)((2UL << length) - 2);
        var first = new DateOnly(year, month, 1);
        if (parts.MonthDays != 0 || parts.MonthDaysFromEnd != 0)
        {
            mask &= (uint)parts.MonthDays | Reversed((uint)parts.MonthDaysFromEnd, length);
        }

        if (parts.WeekDays != 0 || !parts.OrdinalDays.IsEmpty)
        {
            mask &= weekDaysByFirst[(int)first.DayOfWeek] | Ordinals(first, length);
        }

        if (!parts.YearDays.IsEmpty)
        {
            mask &= OfYear(first, length);
        }

        return parts.Weeks.IsEmpty ? mask : OfWeeks(first, mask);
    }

    /// <summary>Bit 1 becomes the month's last day.</summary>
    private static uint Reversed(uint fromEnd, int length)
    {
        var mask = 0u;
        for (; fromEnd != 0; fromEnd &= fromEnd - 1)
        {
            var day = length + 1 - BitOperations.TrailingZeroCount(fromEnd);
            mask |= day > 0 ? 1u << day : 0;
        }

        return mask;
    }

    private uint Ordinals(DateOnly first, int length)
    {
        var mask = 0u;
        foreach (var (ordinal, day) in parts.OrdinalDays)
        {
            mask |= parts.OrdinalsWithinMonth
                ? Bit(Nth(first.DayNumber, length, ordinal, day) - first.DayNumber, length)
                : Bit(NthOfYear(first.Year, ordinal, day) - first.DayNumber, length);
        }

        return mask;
    }

    private uint OfYear(DateOnly first, int length)
    {
        var mask = 0u;
        var yearStart = CalendarWeeks.YearStart(first.Year);
        foreach (var n in parts.YearDays)
        {
            var day = n > 0 ? yearStart + n - 1 : CalendarWeeks.YearStart(first.Year + 1) + n;
            mask |= Bit(day - first.DayNumber, length);
        }

        return mask;
    }

    private uint OfWeeks(DateOnly first, uint mask)
    {
        for (var left = mask; left != 0; left &= left - 1)
        {
            var day = BitOperations.TrailingZeroCount(left);
            var (year, week) = CalendarWeeks.WeekOf(first.DayNumber + day - 1, parts.WeekStart);
            var fromEnd = week - CalendarWeeks.WeeksIn(year, parts.WeekStart) - 1;
            if (!parts.Weeks.Contains(week) && !parts.Weeks.Contains(fromEnd))
            {
                mask &= ~(1u << day);
            }
        }

        return mask;
    }

    private static int NthOfYear(int year, int ordinal, DayOfWeek day)
    {
        var start = CalendarWeeks.YearStart(year);
        return Nth(start, CalendarWeeks.YearStart(year + 1) - start, ordinal, day);
    }

    /// <summary>The day number of the n-th such weekday of a stretch of days; outside every month where there is none.</summary>
    private static int Nth(int start, int length, int ordinal, DayOfWeek day)
    {
        var last = start + length - 1;
        var found = ordinal > 0
            ? start + CalendarWeeks.DaysSince(CalendarWeeks.WeekDayOf(start), day) + ((ordinal - 1) * 7)
            : last - CalendarWeeks.DaysSince(day, CalendarWeeks.WeekDayOf(last)) + ((ordinal + 1) * 7);
        return found >= start && found <= last ? found : int.MinValue / 2;
    }

    private static uint Bit(int daysIntoMonth, int length) =>
        daysIntoMonth >= 0 && daysIntoMonth < length ? 2u << daysIntoMonth : 0;
}
