namespace Assistant.Scheduling.Store;

/// <summary>Does one thing after the other for each of those it concerns, and side by side for all others.</summary>
/// <remarks>What concerns two waits for both. The order is that of the calls; of what is done nothing is kept.</remarks>
/// <typeparam name="TKey">Whom a thing concerns.</typeparam>
public sealed class InTurn<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, Task> last = [];

    /// <summary>Does this after what was asked before for any of them.</summary>
    /// <param name="concerned">Whom it concerns; nobody means at once.</param>
    /// <param name="work">What to do; a fault of it ends nobody else's turn.</param>
    public Task RunAsync(IReadOnlyCollection<TKey> concerned, Func<Task> work)
    {
        lock (last)
        {
            var before = concerned.Select(key => last.GetValueOrDefault(key, Task.CompletedTask)).ToList();
            var mine = Task.Run(async () =>
            {
                await Task.WhenAll(before).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await work();
            });
            foreach (var key in concerned)
            {
                last[key] = mine;
            }

            _ = mine.ContinueWith(
                _ => Forget(concerned, mine), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            return mine;
        }
    }

    private void Forget(IReadOnlyCollection<TKey> concerned, Task done)
    {
        lock (last)
        {
            foreach (var key in concerned.Where(key => last.GetValueOrDefault(key) == done))
            {
                last.Remove(key);
            }
        }
    }
}
