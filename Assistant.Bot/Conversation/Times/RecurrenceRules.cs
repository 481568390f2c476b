using System.Globalization;

namespace Assistant.Bot.Conversation.Times;

/// <summary>What comes back: every morning, every other day, three times a day, on working days (RFC 5545).</summary>
internal static class RecurrenceRules
{
    /// <remarks>A day's doses spread over the waking hours; the project's defaults for n times a day.</remarks>
    private static readonly int[][] hoursByCount = [[], [8], [8, 20], [8, 14, 20], [8, 12, 17, 22]];

    private static readonly string[] spreadOverWeek = ["", "", "MO,TH", "MO,WE,FR", "MO,TU,TH,FR", "MO,TU,WE,TH,FR"];

    public static IReadOnlyDictionary<string, TimeRule> All { get; } = new Dictionary<string, TimeRule>
    {
        ["repeat.every"] = Every,
        ["repeat.every-other"] = EveryOther,
        ["repeat.other-weekday"] = (in RuleParts parts, Scene _) => Days(parts) is { } days ? Weekly(days, 2) : null,
        ["repeat.weekdays"] = (in RuleParts parts, Scene _) => Days(parts) is { } days
            ? Weekly(days, parts.Whole("count") ?? parts.Number("count") ?? 1) : null,
        ["repeat.part"] = (in RuleParts parts, Scene _) => parts.First<Part>() is { } part
            ? InPart(Make("DAILY", 1, Grain.Day), part) : null,
        ["repeat.in-part"] = (in RuleParts parts, Scene _) =>
            parts.First<Part>() is { } part && parts.First<Repeat>() is { } repeat ? InPart(repeat, part) : null,
        ["repeat.at"] = At,
        ["repeat.times-a-day"] = TimesADay,
        ["repeat.times-a-week"] = TimesAWeek,
        ["repeat.nth-weekday"] = (in RuleParts parts, Scene _) =>
            Days(parts) is { Length: 2 } day && parts.Whole("nth") is >= 1 and <= 5 and var nth ? Monthly($"BYDAY={nth}{day}") : null,
        ["repeat.last-weekday"] = (in RuleParts parts, Scene _) =>
            Days(parts) is { Length: 2 } day ? Monthly($"BYDAY=-1{day}") : null,
        ["repeat.month-day"] = (in RuleParts parts, Scene _) =>
            parts.Whole("day") is >= 1 and <= 31 and var day ? Monthly($"BYMONTHDAY={day}") : null,
        ["repeat.yearly"] = (in RuleParts parts, Scene _) => parts.First<Day>() is { Name: DayName.DayAndMonth } day
            ? new Repeat($"FREQ=YEARLY;BYMONTH={day.Date.Month};BYMONTHDAY={day.Date.Day}", Grain.Year) : null,
        ["repeat.weekly-on"] = (in RuleParts parts, Scene _) =>
            Days(parts) is { } days && parts.First<Repeat>() is { Grain: Grain.Week } repeat && !repeat.Rule.Contains("BYDAY")
                ? repeat with { Rule = $"{repeat.Rule};BYDAY={days}" } : null,
        ["repeat.same"] = (in RuleParts parts, Scene _) => parts.First<Repeat>(),
        ["weekdays.one"] = (in RuleParts parts, Scene _) => parts.Number("weekday") is { } day ? new Word(Code(day)) : null,
        ["weekdays.and"] = (in RuleParts parts, Scene _) =>
            parts.Value("one") is { } one && parts.Value("two") is { } two && !one.Contains(two, StringComparison.Ordinal)
                ? new Word($"{one},{two}") : null,
        ["weekdays.range"] = WeekdayRange,
    };

    private static string Code(int weekday) => ((string[])["SU", "MO", "TU", "WE", "TH", "FR", "SA", "SU"])[weekday];

    private static string? Days(in RuleParts parts) =>
        parts.Value("days") ?? (parts.Number("weekday") is { } weekday ? Code(weekday) : null);

