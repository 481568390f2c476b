using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Conversation.Turns;

/// <summary>Answers what was said: to each person in the order in which she said it, to different people side by side.</summary>
/// <remarks>
/// Who is reached in two places has one turn at a time all the same, and so have two who share a telephone. A turn that
/// takes long is not waited for: the next batch begins beside it.
/// </remarks>
internal sealed class AnswerInbox(
    IDbContextFactory<AssistantDb> contexts, Inbox inbox, TurnHandler turns, TimeProvider clock, ILogger<AnswerInbox> log) : IDueJob
{
    /// <summary>How many messages are taken up together. Default 16: a second server gets its share.</summary>
    public const int Together = 16;

    /// <summary>How often a turn is tried before we say that something went wrong. Default 3.</summary>
    public const int MostTries = 3;

    /// <summary>How long a turn that failed is put off. Default 1 s.</summary>
    public static readonly TimeSpan PutOff = TimeSpan.FromSeconds(1);

    /// <summary>How many people are answered side by side. Default 2: the rest of a small machine is for who writes. (choice)</summary>
    public const int SideBySide = 2;

    /// <summary>How long a turn steps back for what is being stored, at the most. Default 50 ms of the machine's own time. (choice)</summary>
    public static readonly TimeSpan StepBack = TimeSpan.FromMilliseconds(50);

    /// <summary>How long a batch is waited for before the next begins beside it. Default 1 s. (choice)</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly InTurn<string> inTurn = new();
    private readonly Lane sideBySide = new(SideBySide);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<Guid, int> claimed;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            claimed = await RowClaim.TakeUpAsync<InboxMessage>(db, clock.GetUtcNow(), Together, cancellationToken);
        }

        if (claimed.Count == 0)
        {
            return 0;
        }

        var said = await SpeakersAsync([.. claimed.Keys], cancellationToken);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var patience = Task.Delay(Patience, clock, either.Token);
        var all = Task.WhenAll([.. said.Select(one =>
            inTurn.RunAsync(one.Speakers, () => sideBySide.RunAsync(() => AnswerAsync(one.Message, claimed[one.Message], cancellationToken))))]);
        await Task.WhenAny(all, patience);
        await either.CancelAsync();
        if (all.IsCompleted || cancellationToken.IsCancellationRequested)
        {
            await all;
        }

        return claimed.Count;
    }

    private async Task AnswerAsync(Guid id, int attempt, CancellationToken cancellationToken)
    {
        await inbox.LetPassAsync(StepBack);
        var fault = await OneAtATime.TryAsync($"Turn {id}", cancel => Overtaken.AgainAsync(again => turns.HandleAsync(id, again), cancel), log, cancellationToken);

        // A store that is away is nobody's fault: the lease brings the turn back, and nothing is apologised for.
        if (fault is not null && !StoreFault.IsAway(fault))
        {
            await OneAtATime.TryAsync($"Putting off turn {id}", cancel => PutOffAsync(id, attempt, fault, cancel), log, cancellationToken);
        }
    }

    // The messages in the order in which they came, each with whom it may be of: all who are reached where it was said,
    // and the place itself, which may be a stranger's.
    private async Task<List<(Guid Message, IReadOnlyList<string> Speakers)>> SpeakersAsync(
        IReadOnlyList<Guid> messages, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var inOrder = await db.Set<InboxMessage>().AsNoTracking().Where(m => messages.Contains(m.Id))
            .OrderBy(m => m.ReceivedAt).ThenBy(m => m.Id).Select(m => m.Id).ToListAsync(cancellationToken);
        var speakers = new List<(Guid, IReadOnlyList<string>)>();
        foreach (var id in inOrder)
        {
            // What nobody can read is nobody's: its own turn fails, and no other.
            IReadOnlyList<string> hers = [];
            await OneAtATime.TryAsync(
                $"Reading {id}",
                async cancel => hers = await SpeakerLookup.TurnsAsync(
                    db, (await db.Set<InboxMessage>().AsNoTracking().SingleAsync(m => m.Id == id, cancel)).Utterance, cancel),
                log,
                cancellationToken);
            speakers.Add((id, hers));
        }

        return speakers;
    }

    private async Task PutOffAsync(Guid id, int attempt, Exception fault, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        if (attempt < MostTries)
        {
            await RowClaim.PutOffAsync<InboxMessage>(db, id, attempt, now + PutOff, cancellationToken);
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await EndAsync(db, id, attempt, now, cancellationToken) == 0)
        {
            return;
        }

        db.Add(new SetAsideRow
        {
            Id = Guid.CreateVersion7(now), Table = nameof(InboxMessage), RowId = id, Fault = fault.GetType().Name, At = now,
        });
        await OneAtATime.TryAsync($"Apology for turn {id}", cancel => ApologiseAsync(db, id, now, cancel), log, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    // Without reading it: that may be just what cannot be done.
    private static Task<int> EndAsync(AssistantDb db, Guid id, int attempt, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Set<InboxMessage>().Where(m => m.Id == id && m.Attempt == attempt).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.HandledAt, now).SetProperty(m => m.NextActionAt, (DateTimeOffset?)null)
                .SetProperty(m => m.Attempt, m => m.Attempt + 1),
            cancellationToken);

    // Whoever spoke must not wait for an answer that never comes.
    private static async Task ApologiseAsync(
        AssistantDb db, Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var message = await db.Set<InboxMessage>().AsNoTracking().SingleAsync(m => m.Id == id, cancellationToken);
        var speaker = await (
            from point in ContactPoints.At(db, message.Channel, message.Utterance.Address)
            join reachability in db.Set<Reachability>() on point.Id equals reachability.ContactPointId
            select (PersonId?)reachability.PersonId).FirstOrDefaultAsync(cancellationToken);
        if (speaker is { } person)
        {
            new Outbox(db, now).Put(person, $"{Turn.ReplyKey}{message.Id:N}", Saying.Of("conversation.went_wrong"), Ground.Nobody);
        }
    }
}
