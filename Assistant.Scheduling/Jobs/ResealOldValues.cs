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
/// 4. Another node may seal with the older key until it has read the file too. So the store forgets that key only when
///    no value of it is left <see cref="Grace"/> after it was superseded. A value that opens by no key stays as it is.
/// </remarks>
public sealed partial class ResealOldValues(IDbContextFactory<AssistantDb> contexts, TimeProvider clock, ILogger<ResealOldValues> log)
{
    /// <summary>How long a superseded key is waited for. Default two turns of this job: every node has read the file by then.</summary>
    public static readonly TimeSpan Grace = Timetable.Resealing * 2;

    /// <returns>How many rows were sealed afresh.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.Ring.ReadAgain();
        var now = clock.GetUtcNow();
        await SealingKey.NoteAsync(db, cancellationToken);
        var active = db.Ring.ActiveId;
        var older = await db.Set<SealingKey>().Where(key => key.Id != active).ToListAsync(cancellationToken);
        older.ForEach(key => key.SupersededAt ??= now);
        await db.SaveChangesAsync(cancellationToken);
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

        var over = older.Where(key => now - key.SupersededAt >= Grace).ToList();
        if (over.Count > 0)
        {
            await ForgetAsync(db, over, now, cancellationToken);
        }

        return fresh;
    }

    private async Task ForgetAsync(AssistantDb db, List<SealingKey> over, DateTimeOffset now, CancellationToken cancellationToken)
    {
        db.RemoveRange(over);
        new AccessLog(db, now).Note(new AccessNote(
            AccessEvent.Update, AccessActor.Program(nameof(ResealOldValues)), null, DataCategories.All, "keys", AccessPurpose.Upkeep));
        await db.SaveChangesAsync(cancellationToken);
        LogDone(db.Ring.ActiveId, string.Join(", ", over.Select(key => key.Id)));
    }

    [LoggerMessage(LogLevel.Warning, "Everything is sealed with the key {Active}; the lines of {Older} may go from the key file.")]
    private partial void LogDone(string active, string older);

    [LoggerMessage(LogLevel.Error, "{Rows} rows hold a value that no key opens; they stay as they are, and so must every line of the key file.")]
    private partial void LogStuck(int rows);
}
