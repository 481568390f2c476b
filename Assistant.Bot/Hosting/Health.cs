using System.Data.Common;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Hosting;

/// <summary>Whether the program lives, and whether it can do its work.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => Results.Text("alive"));
        routes.MapGet("/readyz", IsReadyAsync);
    }

    private static async Task<IResult> IsReadyAsync(
        IDbContextFactory<AssistantDb> contexts, Watchman watchman, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await db.Database.ExecuteSqlRawAsync("SELECT 1", cancellationToken);
            return watchman.Last?.Findings.Where(finding => finding.Mark is WatchMark.Wrong).Select(Words).ToList() is [_, ..] wrong
                ? Results.Text($"not well: {string.Join("; ", wrong)}", statusCode: StatusCodes.Status503ServiceUnavailable)
                : Results.Text("ready");
        }
        catch (DbException fault)
        {
            var code = fault is SqliteException file ? $"{file.SqliteErrorCode}" : fault.SqlState ?? "no connection";
            return Results.Text($"The database does not answer ({code}).", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static string Words(WatchFinding finding) => finding.Subject switch
    {
        WatchSubject.Sending => $"{finding.Count} messages wait to be sent",
        WatchSubject.Work => $"{finding.Count} rows of {finding.Name} wait to be taken up",
        WatchSubject.Channel => $"{finding.Name} brings nothing to {finding.Count} places",
        _ => $"{finding.Subject} {finding.Name}",
    };
}
