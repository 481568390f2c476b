using System.Data.Common;
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

    private static async Task<IResult> IsReadyAsync(IDbContextFactory<AssistantDb> contexts, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await db.Database.ExecuteSqlRawAsync("SELECT 1", cancellationToken);
            return Results.Text("ready");
        }
        catch (DbException fault)
        {
            var code = fault is SqliteException file ? $"{file.SqliteErrorCode}" : fault.SqlState ?? "no connection";
            return Results.Text($"The database does not answer ({code}).", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
