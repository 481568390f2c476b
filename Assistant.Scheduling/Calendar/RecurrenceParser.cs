using System.Collections.Immutable;
using System.Globalization;

namespace Assistant.Scheduling.Calendar;

/// <summary>Reads an RRULE; what it cannot read is named by part, with what would be right.</summary>
internal sealed class RecurrenceParser
{
    private static readonly Dictionary<string, RecurrenceFrequency> Frequencies =
        Enum.GetValues<RecurrenceFrequency>().ToDictionary(f => f.ToString().ToUpperInvariant());

    private readonly HashSet<string> seen = [];
    private RecurrenceParts parts = new();
    private string? fault;

    /// <summary>The parts of the rule, or null with the fault in words.</summary>
    public static RecurrenceParts? TryParse(string rrule, out string? fault)
    {
        var parser = new RecurrenceParser();
        parser.Read(rrule.Trim().ToUpperInvariant());
        fault = parser.fault;
        return fault is null ? parser.parts : null;
    }

    private void Read(string rrule)
    {
        var body = rrule.StartsWith("RRULE:", StringComparison.Ordinal) ? rrule["RRULE:".Length..] : rrule;
        foreach (var part in body.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (name, value) = part.Split('=', 2) is [var left, var right] ? (left.Trim(), right.Trim()) : (part, "");
            if (!seen.Add(name))
            {
                Fail(name, value, "is given twice; keep one");
            }

            parts = With(name, value);
            if (fault is not null)
            {
                return;
            }
        }

        CheckWhole(body);
    }

    private void CheckWhole(string body)
    {
        if (!seen.Contains("FREQ"))
        {
            Fail("FREQ", body, "is missing; a rule says how often, as in FREQ=DAILY");
        }
        else if (parts.Count is not null && parts.Until is not null)
        {
            Fail("COUNT", body, "and UNTIL cannot both end a rule; keep one");
        }
    }

    private RecurrenceParts With(string name, string value) => name switch
    {
        "FREQ" => parts with { Frequency = OneOf(name, value, Frequencies) },
        "INTERVAL" => parts with { Interval = (int)Positive(name, value, int.MaxValue) },
        "COUNT" => parts with { Count = Positive(name, value, long.MaxValue) },
        "UNTIL" => parts with { Until = End(name, value) },
        // A leap second is not kept here; §3.3.5 then reads 60 as 59.
        "BYSECOND" => parts with { Seconds = Mask(Numbers(name, value, 0, 60).Select(n => Math.Min(n, 59))) },
        "BYMINUTE" => parts with { Minutes = Mask(Numbers(name, value, 0, 59)) },
        "BYHOUR" => parts with { Hours = Mask(Numbers(name, value, 0, 23)) },
        "BYDAY" => WithDays(name, value),
        "BYMONTHDAY" => WithMonthDays(Numbers(name, value, -31, 31)),
        "BYYEARDAY" => parts with { YearDays = Numbers(name, value, -366, 366) },
        "BYWEEKNO" => parts with { Weeks = Numbers(name, value, -53, 53) },
        "BYMONTH" => parts with { Months = Mask(Numbers(name, value, 1, 12)) },
        "BYSETPOS" => parts with { Positions = Numbers(name, value, -366, 366) },
        "WKST" => parts with { WeekStart = OneOf(name, value, RecurrenceText.WeekDays) },
        // RFC 7529 says aloud what RFC 5545 always meant.
        "RSCALE" when value == "GREGORIAN" => parts,
        "SKIP" when value == "OMIT" => parts,
        _ => Fail(name, value, "is not known here; parts are FREQ, INTERVAL, COUNT, UNTIL, WKST and BYSECOND to BYSETPOS"),
    };

    private RecurrenceParts WithMonthDays(ImmutableArray<int> days) => parts with
    {
        MonthDays = Mask(days.Where(d => d > 0)),
        MonthDaysFromEnd = Mask(days.Where(d => d < 0).Select(d => -d)),
    };

    private RecurrenceParts WithDays(string name, string value)
    {
        var ordinals = new SortedSet<OrdinalDay>(RecurrenceText.DayOrder);
        foreach (var entry in value.Split(',', StringSplitOptions.TrimEntries))
        {
            var number = entry.Length > 2 ? entry[..^2] : null;
            var day = OneOf(name, number is null ? entry : entry[^2..], RecurrenceText.WeekDays);
            ordinals.Add(new OrdinalDay(number is null ? 0 : Number(name, number, -53, 53), day));
        }

        return parts with
        {
            WeekDays = ordinals.Where(d => d.Ordinal == 0).Aggregate(0u, (days, d) => days | (1u << (int)d.Day)),
            OrdinalDays = [.. ordinals.Where(d => d.Ordinal != 0)],
        };
    }

    private RecurrenceEnd? End(string name, string value)
    {
        var end = RecurrenceEnd.TryParse(value);
        if (end is null)
        {
            Fail(name, value, "is not a moment; write 20261231, 20261231T235959 or 20261231T225959Z");
        }

        return end;
    }

    private T OneOf<T>(string name, string value, Dictionary<string, T> known)
        where T : struct
    {
        if (!known.TryGetValue(value, out var found))
        {
            Fail(name, value, "is not one of " + string.Join(", ", known.Keys));
        }

        return found;
    }

    private ImmutableArray<int> Numbers(string name, string value, int least, int most) =>
        [.. value.Split(',', StringSplitOptions.TrimEntries)
            .Select(n => Number(name, n, least, most)).Distinct().Order()];

    private int Number(string name, string value, int least, int most)
    {
        var isNumber = int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        if (!isNumber || number < least || number > most || (number == 0 && least < 0))
        {
            Fail(name, value, least < 0
                ? $"is not a number from 1 to {most}, or from -1 to {least} to count from the end"
                : $"is not a number from {least} to {most}");
            return 0;
        }

        return number;
    }

    private long Positive(string name, string value, long most)
    {
        if (!long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number < 1 || number > most)
        {
            Fail(name, value, $"is not a whole number from 1 to {most}");
            return 1;
        }

        return number;
    }

    private static ulong Mask(IEnumerable<int> numbers) => numbers.Aggregate(0UL, (mask, n) => mask | (1UL << n));

    /// <remarks>The first fault is the one told: what follows it is often its echo.</remarks>
    private RecurrenceParts Fail(string name, string value, string why)
    {
        var shown = value.Length > 60 ? value[..60] + "..." : value;
        fault ??= $"{name}: '{shown}' {why}.";
        return parts;
    }
}
