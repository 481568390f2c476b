using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.DayPlan;

/// <summary>One thing that a source wants on one day of one resident; planning makes it a row.</summary>
public sealed record PlannedMoment
{
    /// <summary>Whose day.</summary>
    public required ResidentId ResidentId { get; init; }

    /// <summary>The date it belongs to on her wall calendar; a late dose may fall after midnight and still be of this day.</summary>
    public required DateOnly LocalDate { get; init; }

    /// <summary>The moment's own id within source and date; not its clock time, which may move.</summary>
    public required string Slot { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What it is in a few words of hers (<c>koffie bij Ria</c>), or a say-key that starts with <c>=</c>.</summary>
    public required string Title { get; init; }

    /// <summary>What is asked about it: the key of an open question (<c>medication.taken?</c>).</summary>
    public required string Question { get; init; }

    /// <summary>The answers offered with that question. Shape: intents, at most three, with a space between.</summary>
    public string Choices { get; init; } = "";

    /// <summary>How much is made of it.</summary>
    public required Importance Importance { get; init; }

    /// <summary>How long before its time she hears that it comes; zero where only at its time.</summary>
    public TimeSpan NoticeAhead { get; init; }

    /// <summary>How long before and after its time it may still be spoken of.</summary>
    public required TimeSpan Validity { get; init; }

    /// <summary>Whether somebody is told when it stays unconfirmed, by the resident's policy for that.</summary>
    public bool TellsCircle { get; init; }

    /// <summary>Whether it takes the whole day: its time is then only when to tell it, and is never said.</summary>
    public bool IsAllDay { get; init; }

    /// <summary>How long it takes, for whoever asks what is in the way; null where it is in the way of nothing.</summary>
    public TimeSpan? Occupies { get; init; }
}
