using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Jobs;

/// <summary>What the watchman sees on one round: he asks the store, never those whom he watches.</summary>
public static class WatchRound
{
    /// <summary>How long what is due may lie. Two leases: whatever a dead worker had in hand has been taken up again by then.</summary>
    public static readonly TimeSpan Patience = RowClaim.Lease * 2;

    /// <summary>Over what time a channel is judged. Default a day. (choice)</summary>
    public static readonly TimeSpan Lately = TimeSpan.FromDays(1);

    /// <summary>Goes round once.</summary>
    public static async Task<WatchReport> LookAsync(AssistantDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var findings = new List<WatchFinding> { await SendingAsync(db, now, cancellationToken) };
        foreach (var table in db.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(IWaitingRow))))
        {
            findings.AddRange(await OverdueAsync(db, table.GetTableName() ?? "", now, cancellationToken));
        }

        foreach (var (job, every) in JobRun.Every)
        {
            var run = await db.Set<JobRun>().AsNoTracking().SingleOrDefaultAsync(r => r.Name == job, cancellationToken);
            var isLate = run is null || now - run.EndedAt > (every * 2) + Patience;
            findings.Add(new WatchFinding(WatchSubject.Job, job, isLate ? WatchMark.Look : WatchMark.Well, run?.EndedAt, 0));
        }

        findings.AddRange(await ChannelsAsync(db, now, cancellationToken));
        var unreached = await ReachTesting.UnreachedAsync(db, now, cancellationToken);
        findings.Add(new WatchFinding(WatchSubject.Reach, "", unreached.Count > 0 ? WatchMark.Look : WatchMark.Well, null, unreached.Count));
        return new WatchReport(now, findings);
    }

    // That nothing was sent is no fault while nothing had to be.
    private static async Task<WatchFinding> SendingAsync(AssistantDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var last = await db.Set<OutboundMessage>().MaxAsync(m => m.SentAt, cancellationToken);
        var before = now - Patience;
        var waits = await db.Set<OutboundMessage>().CountAsync(
            m => m.NextActionAt != null && m.CreatedAt < before && m.ValidUntil > now && m.Attempt == 0, cancellationToken);
        return new WatchFinding(WatchSubject.Sending, "", waits > 0 ? WatchMark.Wrong : WatchMark.Well, last, waits);
    }

    private static async Task<IEnumerable<WatchFinding>> OverdueAsync(
        AssistantDb db, string table, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sql = $"SELECT count(*) AS \"Rows\", min(\"NextActionAt\") AS \"Since\" FROM \"{table}\" WHERE \"NextActionAt\" < {{0}}";
        var late = await db.Database.SqlQueryRaw<Late>(sql, Conversions.ToMicroseconds(now - Patience)).SingleAsync(cancellationToken);
        return late is { Rows: > 0, Since: { } since }
            ? [new WatchFinding(WatchSubject.Work, table, WatchMark.Wrong, Conversions.FromMicroseconds(since), (int)late.Rows)]
            : [];
    }

    // A channel of which every place that was tried lately fails is ill itself; one place of many is only that place.
    private static async Task<IEnumerable<WatchFinding>> ChannelsAsync(AssistantDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - Lately;
        var places = await db.Set<ContactPoint>().AsNoTracking()
            .Where(p => p.LastArrivedAt > since || p.LastFailedAt > since)
            .Select(p => new { p.Channel, Fails = p.LastFailedAt != null }).ToListAsync(cancellationToken);
        return places.GroupBy(p => p.Channel).Select(channel =>
        {
            var (all, failing) = (channel.Count(), channel.Count(p => p.Fails));
            var mark = failing == 0 ? WatchMark.Well : failing == all && all > 1 ? WatchMark.Wrong : WatchMark.Look;
            return new WatchFinding(WatchSubject.Channel, channel.Key, mark, null, failing);
        }).OrderBy(finding => finding.Name, StringComparer.Ordinal);
    }

    private sealed record Late(long Rows, long? Since);
}
