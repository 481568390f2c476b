namespace Assistant.Bot.Conversation.Times;

/// <summary>Days named from where the speaker stands: tomorrow, next Tuesday, two days after Friday.</summary>
internal static class DateRules
{
    /// <summary>Who names a weekday and a date knows the calendar: up to a month ago it is the past that is meant.</summary>
    private const int JustPast = 31;

    private static readonly Span oneDay = new(0, 0, 1, 0, Grain.Day);

    public static IReadOnlyDictionary<string, TimeRule> All { get; } = new Dictionary<string, TimeRule>
    {
        ["day.relative"] = (in RuleParts parts, Scene scene) =>
            parts.Number("days") is { } days ? Relative(scene.Today, days) : null,
        ["day.weekday-shifted"] = WeekdayShifted,
        ["day.weekday-after"] = (in RuleParts parts, Scene _) => Weekday(parts) is { } weekday && parts.First<Day>() is { } day
            ? new Day(After(day.Date, weekday), DayName.Dated) : null,
        ["day.weekday-before"] = (in RuleParts parts, Scene _) => Weekday(parts) is { } weekday && parts.First<Day>() is { } day
            ? new Day(After(day.Date.AddDays(-8), weekday), DayName.Dated) : null,
        ["day.weekday"] = (in RuleParts parts, Scene scene) => Weekday(parts) is { } weekday
            ? new Day(After(scene.Today, weekday), DayName.Weekday) : null,
        ["day.weekday-coming"] = (in RuleParts parts, Scene scene) => Weekday(parts) is { } weekday
            ? new Day(After(scene.Today, weekday), DayName.Relative) : null,
        ["day.weekday-this"] = (in RuleParts parts, Scene scene) => Weekday(parts) is { } weekday
            ? new Day(After(scene.Today.AddDays(-1), weekday), DayName.Relative) : null,
        ["day.weekday-recent"] = (in RuleParts parts, Scene scene) => Weekday(parts) is { } weekday
            ? new Day(After(scene.Today.AddDays(-8), weekday), DayName.Relative) : null,
        ["day.weekday-in-week"] = WeekdayInWeek,
        ["day.weekday-after-next"] = (in RuleParts parts, Scene scene) => Weekday(parts) is { } weekday
            ? new Day(After(scene.Today, weekday).AddDays(7), DayName.Relative) : null,
        ["day.weekday-in-nth"] = WeekdayInNth,
        ["day.today"] = (in RuleParts parts, Scene scene) => Relative(scene.Today, 0),
        ["day.next"] = (in RuleParts parts, Scene scene) => Relative(scene.Today, 1),
        ["day.previous"] = (in RuleParts parts, Scene scene) => Relative(scene.Today, -1),
        ["day.weekdays-from"] = WeekdaysFrom,
        ["day.weekdays-back"] = (in RuleParts parts, Scene scene) =>
            Weekday(parts) is { } weekday && parts.Whole("count") is > 0 and < 500 and var count
                ? new Day(After(scene.Today.AddDays(-8), weekday).AddDays(-7 * (count - 1)), DayName.Relative) : null,
        ["day.and-weekday"] = AndWeekday,
        ["day.week-later"] = (in RuleParts parts, Scene _) =>
            parts.First<Day>() is { } day ? new Day(day.Date.AddDays(7), DayName.Relative) : null,
        ["day.shift"] = (in RuleParts parts, Scene _) => Shift(parts, 1),
        ["day.shift-back"] = (in RuleParts parts, Scene _) => Shift(parts, -1),
        ["day.holiday"] = Holiday,
        ["day.holiday-recent"] = (in RuleParts parts, Scene scene) => Holiday(parts, scene, isRecent: true),
        ["day.same"] = (in RuleParts parts, Scene _) => parts.First<Day>(),
    };

    /// <summary>The first such weekday later than a date.</summary>
    public static DateOnly After(DateOnly date, DayOfWeek weekday)
    {
        var ahead = ((int)weekday - (int)date.DayOfWeek + 7) % 7;
        return date.AddDays(ahead == 0 ? 7 : ahead);
    }

    /// <summary>Monday is 1 in a times file, as in ISO 8601.</summary>
    public static DayOfWeek? Weekday(in RuleParts parts) =>
        parts.Number("weekday") is { } number ? (DayOfWeek)(number % 7) : null;

    public static DateOnly MondayOf(DateOnly date) => date.AddDays(-(((int)date.DayOfWeek + 6) % 7));

    private static Day Relative(DateOnly today, int days) => new(today.AddDays(days), DayName.Relative);

