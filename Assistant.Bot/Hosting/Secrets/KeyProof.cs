using Assistant.Scheduling.Store;
using Assistant.Scheduling.Store.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Hosting.Secrets;

/// <summary>Makes sure that the keys open the store, before anything is read from it or sealed in it.</summary>
internal sealed partial class KeyProof(KeyPlace keys, IDbContextFactory<AssistantDb> contexts, ILogger<KeyProof> log)
{
    /// <summary>Keeps new keys of an empty store; changes nothing where a key is missing.</summary>
    /// <exception cref="StartupFault">The store holds values that these keys do not open.</exception>
    public async Task ProveAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await OneNode.AtATimeAsync(db, nameof(KeyProof), cancellationToken);
        if (await SealingKey.ComplaintAsync(db, cancellationToken) is { } complaint)
        {
            var closed = SealedSurvey.Closed(await SealedSurvey.ReadAsync(db, cancellationToken));
            throw new StartupFault(
                closed.Length == 0 ? complaint : $"{complaint} Values that cannot be opened: {closed}.",
                "Restore the key file from your backup and point Secrets:KeyFile at it; nothing was changed.");
        }

        keys.Keep();
        await SealingKey.NoteAsync(db, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (keys is { NewText: not null, Path: { } path })
        {
            LogMade(path);
        }
    }

    [LoggerMessage(LogLevel.Warning, "New keys were made in {Path}: back this file up apart from the data, for without it nobody can read what is kept.")]
    private partial void LogMade(string path);
}
