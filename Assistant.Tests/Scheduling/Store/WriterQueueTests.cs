using System.Data.Common;
using Assistant.Bot.Hosting;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;

namespace Assistant.Tests.Scheduling.Store;

/// <summary>Writers of one file in one program: in order, and whoever is waited for before the others.</summary>
public sealed class WriterQueueTests : IDisposable
{
    // Less than the ten seconds after which a writer tries the lock itself: a turn that is never passed on is a fault.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly TownStore store = TownStore.Open();
    private readonly IDbContextFactory<AssistantDb> contexts;
    private readonly List<string> order = [];

    public WriterQueueTests() => contexts = store.Contexts();

    public void Dispose() => store.Dispose();

    [Fact]
    public async Task Whoever_is_waited_for_writes_before_those_who_came_sooner()
    {
        await using var first = await BeginAsync(isWaitedFor: false);
        var others = WriteAsync("a turn", isWaitedFor: false);
        var waitedFor = WriteAsync("a webhook", isWaitedFor: true);

        await first.CommitAsync();
        await Task.WhenAll(others, waitedFor).WaitAsync(Patience);

        Assert.Equal(["a webhook", "a turn"], order);
    }

    [Fact]
    public async Task However_many_are_waited_for_the_others_have_every_second_turn()
    {
        await using var first = await BeginAsync(isWaitedFor: true);
        Task[] all =
        [
            WriteAsync("webhook 1", isWaitedFor: true), WriteAsync("webhook 2", isWaitedFor: true), WriteAsync("webhook 3", isWaitedFor: true),
            WriteAsync("turn 1", isWaitedFor: false), WriteAsync("turn 2", isWaitedFor: false),
        ];

        await first.CommitAsync();
        await Task.WhenAll(all).WaitAsync(Patience);

        Assert.Equal(["turn 1", "webhook 1", "turn 2", "webhook 2", "webhook 3"], order);
    }

    [Fact]
    public async Task A_unit_of_work_that_is_dropped_or_taken_back_lets_the_next_in()
    {
        await (await BeginAsync(isWaitedFor: false)).DisposeAsync();
        var second = await BeginAsync(isWaitedFor: false);
        await second.RollbackAsync();

        await WriteAsync("third", isWaitedFor: false).WaitAsync(Patience);

        Assert.Equal(["third"], order);
        await second.DisposeAsync();
    }

    [Fact]
    public async Task A_context_that_is_put_away_in_the_middle_of_its_work_lets_the_next_in()
    {
        await using (var db = await contexts.CreateDbContextAsync())
        {
            await db.Database.OpenConnectionAsync();
            await (await db.Database.BeginTransactionAsync()).DisposeAsync();
        }

        await WriteAsync("next", isWaitedFor: false).WaitAsync(Patience);

        Assert.Equal(["next"], order);
    }

    [Fact]
    public async Task Who_gives_up_waiting_keeps_nobody_else_waiting()
    {
        await using var first = await BeginAsync(isWaitedFor: false);
        using var leaving = new CancellationTokenSource();
        var gone = WriteAsync("gone", isWaitedFor: false, leaving.Token);
        var stays = WriteAsync("stays", isWaitedFor: false);

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        await first.CommitAsync();
        await stays.WaitAsync(Patience);

        Assert.Equal(["stays"], order);
    }

    [Fact]
    public async Task Who_cannot_begin_leaves_the_turn_to_the_next()
    {
        await using (var db = await contexts.CreateDbContextAsync())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            using var gone = new CancellationTokenSource();
            await gone.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => WriteAsync("never", isWaitedFor: true, gone.Token));
            await transaction.CommitAsync();
        }

        await WriteAsync("next", isWaitedFor: true).WaitAsync(Patience);

        Assert.Equal(["next"], order);
    }

    // Seen once on a busy machine: the commit asked its context for what a house that is closing gives nobody any more.
    [Fact]
    public async Task What_is_being_written_while_the_program_stops_is_written_without_a_fault()
    {
        var log = new LoggerFactory();
        var options = new DbContextOptionsBuilder<AssistantDb>().UseLoggerFactory(log).AddInterceptors(new Stops(log));
        StoreSetup.Use(options, store.Address);
        await using (var db = new AssistantDb(options.Options, BotSetup.Tables, TownFile.Ring))
        {
            db.AddRange(Neighbourhoods("Lindenhof", "Beukenhof"));
            await db.SaveChangesAsync();
        }

        await using var after = await contexts.CreateDbContextAsync();
        Assert.Equal(2, await after.Set<Neighbourhood>().CountAsync());
    }

    private static IEnumerable<Neighbourhood> Neighbourhoods(params IReadOnlyList<string> names) => names.Select(
        name => new Neighbourhood { Id = NeighbourhoodId.New(DateTimeOffset.UnixEpoch), Name = name, Country = "NL" });

    private async Task<IDbContextTransaction> BeginAsync(bool isWaitedFor)
    {
        var db = await contexts.CreateDbContextAsync();
        db.IsWaitedFor = isWaitedFor;
        return await db.Database.BeginTransactionAsync();
    }

    private async Task WriteAsync(string name, bool isWaitedFor, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.IsWaitedFor = isWaitedFor;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        order.Add(name);
        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <summary>The program lets go of its log as soon as something is being written.</summary>
    private sealed class Stops(LoggerFactory log) : DbTransactionInterceptor
    {
        public override ValueTask<DbTransaction> TransactionStartedAsync(
            DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
        {
            log.Dispose();
            return ValueTask.FromResult(result);
        }
    }
}
