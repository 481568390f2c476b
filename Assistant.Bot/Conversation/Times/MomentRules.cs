namespace Assistant.Bot.Conversation.Times;

/// <summary>Points of time: now, in ten minutes, tomorrow at eight.</summary>
internal static class MomentRules
{
    public static IReadOnlyDictionary<string, TimeRule> All { get; } = new Dictionary<string, TimeRule>
    {
        ["moment.now"] = (in RuleParts parts, Scene scene) => new Moment(scene.Local, Grain.Second) { Exact = scene.Now },
        ["moment.soon"] = (in RuleParts parts, Scene scene) =>
            parts.Number("minutes") is { } minutes ? Exactly(scene, minutes * 60, Grain.Minute) : null,
        ["moment.clock"] = (in RuleParts parts, Scene scene) =>
            parts.First<Clock>() is { } clock ? new Moment(LikelyHour.Next(clock, scene), clock.Grain) : null,
        ["moment.day-clock"] = DayClock,
        ["moment.dated-clock"] = (in RuleParts parts, Scene scene) =>
            CalendarDateRules.DayMonth(parts, scene) is { } day && parts.First<Clock>() is { } clock ? On(day, clock, scene) : null,
        ["moment.part-clock"] = PartClock,
        ["moment.ahead"] = (in RuleParts parts, Scene scene) => Shifted(parts, scene, 1),
        ["moment.ago"] = (in RuleParts parts, Scene scene) => Shifted(parts, scene, -1),
        ["moment.shift"] = (in RuleParts parts, Scene scene) => ShiftedFrom(parts, scene, 1),
        ["moment.shift-back"] = (in RuleParts parts, Scene scene) => ShiftedFrom(parts, scene, -1),
        ["moment.day-end"] = (in RuleParts parts, Scene _) => parts.First<Day>() is { } day ? EndOf(day.Date) : null,
        ["moment.today-end"] = (in RuleParts parts, Scene scene) => EndOf(scene.Today),
        ["moment.same"] = (in RuleParts parts, Scene _) => parts.First<Moment>(),
        ["day.ahead"] = (in RuleParts parts, Scene scene) => ShiftedDay(parts, scene, 1),
        ["day.ago"] = (in RuleParts parts, Scene scene) => ShiftedDay(parts, scene, -1),
    };

    /// <summary>The last second of a day: "by the end of today" is not yet tomorrow.</summary>
    private static Moment EndOf(DateOnly date) => new(date.ToDateTime(new TimeOnly(23, 59, 59)), Grain.Second);

    public static Moment On(Day day, Clock clock, Scene scene)
    {
        var local = LikelyHour.On(day.Date, clock, scene);
        return new Moment(local, clock.Grain) { Name = day.Name };
    }

    /// <summary>The part of the day chooses the hour; after midnight it belongs to the night before.</summary>
    public static Moment? In(Part part, Clock clock, Day? day, Scene scene)
    {
        if (LikelyHour.In(part, clock) is not { } hour)
        {
            return null;
        }
        if (day is null)
        {
            return new Moment(LikelyHour.Next(hour, scene), clock.Grain);
        }
        var moment = On(day, hour, scene);
        var isPastMidnight = part.Until < part.From && hour.Time < part.Until && hour.Hour != 24;
        return isPastMidnight && day.Date == scene.Today && moment.Local < scene.Local
            ? moment with { Local = moment.Local.AddDays(1) }
            : moment;
    }

    public static Moment? DayClock(in RuleParts parts, Scene scene) =>
        parts.First<Day>() is { } day && parts.First<Clock>() is { } clock ? On(day, clock, scene) : null;

    private static Moment? PartClock(in RuleParts parts, Scene scene) =>
        parts.First<Part>() is { } part && parts.First<Clock>() is { } clock
            ? In(part, clock, parts.First<Day>() ?? (parts.Has("today") ? new Day(scene.Today, DayName.Relative) : null), scene)
            : null;

    /// <summary>Elapsed time counts real hours, also over a clock change; days and months keep the wall clock.</summary>
    private static Moment? Shifted(in RuleParts parts, Scene scene, int sign)
    {
        if (parts.First<Span>() is not { IsExact: true } span)
        {
            return null;
        }
        if (span is { Years: 0, Months: 0, Days: 0 })
        {
            return Math.Abs(span.Seconds) < 1e10 ? Exactly(scene, sign * span.Seconds, GrainOf(span)) : null;
        }
        return DurationRules.Shift(scene.Local, span, sign) is { } local ? new Moment(local, GrainOf(span)) : null;
    }

    private static Moment? ShiftedFrom(in RuleParts parts, Scene scene, int sign)
    {
        if (parts.First<Span>() is not { IsExact: true } span)
        {
            return null;
        }
        var from = parts.First<Moment>()?.Local
            ?? (parts.First<Clock>() is { } clock ? LikelyHour.Next(clock, scene) : null as DateTime?);
        return from is { } local && DurationRules.Shift(local, span, sign) is { } shifted
            ? new Moment(shifted, GrainOf(span))
            : null;
    }

    private static Day? ShiftedDay(in RuleParts parts, Scene scene, int sign) =>
        parts.First<Span>() is { IsExact: false } span && DurationRules.Shift(scene.Local, span, sign) is { } local
            ? new Day(DateOnly.FromDateTime(local), DayName.Relative)
            : null;

    private static Moment Exactly(Scene scene, double seconds, Grain grain)
    {
        var exact = scene.Now.AddSeconds(seconds);
        return new Moment(scene.Zone.LocalOf(exact), grain) { Exact = exact };
    }

    private static Grain GrainOf(Span span) => span.Finest == Grain.Second ? Grain.Second : Grain.Minute;
}
