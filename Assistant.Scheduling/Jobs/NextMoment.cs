using Assistant.Scheduling.CheckIns;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Reminders;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Jobs;

/// <summary>What kind of row is next to ask for attention.</summary>
public enum NextMomentKind
{
    /// <summary>A reminder is to be spoken of, or asked again, or given up.</summary>
    Reminder,

    /// <summary>A step is to be said again.</summary>
    Walkthrough,

    /// <summary>A check-in is to be asked, or its grace ends.</summary>
    CheckIn,

    /// <summary>A pause ends.</summary>
    Pause,

    /// <summary>A concern climbs.</summary>
    Concern,

    /// <summary>A message is to be sent.</summary>
    Message,
}

/// <summary>The earliest moment at which any row asks for attention.</summary>
/// <param name="At">When.</param>
/// <param name="Kind">What.</param>
/// <param name="RowId">Which.</param>
public sealed record NextMoment(DateTimeOffset At, NextMomentKind Kind, Guid RowId)
{
    /// <summary>Finds it; null when nothing waits at all.</summary>
    public static async Task<NextMoment?> FindAsync(AssistantDb db, CancellationToken cancellationToken)
    {
        NextMoment?[] found =
        [
            await EarliestAsync<Reminder>(db, NextMomentKind.Reminder, cancellationToken),
            await EarliestAsync<Walkthrough>(db, NextMomentKind.Walkthrough, cancellationToken),
            await EarliestAsync<CheckIn>(db, NextMomentKind.CheckIn, cancellationToken),
            await EarliestAsync<Pause>(db, NextMomentKind.Pause, cancellationToken),
            await EarliestAsync<Concern>(db, NextMomentKind.Concern, cancellationToken),
            await EarliestAsync<OutboundMessage>(db, NextMomentKind.Message, cancellationToken),
        ];
        return found.OfType<NextMoment>().MinBy(moment => moment.At);
    }

    private static async Task<NextMoment?> EarliestAsync<TRow>(
        AssistantDb db, NextMomentKind kind, CancellationToken cancellationToken)
        where TRow : class, IWaitingRow
    {
        var row = await db.Set<TRow>().AsNoTracking().Where(r => r.NextActionAt != null)
            .OrderBy(r => r.NextActionAt).FirstOrDefaultAsync(cancellationToken);
        return row?.NextActionAt is { } at ? new NextMoment(at, kind, row.RowId) : null;
    }
}
