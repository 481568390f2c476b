namespace Assistant.Scheduling.Store;

/// <summary>A row that waits for its moment. The rows are the schedule; nothing else remembers when to act.</summary>
public interface IWaitingRow
{
    /// <summary>The key, unique over all rows of its table.</summary>
    Guid RowId { get; }

    /// <summary>When somebody must look at this row again; null when nothing more is to be done with it.</summary>
    DateTimeOffset? NextActionAt { get; }

    /// <summary>How often the row was taken up or changed: lease and fencing in one.</summary>
    /// <remarks>A write that was decided on an older number is refused, so of two writers one wins.</remarks>
    int Attempt { get; }
}
