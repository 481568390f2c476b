using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Conversation.Turns;

/// <summary>Where every channel puts what it heard. Once this returns, nothing of it can be lost.</summary>
internal sealed class Inbox(IDbContextFactory<AssistantDb> contexts, TimeProvider clock, TickSignal signal)
{
    /// <summary>Stores the utterance, and wakes whoever answers.</summary>
    /// <returns>False when this message of this channel is known already; it will not be answered twice.</returns>
    /// <exception cref="System.Data.Common.DbException">The database cannot take it now; the channel answers 503.</exception>
    public async Task<bool> AcceptAsync(Utterance utterance, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var isNew = await PutAsync(db, utterance, cancellationToken);
        signal.Wake();
        return isNew;
    }

    /// <summary>Stores the utterance together with what the channel keeps of it: both or neither.</summary>
    /// <param name="utterance">What was said.</param>
    /// <param name="alongside">What the channel writes in the same transaction.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>False when this message of this channel is known already.</returns>
    public async Task<bool> AcceptAsync(
        Utterance utterance, Func<AssistantDb, CancellationToken, Task> alongside, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var isNew = await PutAsync(db, utterance, cancellationToken);
        await alongside(db, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        signal.Wake();
        return isNew;
    }

    private async Task<bool> PutAsync(AssistantDb db, Utterance utterance, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var message = new InboxMessage
        {
            Id = Guid.CreateVersion7(now),
            Channel = utterance.Channel,
            MessageKey = utterance.MessageKey,
            Utterance = utterance,
            ReceivedAt = now,
        }.Due(now);
        return await PreparedRows.InsertAsync(db, [message], cancellationToken) == 1;
    }
}
