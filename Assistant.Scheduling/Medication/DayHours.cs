namespace Assistant.Scheduling.Medication;

/// <summary>One person's own day: when she wakes, eats and sleeps, and what "three times a day" means to her.</summary>
/// <remarks>
/// Unit: time of the wall clock. Defaults: hospital rounds as usual in the Netherlands (08, 12, 17/18, 22), used only
/// until the person's own hours are known.
/// </remarks>
public sealed record DayHours
{
    /// <summary>More moments than this a day cannot be planned.</summary>
    public const int MostTimesADay = 24;

    /// <summary>The hours of nobody in particular.</summary>
    public static DayHours Default { get; } = new();

    /// <summary>MORN, and once a day.</summary>
    public TimeOnly Morning { get; init; } = new(8, 0);

    /// <summary>NOON.</summary>
    public TimeOnly Noon { get; init; } = new(12, 0);

    /// <summary>AFT.</summary>
    public TimeOnly Afternoon { get; init; } = new(15, 0);

    /// <summary>EVE.</summary>
    public TimeOnly Evening { get; init; } = new(18, 0);

    /// <summary>NIGHT.</summary>
    public TimeOnly Night { get; init; } = new(22, 0);

    /// <summary>WAKE, and the start of waking hours.</summary>
    public TimeOnly Wake { get; init; } = new(7, 30);

    /// <summary>HS, and the end of waking hours.</summary>
    public TimeOnly Bedtime { get; init; } = new(22, 0);

    /// <summary>CM.</summary>
    public TimeOnly Breakfast { get; init; } = new(8, 0);

    /// <summary>CD.</summary>
    public TimeOnly Lunch { get; init; } = new(12, 30);

    /// <summary>CV.</summary>
    public TimeOnly Dinner { get; init; } = new(18, 0);

    /// <summary>How long before a meal AC is, where the prescription does not say.</summary>
    public TimeSpan BeforeMeal { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long after a meal PC is, where the prescription does not say.</summary>
    public TimeSpan AfterMeal { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Twice a day.</summary>
    public IReadOnlyList<TimeOnly> Twice { get; init; } = [new(8, 0), new(20, 0)];

    /// <summary>Three times a day.</summary>
    public IReadOnlyList<TimeOnly> ThreeTimes { get; init; } = [new(8, 0), new(14, 0), new(20, 0)];

    /// <summary>Four times a day.</summary>
    public IReadOnlyList<TimeOnly> FourTimes { get; init; } = [new(8, 0), new(12, 0), new(17, 0), new(22, 0)];

    /// <summary>The hours of so many times a day; above four spread over the day from morning to bedtime.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 1 or more than <see cref="MostTimesADay"/>.</exception>
    public IReadOnlyList<TimeOnly> TimesADay(int times)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(times, MostTimesADay);
        return times switch { 1 => [Morning], 2 => Twice, 3 => ThreeTimes, 4 => FourTimes, _ => Spread(times) };
    }

    /// <summary>When a moment is: after midnight of its day, beyond 24 h where an offset runs into the night.</summary>
    /// <remarks>Early and late are an hour before and after; PHS is an hour after bedtime.</remarks>
    public TimeSpan At(EventTiming moment, TimeSpan? offset)
    {
        var before = moment is EventTiming.BeforeBreakfast or EventTiming.BeforeLunch or EventTiming.BeforeDinner;
        var after = moment is EventTiming.AfterBreakfast or EventTiming.AfterLunch or EventTiming.AfterDinner;
        var distance = offset ?? (before ? BeforeMeal : after ? AfterMeal : TimeSpan.Zero);
        return HourOf(moment) + (before ? -distance : distance);
    }

    private TimeSpan HourOf(EventTiming moment) => moment switch
    {
        EventTiming.Morning => Morning.ToTimeSpan(),
        EventTiming.EarlyMorning => Morning.ToTimeSpan() - AnHour,
        EventTiming.LateMorning => Morning.ToTimeSpan() + AnHour,
        EventTiming.Noon => Noon.ToTimeSpan(),
        EventTiming.Afternoon => Afternoon.ToTimeSpan(),
        EventTiming.EarlyAfternoon => Afternoon.ToTimeSpan() - AnHour,
        EventTiming.LateAfternoon => Afternoon.ToTimeSpan() + AnHour,
        EventTiming.Evening => Evening.ToTimeSpan(),
        EventTiming.EarlyEvening => Evening.ToTimeSpan() - AnHour,
        EventTiming.LateEvening => Evening.ToTimeSpan() + AnHour,
        EventTiming.Night => Late(Night),
        EventTiming.AfterSleep => Late(Bedtime) + AnHour,
        EventTiming.Bedtime => Late(Bedtime),
        EventTiming.Waking => Wake.ToTimeSpan(),
        EventTiming.Breakfast or EventTiming.BeforeBreakfast or EventTiming.AfterBreakfast => Breakfast.ToTimeSpan(),
        EventTiming.Lunch or EventTiming.BeforeLunch or EventTiming.AfterLunch => Lunch.ToTimeSpan(),
        EventTiming.Dinner or EventTiming.BeforeDinner or EventTiming.AfterDinner => Dinner.ToTimeSpan(),
        _ => throw new ArgumentOutOfRangeException(nameof(moment), moment, "Ask for one meal at a time."),
    };

    /// <summary>Who goes to bed after midnight still does so at the end of the day.</summary>
    private TimeSpan Late(TimeOnly hour) => hour < Wake ? hour.ToTimeSpan() + TimeSpan.FromDays(1) : hour.ToTimeSpan();

    private static readonly TimeSpan AnHour = TimeSpan.FromHours(1);

    private List<TimeOnly> Spread(int times)
    {
        var first = Morning < Bedtime ? Morning : TimeOnly.MinValue;
        var last = Morning < Bedtime ? Bedtime : new TimeOnly(23, 0);
        var step = (last - first) / (times - 1);
        return [.. Enumerable.Range(0, times).Select(i => first.Add(ToFiveMinutes(step * i)))];
    }

    private static TimeSpan ToFiveMinutes(TimeSpan time) => TimeSpan.FromMinutes(Math.Floor(time.TotalMinutes / 5) * 5);
}
