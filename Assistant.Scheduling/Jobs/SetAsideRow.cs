using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

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
    public required string Fault { get; set; }

    /// <summary>When it failed last.</summary>
    public required DateTimeOffset At { get; set; }

    /// <summary>Shows a row that failed; one that failed before is shown once, with its latest time.</summary>
    internal static async Task NoteAsync(
        AssistantDb db, (string Table, Guid RowId) row, Exception fault, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Set<SetAsideRow>().FirstOrDefaultAsync(r => r.RowId == row.RowId && r.Table == row.Table, cancellationToken) is { } known)
        {
            (known.Fault, known.At) = (fault.GetType().Name, now);
            return;
        }

        db.Add(new SetAsideRow
        {
            Id = Guid.CreateVersion7(now), Table = row.Table, RowId = row.RowId, Fault = fault.GetType().Name, At = now,
        });
    }
}
