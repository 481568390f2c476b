using System.Collections.Concurrent;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;

namespace Assistant.Scheduling.Delivery;

/// <summary>What is being sent: rounds that may overlap, and to each person one thing after the other.</summary>
internal sealed class UnderWay
{
    private readonly InTurn<PersonId> toEach = new();
    private readonly ConcurrentDictionary<Task, int> rounds = [];
    private readonly ConcurrentDictionary<string, Lane> lanes = [];

    /// <summary>Keeps a round of so many messages in sight until it is done.</summary>
    public void Add(Task round, int messages)
    {
        rounds.TryAdd(round, messages);
        _ = round.ContinueWith(
            done => rounds.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Waits until fewer than so many messages are under way.</summary>
    public async Task RoomAsync(int most, CancellationToken cancellationToken)
    {
        while (rounds.Values.Sum() >= most && rounds.Keys.ToList() is { Count: > 0 } now)
        {
            await Task.WhenAny(now).WaitAsync(cancellationToken);
        }
    }

    /// <summary>Waits until nothing is under way any more, and all of it is written down.</summary>
    public Task AllAsync() => Task.WhenAll(rounds.Keys);

    /// <summary>Sends to somebody after what is on its way to her, and at once where nothing is.</summary>
    public Task AfterTheLastAsync(PersonId person, Func<Task> send) => toEach.RunAsync([person], send);

    /// <summary>The lane of this name, for so many side by side.</summary>
    public Lane Lane(string name, int sideBySide) => lanes.GetOrAdd(name, _ => new Lane(sideBySide));
}
