namespace Assistant.Bot.Conversation.Times;

/// <summary>Which of the two hours is meant when somebody says "at eight", and when that is next.</summary>
/// <remarks>
/// The future before the past, and the waking day before the night, unless the speaker is awake in the night.
/// Defaults: nobody plans between 23:00 and 06:00 without saying so; on a named day one to five is the afternoon.
/// </remarks>
internal static class LikelyHour
{
    private const int DayBegins = 6;
    private const int DayEnds = 23;

    /// <summary>Nothing that lasts from one hour to another begins later, unless it was said.</summary>
    public const int MeetingsEnd = 21;

    /// <summary>The hour within a named part of the day: "eight in the evening", "twelve at night".</summary>
    public static Clock? In(Part part, Clock clock)
    {
        if (clock.IsPlaced || clock.Hour is 0 or > 12)
        {
            return clock;
        }
        var (morning, afternoon) = Both(clock);
        var ahead = Distance(part, afternoon.Time) - Distance(part, morning.Time);
        var isMorning = ahead > 0 || (ahead == 0 && part.From.Hour < 12);
        return !isMorning ? afternoon : morning.Hour == 0 ? morning with { Hour = 24 } : morning;
    }

    /// <summary>On a day that was named.</summary>
    public static DateTime On(DateOnly date, Clock clock, Scene scene)
    {
        if (clock.Hour == 24)
        {
            return date.AddDays(1).ToDateTime(TimeOnly.MinValue);
        }
        if (!clock.IsTwelveHour)
        {
            return date.ToDateTime(clock.Time);
        }
        var (morning, afternoon) = Both(clock);
        var early = date.ToDateTime(morning.Time);
        var isTooEarly = date == scene.Today ? early < scene.Local : clock.Hour is < DayBegins or 12;
        return isTooEarly ? date.ToDateTime(afternoon.Time) : early;
    }

    /// <summary>The next time the clock shows it.</summary>
    public static DateTime Next(Clock clock, Scene scene, int dayEnds = DayEnds)
    {
        if (scene.Likely is { } likely && clock.IsTwelveHour && In(likely, clock) is { } placed)
        {
            clock = placed;
        }
        var isNight = scene.Local.Hour < DayBegins;
        foreach (var candidate in Candidates(clock, scene.Today))
        {
            var isLikely = !clock.IsTwelveHour || isNight
                || candidate.Hour >= DayBegins && (candidate.Hour < dayEnds || scene.Local.Hour >= 18);
            if (candidate > scene.Local && isLikely)
            {
                return candidate;
            }
        }
        return On(scene.Today.AddDays(1), clock, scene);
    }

    /// <summary>The first moment after another that the clock shows it: the end of "from one to four".</summary>
    public static DateTime After(DateTime from, Clock clock) =>
        Candidates(clock, DateOnly.FromDateTime(from)).First(candidate => candidate > from);

    private static IEnumerable<DateTime> Candidates(Clock clock, DateOnly today)
    {
        for (var days = 0; days < 3; days++)
        {
            var date = today.AddDays(days);
            if (!clock.IsTwelveHour)
            {
                yield return date.ToDateTime(TimeOnly.MinValue).Add(new TimeSpan(clock.Hour, clock.Minute, clock.Second));
                continue;
            }
            var (morning, afternoon) = Both(clock);
            yield return date.ToDateTime(morning.Time);
            yield return date.ToDateTime(afternoon.Time);
        }
    }

    private static (Clock Morning, Clock Afternoon) Both(Clock clock)
    {
        var hour = clock.Hour % 12;
        var plain = clock with { IsTwelveHour = false, IsPlaced = true };
        return (plain with { Hour = hour }, plain with { Hour = hour + 12 });
    }

    /// <summary>How far a time lies from the part of the day, in minutes; nothing when it is inside.</summary>
    private static double Distance(Part part, TimeOnly time)
    {
        var isInside = part.From < part.Until
            ? time >= part.From && time < part.Until
            : time >= part.From || time < part.Until;
        return isInside ? 0 : Math.Min(Around(part.From, time), Around(part.Until, time));

        static double Around(TimeOnly one, TimeOnly other)
        {
            var minutes = Math.Abs((one - other).TotalMinutes);
            return Math.Min(minutes, (24 * 60) - minutes);
        }
    }
}
