namespace Assistant.Bot.Conversation.Times;

/// <summary>What words mean once a rule has read them; all times are local to the speaker.</summary>
internal abstract record Meaning;

/// <summary>A word of one of the lexicon's classes, by the value it has there.</summary>
internal sealed record Word(string Value) : Meaning;

/// <summary>A number; digits tells how many were typed, none when it was said in words.</summary>
internal sealed record Amount(double Value, int Digits) : Meaning
{
    public bool IsWhole => Value == Math.Floor(Value);
}

/// <summary>A time of the clock. Where it is twelve-hour, eight may be 08:00 or 20:00.</summary>
internal sealed record Clock(int Hour, int Minute, int Second, bool IsTwelveHour, Grain Grain) : Meaning
{
    /// <summary>Whether the half of the day was said with it: "in the morning", "pm".</summary>
    public bool IsPlaced { get; init; }

    public TimeOnly Time => new(Hour % 24, Minute, Second);
}

/// <summary>A part of the day: from, until (past midnight when it is not later), and the hour a reminder takes.</summary>
internal sealed record Part(string Name, TimeOnly From, TimeOnly Until, TimeOnly Usual) : Meaning;

/// <summary>How a day was named: what may still move when more words come with it.</summary>
internal enum DayName
{
    Dated,
    Relative,
    Weekday,
    DayOfMonth,
    DayAndMonth,
}

internal sealed record Day(DateOnly Date, DayName Name) : Meaning;

/// <summary>A week, month, year or the like; until is exclusive.</summary>
internal sealed record Period(DateOnly From, DateOnly Until, Grain Grain, bool IsMovable = false) : Meaning
{
    /// <summary>Whether the end of something was named: "until the end of May" is all of May.</summary>
    public bool IsEnd { get; init; }
}

/// <summary>An amount of time. Calendar units stay apart: a month later is not 30 days later.</summary>
internal sealed record Span(double Years, double Months, double Days, double Seconds, Grain Finest) : Meaning
{
    /// <summary>Days that are not a Saturday or Sunday, to be counted from the date at hand.</summary>
    public int Workdays { get; init; }

    public double TotalSeconds => ((Years * 365 + Months * 30 + Days + Workdays) * 86_400) + Seconds;

    public bool IsExact => Seconds != 0;
}

/// <summary>A point of time; exact is given when it was counted in elapsed time from now.</summary>
internal sealed record Moment(DateTime Local, Grain Grain) : Meaning
{
    public DateTimeOffset? Exact { get; init; }

    public DayName Name { get; init; }
}

/// <summary>From one point until another, exclusive; a missing one is open.</summary>
internal sealed record Stretch(Moment? From, Moment? Until) : Meaning
{
    /// <summary>The hour a reminder takes, where a part of a day was named.</summary>
    public DateTime? Usual { get; init; }
}

/// <summary>From one clock time to another, on a day still to be said.</summary>
internal sealed record Hours(Clock From, Clock Until) : Meaning;

/// <summary>Something that comes back: a rule of RFC 5545 and the times of day that were said or go without saying.</summary>
internal sealed record Repeat(string Rule, Grain Grain) : Meaning
{
    public IReadOnlyList<TimeOnly> At { get; init; } = [];

    /// <summary>The part of the day that was said with it.</summary>
    public Part? Part { get; init; }

    /// <summary>Whether the times are of the clock, not those that a part of the day stands for.</summary>
    public bool HasClock { get; init; }
}
