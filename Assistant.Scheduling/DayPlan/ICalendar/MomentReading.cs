using System.Globalization;
using Assistant.Scheduling.Calendar;

namespace Assistant.Scheduling.DayPlan.ICalendar;

/// <summary>Reads dates, times, lengths and offsets; a value that is none of them is null.</summary>
internal static class MomentReading
{
    /// <remarks>The shape of the value decides, not VALUE=: files that leave it out, or say the other, are common.</remarks>
    public static CalendarMoment? Moment(string value, HomeTimeZone? zone)
    {
        var text = value.Trim();
        if (Exact(text, "yyyyMMdd") is { } date)
        {
            return new CalendarMoment(date, null, IsDate: true);
        }

        var isUtc = text.EndsWith('Z') || text.EndsWith('z');
        return LocalTime(isUtc ? text[..^1] : text) is { } local
            ? new CalendarMoment(local, isUtc ? ZoneNames.Utc : zone, IsDate: false)
            : null;
    }

    /// <summary>A wall-clock time; second 60 is 59, as §3.3.5 asks of who keeps no leap seconds.</summary>
    public static DateTime? LocalTime(string text) =>
        Exact(text.Length == 15 && text.EndsWith("60", StringComparison.Ordinal) ? text[..13] + "59" : text, "yyyyMMdd'T'HHmmss");

    /// <summary>A length: <c>P1DT2H</c>, <c>-PT15M</c>, <c>P2W</c>. Source: RFC 5545 §3.3.6.</summary>
    public static CalendarSpan? Span(string value)
    {
        var text = value.Trim().ToUpperInvariant();
        var sign = text.StartsWith('-') ? -1 : 1;
        text = text.TrimStart('+', '-');
        if (text.Length < 3 || text[0] != 'P')
        {
            return null;
        }

        var (days, seconds, digits, units) = (0L, 0L, "", "WDTHMS");
        foreach (var letter in text[1..])
        {
            if (char.IsAsciiDigit(letter))
            {
                digits += letter;
                continue;
            }

            // Each unit once and in order; T stands before the ones of the clock.
            var place = units.IndexOf(letter, StringComparison.Ordinal);
            var isClock = letter is 'H' or 'M' or 'S';
            if (place < 0 || digits.Length > 9 || (letter == 'T') != (digits.Length == 0) || isClock == units.Contains('T'))
            {
                return null;
            }

            units = units[(place + 1)..];
            var number = letter == 'T' ? 0 : long.Parse(digits, CultureInfo.InvariantCulture);
            days += letter switch { 'W' => number * 7, 'D' => number, _ => 0 };
            seconds += letter switch { 'H' => number * 3600, 'M' => number * 60, 'S' => number, _ => 0 };
            digits = "";
        }

        return digits.Length == 0 && text[^1] != 'T' && days < 100_000 && seconds < 5_000_000_000
            ? new CalendarSpan((int)days * sign, TimeSpan.FromSeconds(seconds * sign))
            : null;
    }

    /// <summary>An offset from UTC: <c>+0100</c>, <c>-043000</c>, within 14 hours. Source: RFC 5545 §3.3.14.</summary>
    public static TimeSpan? Offset(string value)
    {
        var text = value.Trim();
        if (text.Length is not (5 or 7) || text[0] is not ('+' or '-')
            || !int.TryParse(text[1..].PadRight(6, '0'), NumberStyles.None, CultureInfo.InvariantCulture, out var digits))
        {
            return null;
        }

        var offset = new TimeSpan(digits / 10_000, digits / 100 % 100, digits % 100);
        return offset > TimeSpan.FromHours(14) ? null : text[0] == '-' ? -offset : offset;
    }

    private static DateTime? Exact(string text, string format) =>
        DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var found) ? found : null;
}
