using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Assistant.Scheduling.Jobs;

/// <summary>Takes up a batch of due rows and lets a rule decide about them, in one transaction.</summary>
/// <remarks>
/// 1. Take up, committed by itself, so that a batch that fails does not come back at once.
/// 2. Decide and write, all in one transaction that
/// holds the rows, and again if it was overtaken. 3. If that fails, each row by itself. 4. A row that fails by itself is
/// put off and shown; the others go on.
/// </remarks>
public sealed class DueRows(IDbContextFactory<AssistantDb> contexts, TimeProvider clock, ILogger<DueRows> log)
{
    /// <summary>How long a poisoned row is put off. Default 5 min: a passing fault costs a reminder minutes, not its hour. (choice)</summary>
    public static readonly TimeSpan PutOff = TimeSpan.FromMinutes(5);

    /// <summary>Decides about claimed rows: adds what follows to the context, or writes it in its transaction.</summary>
    public delegate Task Rule(
        AssistantDb db, IReadOnlyDictionary<Guid, int> claimed, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Finishes one batch of <typeparamref name="TRow"/>.</summary>
    /// <returns>How many rows were taken up.</returns>
    public async Task<int> RunAsync<TRow>(Rule rule, CancellationToken cancellationToken)
        where TRow : class, IWaitingRow
    {
        IReadOnlyDictionary<Guid, int> claimed;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            claimed = await RowClaim.TakeUpAsync<TRow>(db, clock.GetUtcNow(), cancellationToken);
        }

        if (claimed.Count == 0)
        {
            return 0;
        }

        var table = typeof(TRow).Name;
        var fault = await OneAtATime.TryAsync(
            $"A batch of {claimed.Count} {table} rows", cancel => DecideAsync<TRow>(rule, claimed, cancel), log, cancellationToken);
        if (StoreFault.IsAway(fault))
        {
            // No row is to blame: the lease brings them all back.
            return 0;
        }

        if (fault is not null)
        {
            foreach (var (row, attempt) in claimed)
            {
                await AloneAsync<TRow>(rule, row, attempt, cancellationToken);
            }
        }

        return claimed.Count;
    }

    private async Task AloneAsync<TRow>(Rule rule, Guid row, int attempt, CancellationToken cancellationToken)
        where TRow : class, IWaitingRow
    {
        var one = new Dictionary<Guid, int> { [row] = attempt };
        var table = typeof(TRow).Name;
        var fault = await OneAtATime.TryAsync($"{table} {row}", cancel => DecideAsync<TRow>(rule, one, cancel), log, cancellationToken);
        if (fault is null or DbUpdateConcurrencyException || StoreFault.IsAway(fault))
        {
            return;
        }

        await OneAtATime.TryAsync($"Setting aside {table} {row}", cancel => SetAsideAsync<TRow>(row, attempt, fault, cancel), log, cancellationToken);
    }

    private Task DecideAsync<TRow>(Rule rule, IReadOnlyDictionary<Guid, int> claimed, CancellationToken cancellationToken)
        where TRow : class, IWaitingRow => Overtaken.AgainAsync(
        async cancel =>
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var held = await RowClaim.HoldAsync<TRow>(db, claimed, cancel);
            await rule(db, held, clock.GetUtcNow(), cancel);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        },
        cancellationToken);

    private async Task SetAsideAsync<TRow>(Guid row, int attempt, Exception fault, CancellationToken cancellationToken)
        where TRow : class, IWaitingRow
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = clock.GetUtcNow();
        await RowClaim.PutOffAsync<TRow>(db, row, attempt, now + PutOff, cancellationToken);
        await SetAsideRow.NoteAsync(db, (typeof(TRow).Name, row), fault, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
