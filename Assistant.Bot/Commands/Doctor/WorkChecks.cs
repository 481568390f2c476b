using System.Globalization;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Commands.Doctor;

/// <summary>The work: what waits too long, which jobs rest, what was not delivered.</summary>
internal static class WorkChecks
{
    /// <remarks>Two leases: whatever a dead worker had in hand has been taken up again by then.</remarks>
    private static readonly TimeSpan Patience = RowClaim.Lease * 2;

    /// <remarks>A week: what failed before has been seen, or nobody looks. (choice)</remarks>
    private static readonly TimeSpan Lately = TimeSpan.FromDays(7);

    public static async IAsyncEnumerable<Finding> LookAsync(AssistantDb db, DateTimeOffset now)
    {
        foreach (var table in db.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(IWaitingRow))))
        {
            if (await OverdueAsync(db, table.GetTableName() ?? "", now) is { } overdue)
            {
                yield return overdue;
            }
        }

        foreach (var (job, every) in JobRun.Every)
        {
            yield return await JobAsync(db, job, every, now);
        }

        yield return await UndeliveredAsync(db, now - Lately);
        yield return await SetAsideAsync(db, now - Lately);
    }

    private static async Task<Finding?> OverdueAsync(AssistantDb db, string table, DateTimeOffset now)
    {
        var sql = $"SELECT count(*) AS \"Rows\", min(\"NextActionAt\") AS \"Since\" FROM \"{table}\" WHERE \"NextActionAt\" < {{0}}";
        var late = await db.Database.SqlQueryRaw<Late>(sql, Conversions.ToMicroseconds(now - Patience)).SingleAsync();
        return late is { Rows: > 0, Since: { } since }
            ? Finding.Wrong(
                $"{late.Rows} rows of {table} wait since {Written(Conversions.FromMicroseconds(since))} for somebody to take them up.",
                "Start the server; if it runs, look in its log.")
            : null;
    }

    private static async Task<Finding> JobAsync(AssistantDb db, string job, TimeSpan every, DateTimeOffset now)
    {
        var run = await db.Set<JobRun>().AsNoTracking().SingleOrDefaultAsync(r => r.Name == job);
        return run switch
        {
            null => Finding.Look($"{job} has not run yet.", "The server runs it; is it running?"),
            _ when now - run.EndedAt > (every * 2) + Patience =>
                Finding.Look($"{job} last ran {Written(run.EndedAt)}, and should every {every.TotalMinutes:0} minutes.", "Start the server; if it runs, look in its log."),
            _ => Finding.Ok($"{job} last ran {Written(run.EndedAt)}."),
        };
    }

    private static async Task<Finding> UndeliveredAsync(AssistantDb db, DateTimeOffset since)
    {
        var failed = await db.Set<OutboundMessage>().CountAsync(m =>
            m.CreatedAt > since && (m.State == MessageState.Failed || m.State == MessageState.Unknown));
        return failed == 0
            ? Finding.Ok("No message of the last week failed.")
            : Finding.Look($"{failed} messages of the last week failed or may not have arrived.", "The organiser's page shows to whom and why.");
    }

    private static async Task<Finding> SetAsideAsync(AssistantDb db, DateTimeOffset since)
    {
        var rows = await db.Set<SetAsideRow>().CountAsync(row => row.At > since);
        return rows == 0
            ? Finding.Ok("No row was set aside in the last week.")
            : Finding.Look($"{rows} rows were set aside in the last week, for something is wrong with each.", "The server's log names them.");
    }

    private static string Written(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);

    private sealed record Late(long Rows, long? Since);
}
