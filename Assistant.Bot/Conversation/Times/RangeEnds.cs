namespace Assistant.Bot.Conversation.Times;

/// <summary>Makes the two ends of a range belong together: what one end leaves open, the other fills in.</summary>
internal static class RangeEnds
{
    public static (Meaning? First, Meaning? Last) Fit(Meaning? first, Meaning? last, Scene scene) => (first, last) switch
    {
        (Day from, Day until) => Running(FitDays(from, until), scene.Today),
        (Period from, Period until) => FitPeriods(from, until),
        (Clock from, Moment until) => (FitClock(from, until), until),
        (Moment from, Moment until) when from.Local >= until.Local => FitMoments(from, until),
        (Moment from, Day until) => (from, After(until, DateOnly.FromDateTime(from.Local))),
        _ => (first, last),
    };

    private static (Moment First, Moment Last) FitMoments(Moment first, Moment last) => (first.Name, last.Name) switch
    {
        (_, DayName.Weekday) => (first, last with { Local = last.Local.AddDays(7) }),
        (_, DayName.DayAndMonth) => (first, last with { Local = last.Local.AddYears(1) }),
        (DayName.DayAndMonth, _) => (first with { Local = first.Local.AddYears(-1) }, last),
        _ => (first, last),
    };

    private static (Day First, Day Last) FitDays(Day from, Day until) => until.Name is DayName.Dated && IsMovable(from)
        ? (Before(from, until.Date), until)
        : (from, After(until, from.Date));

    /// <summary>A range of last year that is not over yet is meant before the one that begins next.</summary>
    private static (Day First, Day Last) Running((Day First, Day Last) range, DateOnly today)
    {
        var (from, until) = range;
        if (from.Name != DayName.DayAndMonth || until.Name != DayName.DayAndMonth || from.Date <= today)
        {
            return range;
        }
        var earlier = (First: Move(from, -1), Last: Move(until, -1));
        return earlier.First.Date <= today && today <= earlier.Last.Date ? earlier : range;
    }

    private static bool IsMovable(Day day) => day.Name is DayName.DayAndMonth or DayName.DayOfMonth;

    private static Day After(Day day, DateOnly from)
    {
        for (var i = 0; i < 8 && day.Date < from; i++)
        {
            day = Move(day, 1);
        }
        return day;
    }

    private static Day Before(Day day, DateOnly until)
    {
        while (day.Date > until)
        {
            day = Move(day, -1);
        }
        for (var i = 0; i < 400 && Move(day, 1).Date <= until; i++)
        {
            day = Move(day, 1);
        }
        return day;
    }

    private static Day Move(Day day, int sign) => day.Name switch
    {
        DayName.Weekday => day with { Date = day.Date.AddDays(7 * sign) },
        DayName.DayOfMonth => day with { Date = day.Date.AddMonths(sign) },
        DayName.DayAndMonth => day with { Date = day.Date.AddYears(sign) },
        _ => day,
    };

    private static (Period First, Period Last) FitPeriods(Period from, Period until)
    {
        while (from.IsMovable && !until.IsMovable && from.From > until.From)
        {
            from = Move(from, -1);
        }
        for (var i = 0; i < 400 && from.IsMovable && !until.IsMovable && Move(from, 1).From < until.From; i++)
        {
            from = Move(from, 1);
        }
        while (until.IsMovable && until.From < from.From)
        {
            until = Move(until, 1);
        }
        return (from, until);
    }

    private static Period Move(Period period, int years) =>
        period with { From = period.From.AddYears(years), Until = period.Until.AddYears(years) };

    /// <summary>"Half past seven to four tomorrow": the day that was said at the end counts for both.</summary>
    private static Moment FitClock(Clock from, Moment until)
    {
        var day = DateOnly.FromDateTime(until.Local);
        var hour = HourRules.Before(from, until.Local.TimeOfDay);
        return new Moment(day.ToDateTime(TimeOnly.MinValue).Add(hour), from.Grain);
    }
}
