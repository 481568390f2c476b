using System.Globalization;
using System.Text;

namespace Assistant.Scheduling.Calendar;

/// <summary>The one way a rule is written: parts in the order of RFC 5545 §3.3.10, numbers rising, defaults left out.</summary>
internal static class RecurrenceText
{
    public static readonly Dictionary<string, DayOfWeek> WeekDays = new()
    {
        ["MO"] = DayOfWeek.Monday,
        ["TU"] = DayOfWeek.Tuesday,
        ["WE"] = DayOfWeek.Wednesday,
        ["TH"] = DayOfWeek.Thursday,
        ["FR"] = DayOfWeek.Friday,
        ["SA"] = DayOfWeek.Saturday,
        ["SU"] = DayOfWeek.Sunday,
    };

    /// <summary>Monday first, then by number: the order days are written in.</summary>
    public static readonly Comparer<OrdinalDay> DayOrder = Comparer<OrdinalDay>.Create((a, b) =>
        (a.Ordinal, FromMonday(a.Day)).CompareTo((b.Ordinal, FromMonday(b.Day))));

    private static readonly string[] Names = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    public static string Of(RecurrenceParts parts)
    {
        var text = new StringBuilder("FREQ=").Append(parts.Frequency.ToString().ToUpperInvariant());
        Add(text, "INTERVAL", parts.Interval == 1 ? "" : parts.Interval.ToString(CultureInfo.InvariantCulture));
        Add(text, "COUNT", parts.Count?.ToString(CultureInfo.InvariantCulture) ?? "");
        Add(text, "UNTIL", parts.Until?.ToString() ?? "");
        Add(text, "BYSECOND", List(Bits(parts.Seconds)));
        Add(text, "BYMINUTE", List(Bits(parts.Minutes)));
        Add(text, "BYHOUR", List(Bits(parts.Hours)));
        Add(text, "BYDAY", Days(parts));
        Add(text, "BYMONTHDAY", List(Bits(parts.MonthDaysFromEnd).Reverse().Select(d => -d).Concat(Bits(parts.MonthDays))));
        Add(text, "BYYEARDAY", List(parts.YearDays));
        Add(text, "BYWEEKNO", List(parts.Weeks));
        Add(text, "BYMONTH", List(Bits(parts.Months)));
        Add(text, "BYSETPOS", List(parts.Positions));
        Add(text, "WKST", parts.WeekStart == DayOfWeek.Monday ? "" : Names[(int)parts.WeekStart]);
        return text.ToString();
    }

    private static string Days(RecurrenceParts parts) => string.Join(',', Bits(parts.WeekDays)
        .Select(d => new OrdinalDay(0, (DayOfWeek)d))
        .Concat(parts.OrdinalDays)
        .Order(DayOrder)
        .Select(d => (d.Ordinal == 0 ? "" : d.Ordinal.ToString(CultureInfo.InvariantCulture)) + Names[(int)d.Day]));

    private static string List(IEnumerable<int> numbers) =>
        string.Join(',', numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)));

    private static IEnumerable<int> Bits(ulong mask) => Enumerable.Range(0, 64).Where(n => (mask >> n & 1) != 0);

    private static int FromMonday(DayOfWeek day) => ((int)day + 6) % 7;

    private static void Add(StringBuilder text, string name, string value)
    {
        if (value.Length > 0)
        {
            text.Append(';').Append(name).Append('=').Append(value);
        }
    }
}
