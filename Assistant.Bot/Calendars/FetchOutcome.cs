using Assistant.Scheduling.DayPlan.Calendars;

namespace Assistant.Bot.Calendars;

/// <summary>What asking for a calendar came to.</summary>
internal abstract record FetchOutcome
{
    private FetchOutcome()
    {
    }

    /// <summary>A file came, with the words by which we ask next time whether it changed.</summary>
    public sealed record Fetched(byte[] File, string? Tag, DateTimeOffset? ChangedAt) : FetchOutcome;

    /// <summary>It is as it was.</summary>
    public sealed record Unchanged : FetchOutcome;

    /// <summary>Nothing came.</summary>
    public sealed record Failed(CalendarFault Fault) : FetchOutcome;
}

/// <summary>By what we ask whether a calendar changed. Source: RFC 9110 §13.1.2 and §13.1.3.</summary>
internal sealed record KnownVersion(string? Tag, DateTimeOffset? ChangedAt);