    private static Repeat Monthly(string by) => new($"FREQ=MONTHLY;{by}", Grain.Month);

    private static Repeat Weekly(string days, int interval)
    {
        var repeat = Make("WEEKLY", interval, Grain.Week);
        return repeat with { Rule = $"{repeat.Rule};BYDAY={days}" };
    }

    private static Repeat Make(string frequency, int interval, Grain grain) =>
        new(interval == 1 ? $"FREQ={frequency}" : $"FREQ={frequency};INTERVAL={interval.ToString(CultureInfo.InvariantCulture)}", grain);

    private static Repeat? Every(in RuleParts parts, Scene scene) => Every(parts, DurationRules.Count(parts, "count") ?? 1);

    private static Repeat? EveryOther(in RuleParts parts, Scene scene) => Every(parts, 2);

    private static Repeat? Every(in RuleParts parts, double count)
    {
        var (frequency, times, grain) = parts.Value("unit") switch
        {
            "minute" => ("MINUTELY", 1.0, Grain.Minute),
            "quarter-hour" => ("MINUTELY", 15, Grain.Minute),
            "hour" when count != Math.Floor(count) => ("MINUTELY", 60, Grain.Minute),
            "hour" => ("HOURLY", 1, Grain.Hour),
            "day" => ("DAILY", 1, Grain.Day),
            "weekend" => ("WEEKEND", 1, Grain.Week),
            "week" => ("WEEKLY", 1, Grain.Week),
            "fortnight" => ("WEEKLY", 2, Grain.Week),
            "month" => ("MONTHLY", 1, Grain.Month),
            "quarter" => ("MONTHLY", 3, Grain.Month),
            "half-year" => ("MONTHLY", 6, Grain.Month),
            "year" => ("YEARLY", 1, Grain.Year),
            "decade" => ("YEARLY", 10, Grain.Year),
            _ => ("", 0, Grain.Year),
        };
        var interval = count * times;
        return interval is < 1 or > 1000 || interval != Math.Floor(interval) ? null
            : frequency == "WEEKEND" ? Weekly("SA,SU", (int)interval)
            : Make(frequency, (int)interval, grain);
    }

    private static Repeat InPart(Repeat repeat, Part part) =>
        repeat with { Part = part, At = repeat.HasClock ? repeat.At : [part.Usual] };

    /// <summary>A clock time, or one more of them; a part of the day that was said chooses the half.</summary>
    private static Repeat? At(in RuleParts parts, Scene scene)
    {
        if (parts.First<Repeat>() is not { } repeat || parts.First<Clock>() is not { } clock)
        {
            return null;
        }
        var hour = repeat.Part is { } part ? LikelyHour.In(part, clock) ?? clock : clock;
        var time = TimeOnly.FromDateTime(LikelyHour.On(scene.Today.AddDays(1), hour, scene));
        return repeat with { HasClock = true, At = repeat.HasClock ? [.. repeat.At, time] : [time] };
    }

    private static Repeat? TimesADay(in RuleParts parts, Scene scene) =>
        (parts.Whole("count") ?? parts.Number("count")) is >= 1 and var count && count < hoursByCount.Length
            ? Make("DAILY", 1, Grain.Day) with { At = [.. hoursByCount[count].Select(hour => new TimeOnly(hour, 0))] }
            : null;

    private static Repeat? TimesAWeek(in RuleParts parts, Scene scene) =>
        (parts.Whole("count") ?? parts.Number("count")) is >= 1 and var count && count < spreadOverWeek.Length
            ? count == 1 ? Make("WEEKLY", 1, Grain.Week) : Weekly(spreadOverWeek[count], 1)
            : null;

    private static Word? WeekdayRange(in RuleParts parts, Scene scene)
    {
        if (parts.Number("from") is not { } from || parts.Number("until") is not { } until)
        {
            return null;
        }
        var count = ((until - from + 7) % 7) + 1;
        return new Word(string.Join(',', Enumerable.Range(from, count).Select(day => Code(((day - 1) % 7) + 1))));
    }
}
