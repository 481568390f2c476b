namespace Assistant.Bot.Conversation.Times;

/// <summary>From one time to another: "van maandag tot vrijdag", "vanavond", "na 1 mei", "between two and four".</summary>
internal static class RangeRules
{
    public static IReadOnlyDictionary<string, TimeRule> All { get; } = new Dictionary<string, TimeRule>
    {
        ["range.between"] = (in RuleParts parts, Scene scene) => Between(parts, scene, isThrough: false),
        ["range.through"] = (in RuleParts parts, Scene scene) => Between(parts, scene, isThrough: true),
        ["range.days-of-month"] = DaysOfMonth,
        ["range.to-date"] = (in RuleParts parts, Scene scene) => parts.First<Period>() is { } period && period.From < scene.Today
            ? new Stretch(At(period.From, Grain.Day), At(scene.Today, Grain.Day)) : null,
        ["range.since"] = (in RuleParts parts, Scene scene) => Begin(parts.Find<Meaning>("from"), scene) is { } from
            ? new Stretch(from, null) : null,
        ["range.since-past"] = Since,
        ["range.weekdays-of-week"] = WeekdaysOfWeek,
        ["range.from-on"] = (in RuleParts parts, Scene scene) => Begin(MomentRules.DayClock(parts, scene), scene) is { } from
            ? new Stretch(from, null) : null,
        ["range.until-on"] = (in RuleParts parts, Scene scene) => Begin(MomentRules.DayClock(parts, scene), scene) is { } until
            ? new Stretch(null, until) : null,
        ["range.after"] = (in RuleParts parts, Scene scene) =>
            (parts.Find<Period>("from") is { } period ? At(period.Until, period.Grain) : Begin(parts.Find<Meaning>("from"), scene))
                is { } from ? new Stretch(from, null) : null,
        ["range.before"] = (in RuleParts parts, Scene scene) => (parts.Find<Period>("until") is { IsEnd: true } end
            ? At(end.Until, end.Grain) : Begin(parts.Find<Meaning>("until"), scene)) is { } until
            ? new Stretch(null, until) : null,
        ["range.by"] = (in RuleParts parts, Scene scene) => parts.First<Period>() is { } period
            ? new Stretch(Now(scene), At(period.Until, period.Grain)) : null,
        ["range.by-day"] = (in RuleParts parts, Scene scene) => parts.First<Day>() is { } day
            ? new Stretch(Now(scene), At(day.Date.AddDays(1), Grain.Day)) : null,
        ["range.by-today"] = (in RuleParts parts, Scene scene) => new Stretch(Now(scene), At(scene.Today.AddDays(1), Grain.Day)),
        ["range.lasting"] = Lasting,
        ["range.lasting-on"] = (in RuleParts parts, Scene scene) => MomentRules.DayClock(parts, scene) is { } from
            && parts.First<Span>() is { } span && DurationRules.Shift(from.Local, span, 1) is { } until
            ? new Stretch(from, new Moment(until, from.Grain)) : null,
        ["range.coming"] = (in RuleParts parts, Scene scene) => Counted(parts, scene, 1),
        ["range.past"] = (in RuleParts parts, Scene scene) => Counted(parts, scene, -1),
        ["range.within"] = (in RuleParts parts, Scene scene) => parts.First<Span>() is { } span
            && DurationRules.Shift(scene.Local, span, 1) is { } until
            ? span.IsExact
                ? new Stretch(Now(scene), new Moment(until, Grain.Second))
                : new Stretch(At(scene.Today, Grain.Day), At(DateOnly.FromDateTime(until), Grain.Day))
            : null,
        ["range.rest-of-day"] = (in RuleParts parts, Scene scene) =>
            new Stretch(Now(scene), At(scene.Today.AddDays(1), Grain.Day)),
        ["range.same"] = (in RuleParts parts, Scene _) => parts.First<Stretch>(),
    };

    public static Moment At(DateOnly date, Grain grain) => new(date.ToDateTime(TimeOnly.MinValue), grain);

    private static Moment Now(Scene scene) => new(scene.Local, Grain.Second) { Exact = scene.Now };

    /// <summary>What has gone on since a month or day began in the past.</summary>
    private static Stretch? Since(in RuleParts parts, Scene scene) => parts.Find<Meaning>("from") switch
    {
        Period { IsMovable: true } period when period.From > scene.Today => new Stretch(At(period.From.AddYears(-1), period.Grain), null),
        Day { Name: DayName.DayAndMonth } day when day.Date > scene.Today => new Stretch(At(day.Date.AddYears(-1), Grain.Day), null),
        Day { Name: DayName.Weekday } day => new Stretch(At(day.Date.AddDays(-7), Grain.Day), null),
        var from => Begin(from, scene) is { } begin ? new Stretch(begin, null) : null,
    };

