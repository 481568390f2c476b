namespace Assistant.Bot.Conversation.Times;

/// <summary>Hours of a day: "from five to six", "in the evening", "early on Tuesday morning".</summary>
internal static class HourRules
{
    /// <summary>Hours that the early or the late part of a part of the day takes.</summary>
    private const int EdgeHours = 2;

    public static IReadOnlyDictionary<string, TimeRule> All { get; } = new Dictionary<string, TimeRule>
    {
        ["hours.between"] = (in RuleParts parts, Scene _) =>
            parts.Find<Clock>("from") is { } from && parts.Find<Clock>("until") is { } until ? new Hours(from, until) : null,
        ["hours.in-part"] = (in RuleParts parts, Scene _) => parts.First<Hours>() is { } hours && parts.First<Part>() is { } part
            && LikelyHour.In(part, hours.From) is { } from && LikelyHour.In(part, hours.Until) is { } until
            ? new Hours(from, until) : null,
        ["hours.range"] = (in RuleParts parts, Scene scene) => 
            parts.First<Hours>() is { } hours && InPart(hours, parts.First<Part>()) is { } placed
                ? On(placed, parts.First<Day>(), scene) : null,
        ["range.early-day"] = (in RuleParts parts, Scene _) => parts.First<Day>() is { } day ? Half(day.Date, 0) : null,
        ["range.late-day"] = (in RuleParts parts, Scene _) => parts.First<Day>() is { } day ? Half(day.Date, 12) : null,
        ["hours.part-range"] = PartRange,
        ["part.early"] = (in RuleParts parts, Scene _) => parts.First<Part>() is { } part
            ? part with { Until = part.From.AddHours(EdgeHours), Usual = part.From.AddHours(EdgeHours / 2) } : null,
        ["part.late"] = (in RuleParts parts, Scene _) => parts.First<Part>() is { } part
            ? part with { From = part.Until.AddHours(-EdgeHours), Usual = part.Until.AddHours(-EdgeHours / 2) } : null,
        ["part.same"] = (in RuleParts parts, Scene _) => parts.First<Part>(),
        ["range.part"] = (in RuleParts parts, Scene scene) => parts.First<Part>() is { } part ? Next(part, scene) : null,
        ["range.nth-weekday-part"] = (in RuleParts parts, Scene scene) =>
            parts.First<Part>() is { } part && CalendarDateRules.NthWeekday(parts, scene) is { } day ? On(part, day.Date) : null,
        ["range.part-on"] = (in RuleParts parts, Scene scene) => parts.First<Part>() is { } part && parts.First<Day>() is { } day
            ? On(part, day.Date) : null,
        ["range.part-today"] = (in RuleParts parts, Scene scene) => parts.First<Part>() is { } part ? Today(part, scene) : null,
        ["range.part-last"] = (in RuleParts parts, Scene scene) => parts.First<Part>() is { } part
            ? On(part, scene.Today.AddDays(-1)) : null,
    };

    /// <summary>The hour of a clock that lies before another: of "5 to 6 pm" the five is pm too, of "10 to 2 pm" it is not.</summary>
    public static TimeSpan Before(Clock clock, TimeSpan until)
    {
        var early = new TimeSpan(clock.IsTwelveHour ? clock.Hour % 12 : clock.Hour, clock.Minute, clock.Second);
        var late = early + TimeSpan.FromHours(12);
        return clock.IsTwelveHour && late < until ? late : early;
    }

    private static Stretch On(Hours hours, Day? day, Scene scene)
    {
        var first = hours.From;
        if (first.IsTwelveHour && !hours.Until.IsTwelveHour && hours.Until.Hour > 0)
        {
            var hour = Before(first, new TimeSpan(hours.Until.Hour, hours.Until.Minute, 0));
            first = first with { Hour = hour.Hours, IsTwelveHour = false };
        }
        var start = day is null ? LikelyHour.Next(first, scene, LikelyHour.MeetingsEnd) : LikelyHour.On(day.Date, first, scene);
        var grain = first.Grain < hours.Until.Grain ? first.Grain : hours.Until.Grain;
        return new Stretch(new Moment(start, grain), new Moment(LikelyHour.After(start, hours.Until), grain));
    }

    /// <summary>"Between seven and nine tonight", "from 7 to 9 last night".</summary>
    private static Stretch? PartRange(in RuleParts parts, Scene scene)
    {
        var day = new Day(scene.Today.AddDays(parts.Has("last") ? -1 : 0), DayName.Relative);
        return parts.First<Hours>() is { } hours && InPart(hours, parts.First<Part>()) is { } placed ? On(placed, day, scene) : null;
    }

    private static Hours? InPart(Hours hours, Part? part) => part is null ? hours
        : LikelyHour.In(part, hours.From) is { } from && LikelyHour.In(part, hours.Until) is { } until ? new Hours(from, until)
        : null;

    private static Stretch Half(DateOnly date, int hour)
    {
        var from = date.ToDateTime(new TimeOnly(hour, 0));
        return new Stretch(new Moment(from, Grain.Hour), new Moment(from.AddHours(12), Grain.Hour));
    }

    private static TimeSpan Length(Part part) => part.Until - part.From;

    private static Stretch On(Part part, DateOnly date)
    {
        var from = date.ToDateTime(part.From);
        var usual = date.ToDateTime(part.Usual);
        return new Stretch(new Moment(from, Grain.Hour), new Moment(from + Length(part), Grain.Hour))
        {
            Usual = usual < from ? usual.AddDays(1) : usual,
        };
    }

    /// <summary>This part of today; of a night that began yesterday, the rest of that.</summary>
    private static Stretch Today(Part part, Scene scene)
    {
        var isStillNight = part.Until < part.From && TimeOnly.FromDateTime(scene.Local) < part.Until;
        return On(part, isStillNight ? scene.Today.AddDays(-1) : scene.Today);
    }

    private static Stretch Next(Part part, Scene scene)
    {
        var today = On(part, scene.Today);
        return today.Until?.Local > scene.Local ? today : On(part, scene.Today.AddDays(1));
    }
}
