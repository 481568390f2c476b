using Assistant.Scheduling.Calendar;

namespace Assistant.Scheduling.DayPlan.ICalendar;

/// <summary>One VEVENT as it was written: a single event, a series, or the change of an instance of one.</summary>
/// <remarks>Source: RFC 5545 §3.6.1.</remarks>
public sealed record CalendarEvent
{
    /// <summary>Its UID; where it has none, its place in the file: <c>VEVENT/3</c>.</summary>
    public required string Uid { get; init; }

    /// <summary>What it is called; may be empty.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Where it is; may be empty.</summary>
    public string Location { get; init; } = "";

    /// <summary>When it begins; of a series, when its rules begin.</summary>
    public required CalendarMoment Start { get; init; }

    /// <summary>How long it lasts; a date without an end lasts that day.</summary>
    public CalendarSpan Span { get; init; }

    /// <summary>What the series repeats by; mostly none or one.</summary>
    public IReadOnlyList<Recurrence> Rules { get; init; } = [];

    /// <summary>What it leaves out by rule. Source: RFC 2445 §4.8.5.2, no longer written since RFC 5545.</summary>
    public IReadOnlyList<Recurrence> ExceptionRules { get; init; } = [];

    /// <summary>Single times added to the rules.</summary>
    public IReadOnlyList<CalendarAddition> Additions { get; init; } = [];

    /// <summary>Times left out.</summary>
    public IReadOnlyList<CalendarMoment> Exceptions { get; init; } = [];

    /// <summary>Which instance of the series this event changes; null where it is the series itself.</summary>
    public CalendarMoment? Changes { get; init; }

    /// <summary>The change holds for all later instances too. Source: RFC 5545 §3.2.13.</summary>
    public bool IsFromThereOn { get; init; }

    /// <summary>It does not take place.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>The revision; the highest counts. Source: RFC 5545 §3.8.7.4.</summary>
    public int Sequence { get; init; }

    /// <summary>When this revision was written; of two with one number the later counts.</summary>
    public DateTime Stamp { get; init; }

    /// <summary>When the calendar it comes from would warn.</summary>
    public IReadOnlyList<CalendarAlarm> Alarms { get; init; } = [];
}

/// <summary>One time added to a series, with a length of its own where it was given as a period.</summary>
public readonly record struct CalendarAddition(CalendarMoment Start, CalendarSpan? Span);