    /// <summary>"Next week between Wednesday and Friday".</summary>
    private static Stretch? WeekdaysOfWeek(in RuleParts parts, Scene scene)
    {
        if (parts.First<Period>() is not { Grain: Grain.Week } week || parts.Number("one") is not { } one
            || parts.Number("two") is not { } two || two < one)
        {
            return null;
        }
        return new Stretch(At(week.From.AddDays(one - 1), Grain.Day), At(week.From.AddDays(two), Grain.Day));
    }

    /// <summary>"From 3 to 12 September": the month belongs to both.</summary>
    private static Stretch? DaysOfMonth(in RuleParts parts, Scene scene)
    {
        if (parts.Whole("one") is not { } one || parts.Whole("two") is not { } two || one >= two)
        {
            return null;
        }
        var month = parts.First<Period>() ?? PeriodRules.Month(parts, scene);
        return month is { Grain: Grain.Month } within
            && CalendarDateRules.DateOf(within.From.Year, within.From.Month, one) is { } from
            && CalendarDateRules.DateOf(within.From.Year, within.From.Month, two) is { } until
            ? new Stretch(At(from, Grain.Day), At(until.AddDays(1), Grain.Day))
            : null;
    }

    /// <summary>Where something begins.</summary>
    private static Moment? Begin(Meaning? meaning, Scene scene) => meaning switch
    {
        Moment moment => moment,
        Day day => At(day.Date, Grain.Day),
        Period period => At(period.From, period.Grain),
        Clock clock => new Moment(LikelyHour.Next(clock, scene), clock.Grain),
        Stretch stretch => stretch.From,
        _ => null,
    };

    private static Stretch? Between(in RuleParts parts, Scene scene, bool isThrough)
    {
        var (first, last) = (parts.Find<Meaning>("from"), parts.Find<Meaning>("until"));
        (first, last) = RangeEnds.Fit(first, last, scene);
        if (Begin(first, scene) is not { } from || End(last, from, isThrough, scene) is not { } until)
        {
            return null;
        }
        return until.Local > from.Local ? new Stretch(from, until) : null;
    }

    /// <summary>Days count in full, whatever the word; of longer periods only "through" takes in the last.</summary>
    private static Moment? End(Meaning? meaning, Moment from, bool isThrough, Scene scene) => meaning switch
    {
        Day day => At(day.Date.AddDays(1), Grain.Day),
        Period period => At(isThrough || period.IsEnd ? period.Until : period.From, period.Grain),
        Clock clock => new Moment(LikelyHour.After(from.Local, clock), clock.Grain),
        Stretch stretch => stretch.Until,
        Moment { Exact: { } exact } when from.Grain >= Grain.Day && exact == scene.Now => At(scene.Today, Grain.Day),
        _ => Begin(meaning, scene),
    };

    private static Stretch? Lasting(in RuleParts parts, Scene scene)
    {
        var from = Begin(parts.Find<Meaning>("from"), scene);
        return from is not null && parts.First<Span>() is { } span && DurationRules.Shift(from.Local, span, 1) is { } until
            ? new Stretch(from, new Moment(until, from.Grain))
            : null;
    }

    /// <summary>"The last ten minutes": elapsed time up to now, or from now.</summary>
    private static Stretch? Counted(in RuleParts parts, Scene scene, int sign)
    {
        if (parts.First<Span>() is not { } span)
        {
            return null;
        }
        if (!span.IsExact)
        {
            return CountedDays(sign > 0 ? scene.Today.AddDays(1) : scene.Today, span, sign);
        }
        if (span is not { Years: 0, Months: 0, Days: 0, Seconds: < 1e9 })
        {
            return null;
        }
        var other = scene.Now.AddSeconds(sign * span.Seconds);
        var end = new Moment(scene.Zone.LocalOf(other), Grain.Second) { Exact = other };
        return sign > 0 ? new Stretch(Now(scene), end) : new Stretch(end, Now(scene));
    }

    private static Stretch? CountedDays(DateOnly from, Span span, int sign)
    {
        if (DurationRules.Shift(from.ToDateTime(TimeOnly.MinValue), span, sign) is not { } other)
        {
            return null;
        }
        var (near, far) = (At(from, Grain.Day), new Moment(other, Grain.Day));
        return sign > 0 ? new Stretch(near, far) : new Stretch(far, near);
    }
}
