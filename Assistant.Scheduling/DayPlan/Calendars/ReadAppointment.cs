namespace Assistant.Scheduling.DayPlan.Calendars;

/// <summary>An appointment as a calendar's entry was read: what would stand on her days.</summary>
public sealed record ReadAppointment
{
    /// <summary>Its name within the calendar: the UID, and behind it the time where the entry fell apart into single ones.</summary>
    public required string Key { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>Where; null where nobody said.</summary>
    public string? Place { get; init; }

    /// <summary>The first day, or the only one.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The time of day in its zone; null where it takes the whole day.</summary>
    public TimeOnly? At { get; init; }

    /// <summary>How long; null where nobody said.</summary>
    public TimeSpan? Lasts { get; init; }

    /// <summary>By whose clock: an IANA zone id; null for the resident's own.</summary>
    public string? Zone { get; init; }

    /// <summary>On which days it comes back; null for once.</summary>
    public string? Rule { get; init; }

    /// <summary>The last day, inclusive; null where it has no end.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>How long before its time the calendar would warn; null where it would not.</summary>
    public TimeSpan? Notice { get; init; }

    /// <summary>Single times that are left out or moved.</summary>
    public IReadOnlyList<ReadChange> Changes { get; init; } = [];
}

/// <summary>One time of a series that is left out, or is at another moment on her clock.</summary>
/// <param name="Date">The date its rule names.</param>
/// <param name="ToDate">The date it is moved to; null where it is left out.</param>
/// <param name="ToAt">The time it is moved to; null where it takes the whole day, or is left out.</param>
public readonly record struct ReadChange(DateOnly Date, DateOnly? ToDate, TimeOnly? ToAt);

/// <summary>How an entry of a calendar was read.</summary>
public enum ReadHow
{
    /// <summary>As it stands.</summary>
    AsWritten,

    /// <summary>Its times follow no rule we keep: the coming ones stand one by one.</summary>
    OneByOne,

    /// <summary>It is over.</summary>
    Over,

    /// <summary>It does not take place.</summary>
    Cancelled,

    /// <summary>It cannot be read; a person should look.</summary>
    Unreadable,
}

/// <summary>One entry of a calendar: what it says, and what would stand on her days.</summary>
/// <param name="Uid">Its name in the calendar.</param>
/// <param name="Title">What it is called.</param>
/// <param name="How">How it was read.</param>
public sealed record ReadEntry(string Uid, string Title, ReadHow How)
{
    /// <summary>What would stand on her days; none where it is over, cancelled or cannot be read.</summary>
    public IReadOnlyList<ReadAppointment> Appointments { get; init; } = [];

    /// <summary>When it takes place next, from today on; null where it does not.</summary>
    public DateTimeOffset? Next { get; init; }

    /// <summary>Its revision, and when that was written: the higher counts, then the later. Source: RFC 5546 §2.1.5.</summary>
    public (int Sequence, DateTime Stamp) Revision { get; init; }

    /// <summary>What is wrong, where it cannot be read; a sentence in English with what would be right.</summary>
    public string? Fault { get; init; }
}