    private static Day? WeekdayInWeek(in RuleParts parts, Scene scene)
    {
        if (Weekday(parts) is not { } weekday)
        {
            return null;
        }
        var weeks = parts.Number("weeks") ?? 0;
        var monday = parts.First<Period>() is { } week
            ? week.Grain == Grain.Week && week.Until == week.From.AddDays(7) ? week.From : (DateOnly?)null
            : MondayOf(scene.Today).AddDays(7 * weeks);
        return monday is { } from ? new Day(After(from.AddDays(-1), weekday), DayName.Relative) : null;
    }

    /// <summary>"The first week of October on Friday": that Friday of the month, counted in days.</summary>
    private static Day? WeekdayInNth(in RuleParts parts, Scene scene) =>
        Weekday(parts) is { } weekday && parts.First<Period>() is { } within && parts.Whole("nth") is >= 1 and <= 5 and var nth
            ? new Day(After(within.From.AddDays(-1), weekday).AddDays(7 * (nth - 1)), DayName.Dated)
            : null;

    /// <summary>"Tuesday in two weeks": that day of the week in which the shifted date falls, later than the coming one.</summary>
    private static Day? WeekdayShifted(in RuleParts parts, Scene scene)
    {
        var sign = parts.Has("back") ? -1 : 1;
        if (Weekday(parts) is not { } weekday || parts.First<Span>() is not { IsExact: false, Days: >= 7 or 0 } span
            || DurationRules.Shift(scene.Local, span, sign) is not { } shifted)
        {
            return null;
        }
        var date = After(MondayOf(DateOnly.FromDateTime(shifted)).AddDays(-1), weekday);
        return new Day(sign > 0 && date <= After(scene.Today, weekday) ? date.AddDays(7) : date, DayName.Relative);
    }

    /// <summary>"Two Mondays from now": the second Monday from tomorrow on.</summary>
    private static Day? WeekdaysFrom(in RuleParts parts, Scene scene) =>
        Weekday(parts) is { } weekday && parts.Whole("count") is > 0 and < 500 and var count
            ? new Day(After(scene.Today, weekday).AddDays(7 * (count - 1)), DayName.Relative)
            : null;

    /// <summary>"Saturday the 23rd": such a date that is a Saturday, just past or to come; the date counts when none is near.</summary>
    private static Day? AndWeekday(in RuleParts parts, Scene scene)
    {
        if (Weekday(parts) is not { } weekday || parts.First<Day>() is not { } day)
        {
            return null;
        }
        if (day.Name is DayName.Dated or DayName.Relative)
        {
            return day;
        }
        var near = Neighbours(day)
            .Where(date => date.DayOfWeek == weekday && date >= scene.Today.AddDays(-JustPast))
            .OrderBy(date => Math.Abs(date.DayNumber - scene.Today.DayNumber))
            .Select(date => (DateOnly?)date)
            .FirstOrDefault();
        return near is { } found ? day with { Date = found } : day;
    }

    private static IEnumerable<DateOnly> Neighbours(Day day) => day.Name == DayName.DayAndMonth
        ? ((int[])[-1, 0, 1]).Select(day.Date.AddYears).Where(date => date.Day == day.Date.Day)
        : Enumerable.Range(-4, 13).Select(day.Date.AddMonths).Where(date => date.Day == day.Date.Day);

    private static Day? Shift(in RuleParts parts, int sign) =>
        parts.First<Span>() is not { IsExact: true }
            && (parts.First<Day>()?.Date ?? parts.First<Period>()?.From) is { } date
            && DurationRules.Shift(date.ToDateTime(TimeOnly.MinValue), parts.First<Span>() ?? oneDay, sign) is { } shifted
            ? new Day(DateOnly.FromDateTime(shifted), DayName.Relative)
            : null;

    private static Day? Holiday(in RuleParts parts, Scene scene) => Holiday(parts, scene, isRecent: false);

    private static Day? Holiday(in RuleParts parts, Scene scene, bool isRecent)
    {
        if (parts.Value("holiday") is not { } name || !scene.Lexicon.Holidays.TryGetValue(name, out var recipe))
        {
            return null;
        }
        var year = CalendarDateRules.Year(parts) ?? parts.First<Period>()?.From.Year;
        if (year is { } given)
        {
            return HolidayDates.In(given, recipe) is { } date ? new Day(date, DayName.Dated) : null;
        }
        var near = Enumerable.Range(scene.Today.Year - 1, 3).Select(each => HolidayDates.In(each, recipe)).OfType<DateOnly>();
        return isRecent
            ? new Day(near.Last(date => date < scene.Today), DayName.Relative)
            : new Day(near.First(date => date >= scene.Today), DayName.DayAndMonth);
    }
}
