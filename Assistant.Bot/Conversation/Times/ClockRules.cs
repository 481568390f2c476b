namespace Assistant.Bot.Conversation.Times;

/// <summary>Times of the clock: "half acht", "tien over drie", "20u15", "0730", "3 pm".</summary>
internal static class ClockRules
{
    /// <remarks>"Before breakfast" and "after dinner", where the meal has its usual hour; the project's default for AC.</remarks>
    private const int MealMinutes = 30;

    public static IReadOnlyDictionary<string, TimeRule> All { get; } = new Dictionary<string, TimeRule>
    {
        ["clock.hour"] = (in RuleParts parts, Scene _) => Make(parts.Whole("hour") ?? parts.Number("hour"), 0, parts),
        ["clock.bare-hour"] = BareHour,
        ["clock.hour-minute"] = (in RuleParts parts, Scene _) => Make(parts.Whole("hour"), parts.Whole("minute"), parts),
        ["clock.digital"] = Digital,
        ["clock.digits"] = Digits,
        ["clock.before-half"] = BeforeHalf,
        ["clock.after-half"] = AfterHalf,
        ["clock.past"] = (in RuleParts parts, Scene _) => Shift(parts, 1),
        ["clock.to"] = (in RuleParts parts, Scene _) => Shift(parts, -1),
        ["clock.named"] = Named,
        ["clock.am"] = (in RuleParts parts, Scene _) => parts.First<Clock>() is { Hour: <= 12 } clock ? Before(clock) : null,
        ["clock.pm"] = (in RuleParts parts, Scene _) => parts.First<Clock>() is { } clock ? After(clock) : null,
        ["clock.in-part"] = (in RuleParts parts, Scene _) =>
            parts.First<Clock>() is { } clock && parts.First<Part>() is { } part ? LikelyHour.In(part, clock) : null,
        ["clock.of-part"] = (in RuleParts parts, Scene _) => parts.First<Part>() is { } part
            ? new Clock(part.Usual.Hour, part.Usual.Minute, 0, false, Grain.Minute) : null,
        ["clock.before-part"] = (in RuleParts parts, Scene _) => parts.First<Part>() is { } part ? Near(part, -MealMinutes) : null,
        ["clock.after-part"] = (in RuleParts parts, Scene _) => parts.First<Part>() is { } part ? Near(part, MealMinutes) : null,
        ["clock.same"] = (in RuleParts parts, Scene _) => parts.First<Clock>(),
    };

    /// <summary>A whole hour or hour and minute, said or typed without the signs of a digital clock.</summary>
    private static Clock? Make(int? hour, int? minute, in RuleParts parts)
    {
        if (hour is not (>= 0 and <= 24) || minute is not (>= 0 and < 60) || (hour == 24 && minute != 0))
        {
            return null;
        }
        var typed = parts.Find<Amount>("hour")?.Digits ?? 0;
        var isTwelve = hour is > 0 and <= 12 && !(typed == 2 && hour < 10);
        return new Clock(hour.Value, minute.Value, 0, isTwelve, parts.Has("minute") ? Grain.Minute : Grain.Hour);
    }

    /// <summary>"Acht uur": a whole day is never one, and "een uur" lasts an hour.</summary>
    private static Clock? BareHour(in RuleParts parts, Scene scene) =>
        parts.Find<Amount>("hour") is { Digits: 0, Value: 1 } or { Value: 24 } ? null : Make(parts.Whole("hour"), 0, parts);

    /// <summary>With the signs of a digital clock: where that runs to 24, "8:00" is the morning and nothing else.</summary>
    private static Clock? Digital(in RuleParts parts, Scene scene)
    {
        var clock = Make(parts.Whole("hour"), parts.Whole("minute"), parts);
        if (clock is null || parts.Find<Amount>("minute") is { Digits: not (0 or 2) })
        {
            return null;
        }
        clock = clock with { IsTwelveHour = clock.IsTwelveHour && !scene.Lexicon.IsTwentyFourHour };
        return parts.Whole("second") is { } second
            ? second < 60 ? clock with { Second = second, Grain = Grain.Second, IsTwelveHour = false } : null
            : clock;
    }

    /// <summary>Hours and minutes in one number: 0730, 340.</summary>
    private static Clock? Digits(in RuleParts parts, Scene scene)
    {
        if (parts.Find<Amount>("digits") is not { IsWhole: true, Digits: 3 or 4 } amount)
        {
            return null;
        }
        var (hour, minute) = Math.DivRem((int)amount.Value, 100);
        return hour < 24 && minute < 60
            ? new Clock(hour, minute, 0, hour is > 0 and <= 12 && amount.Digits == 3, Grain.Minute)
            : null;
    }

    private static Clock? BeforeHalf(in RuleParts parts, Scene scene) => HalfOf(parts) is { } clock
        ? AddMinutes(clock, -30)
        : null;

    private static Clock? AfterHalf(in RuleParts parts, Scene scene) => HalfOf(parts) is { } clock
        ? AddMinutes(clock, 30)
        : null;

    private static Clock? HalfOf(in RuleParts parts) =>
        parts.First<Clock>() ?? (parts.Whole("hour") is > 0 ? Make(parts.Whole("hour"), 0, parts) : null);

    private static Clock? Shift(in RuleParts parts, int sign)
    {
        var minutes = parts.Number("minute") ?? parts.Whole("minute");
        return parts.First<Clock>() is { } clock && minutes is > 0 and < 60 ? AddMinutes(clock, sign * minutes.Value) : null;
    }

    private static Clock? Named(in RuleParts parts, Scene scene) =>
        TimeOnly.TryParse(parts.Value("name"), System.Globalization.CultureInfo.InvariantCulture, out var time)
            ? new Clock(time is { Hour: 0, Minute: 0 } ? 24 : time.Hour, time.Minute, 0, false, Grain.Hour)
            : null;

    private static Clock AddMinutes(Clock clock, int minutes)
    {
        var hour = clock.IsTwelveHour && clock.Hour == 12 && minutes > 0 ? 0 : clock.Hour;
        var total = ((hour * 60) + clock.Minute + minutes + (24 * 60)) % (24 * 60);
        var (newHour, minute) = Math.DivRem(total, 60);
        return clock with
        {
            Hour = newHour == 0 && clock.IsTwelveHour ? 12 : newHour,
            Minute = minute,
            Grain = Grain.Minute,
        };
    }

    private static Clock Near(Part part, int minutes)
    {
        var time = part.Usual.AddMinutes(minutes);
        return new Clock(time.Hour, time.Minute, 0, false, Grain.Minute);
    }

    private static Clock Before(Clock clock) => clock with { Hour = clock.Hour % 12, IsTwelveHour = false, IsPlaced = true };

    private static Clock After(Clock clock) =>
        clock with { Hour = clock.Hour < 12 ? clock.Hour + 12 : clock.Hour, IsTwelveHour = false, IsPlaced = true };
}
