namespace Assistant.Scheduling.Jobs;

/// <summary>A row that failed on its own: put off, and shown until somebody looked at it.</summary>
public sealed class SetAsideRow
{
    /// <summary>The key; sorts by time.</summary>
    public required Guid Id { get; init; }

    /// <summary>Which table.</summary>
    public required string Table { get; init; }

    /// <summary>Which row of it.</summary>
    public required Guid RowId { get; init; }

    /// <summary>The kind of fault; no text of it, which could hold a name.</summary>
    public required string Fault { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
