namespace Assistant.Scheduling.Store;

/// <summary>A waiting row that stands in a queue: while an earlier one of its queue waits or is in somebody's hands, nobody takes it up.</summary>
/// <remarks>Its table has an index on <see cref="Queue"/> and <see cref="ReceivedAt"/> of the rows that wait.</remarks>
public interface IQueuedRow : IWaitingRow
{
    /// <summary>Which queue.</summary>
    string Queue { get; }

    /// <summary>Since when it stands there; of two of the same moment the one with the smaller key is first.</summary>
    DateTimeOffset ReceivedAt { get; }
}
