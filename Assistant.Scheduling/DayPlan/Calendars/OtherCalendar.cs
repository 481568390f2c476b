using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;

namespace Assistant.Scheduling.DayPlan.Calendars;

/// <summary>A calendar elsewhere that owns some of a resident's appointments: fetched by an address, or brought as a file.</summary>
public sealed class OtherCalendar : IWaitingRow
{
    /// <summary>How often it is fetched. Default 1 h. (choice)</summary>
    public static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>How soon it is tried again after a first failure; twice as long after each next. Default 5 min. (choice)</summary>
    public static readonly TimeSpan TriesAgainAfter = TimeSpan.FromMinutes(5);

    /// <summary>How long it waits between tries at the most. Default 6 h. (choice)</summary>
    public static readonly TimeSpan TriesAtLeastEvery = TimeSpan.FromHours(6);

    /// <summary>After how long the organiser is told that it keeps failing. Default 3 days. (choice)</summary>
    public static readonly TimeSpan ToldAfter = TimeSpan.FromDays(3);

    /// <summary>The key.</summary>
    public required Guid Id { get; init; }

    /// <summary>On whose days its appointments stand.</summary>
    public required ResidentId ResidentId { get; init; }

    /// <summary>What it is called, in the words of whoever connected it; empty for the files.</summary>
    public required string Name { get; init; }

    /// <summary>Where it is fetched: often a secret in itself. Null where it comes as files.</summary>
    public string? Address { get; init; }

    /// <summary>Who connected it.</summary>
    public required PersonId AddedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>The version we have, as its server calls it. Source: RFC 9110 §8.8.3.</summary>
    public string? Tag { get; private set; }

    /// <summary>When that version was made, as its server says. Source: RFC 9110 §8.8.2.</summary>
    public DateTimeOffset? ChangedAt { get; private set; }

    /// <summary>When it was read last without a fault; null while it never was. What was read then stands.</summary>
    public DateTimeOffset? LastGoodAt { get; private set; }

    /// <summary>Since when it fails; null while it does not.</summary>
    public DateTimeOffset? FailingSince { get; private set; }

    /// <summary>Why it failed last; null while it does not.</summary>
    public CalendarFault? Fault { get; private set; }

    /// <summary>How often in a row it failed.</summary>
    public int Failures { get; private set; }

    /// <summary>When it was taken away, and its appointments with it; null while it stands.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <inheritdoc/>
    public DateTimeOffset? NextActionAt { get; private set; }

    /// <inheritdoc/>
    public int Attempt { get; private set; }

    /// <inheritdoc/>
    public Guid RowId => Id;

    /// <summary>It is fetched as soon as may be.</summary>
    public OtherCalendar AskAt(DateTimeOffset at)
    {
        NextActionAt = Address is null || RemovedAt is not null ? null : at;
        Attempt++;
        return this;
    }

    /// <summary>It came, or is as it was.</summary>
    public void Came(string? tag, DateTimeOffset? changedAt, DateTimeOffset now)
    {
        (Tag, ChangedAt, LastGoodAt, FailingSince, Fault, Failures) = (tag, changedAt, now, null, null, 0);
        AskAt(now + Every);
    }

    /// <summary>It did not come, or cannot be read. What stands stays.</summary>
    public void Failed(CalendarFault fault, DateTimeOffset now)
    {
        (FailingSince, Fault, Failures) = (FailingSince ?? now, fault, Failures + 1);
        var wait = TriesAgainAfter * Math.Pow(2, Math.Min(Failures, 20) - 1);
        AskAt(now + (wait < TriesAtLeastEvery ? wait : TriesAtLeastEvery));
    }

    /// <summary>It is taken away.</summary>
    public void Remove(DateTimeOffset at) => (RemovedAt, NextActionAt, Attempt) = (RemovedAt ?? at, null, Attempt + 1);
}
