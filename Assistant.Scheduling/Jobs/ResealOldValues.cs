using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Store;
using Assistant.Scheduling.Store.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Assistant.Scheduling.Jobs;

/// <summary>Seals afresh what an older key sealed, while the program runs; then the older key may go.</summary>
/// <remarks>
/// 1. The key file is read again: a new line on top of it seals from now on.
/// 2. Old values are sealed afresh in batches, each a transaction; a job that is stopped goes on where values are old.
/// 3. A value that somebody wrote in the meantime is left alone: theirs is newer.
/// 4. When no value of an older key is left, the store forgets that key. A value that opens by no key stays as it is.
/// </remarks>
public sealed partial class ResealOldValues(IDbContextFactory<AssistantDb> contexts, TimeProvider clock, ILogger<ResealOldValues> log)
{
    /// <returns>How many rows were sealed afresh.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.Ring.ReadAgain();
        await SealingKey.NoteAsync(db, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        var active = db.Ring.ActiveId;
        var older = await db.Set<SealingKey>().Where(key => key.Id != active).ToListAsync(cancellationToken);
        if (older.Count == 0)
        {
            return 0;
        }

        var (fresh, stuck) = (0, 0);
        foreach (var table in db.Model.GetEntityTypes().Where(table => SealedColumns.Of(table).Count > 0))
        {
            var done = await new OldValues(db, table).ResealAsync(cancellationToken);
            (fresh, stuck) = (fresh + done.Fresh, stuck + done.Stuck);
        }

        if (stuck > 0)
        {
            LogStuck(stuck);
            return fresh;
        }

        db.RemoveRange(older);
        new AccessLog(db, clock.GetUtcNow()).Note(new AccessNote(
            AccessEvent.Update, AccessActor.Program(nameof(ResealOldValues)), null, DataCategories.All, "keys", AccessPurpose.Upkeep));
        await db.SaveChangesAsync(cancellationToken);
        LogDone(fresh, active, string.Join(", ", older.Select(key => key.Id)));
        return fresh;
    }

    [LoggerMessage(LogLevel.Warning, "{Rows} rows were sealed afresh with the key {Active}; the lines of {Older} may go from the key file.")]
    private partial void LogDone(int rows, string active, string older);

    [LoggerMessage(LogLevel.Error, "{Rows} rows hold a value that no key opens; they stay as they are, and so must every line of the key file.")]
    private partial void LogStuck(int rows);
}
