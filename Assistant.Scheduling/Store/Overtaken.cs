namespace Assistant.Scheduling.Store;

/// <summary>Does a unit of work again when another writer was first.</summary>
/// <remarks>
/// SQLite lets one writer in at a time. PostgreSQL lets two decide on what both read, and refuses the later one; whoever
/// was refused looks again, and decides by what is true now. What was refused wrote nothing.
/// </remarks>
public static class Overtaken
{
    /// <summary>How often it is tried. Default 5: whoever was first has committed, so the next try rarely meets another.</summary>
    public const int Tries = 5;

    /// <summary>Runs the work, from its beginning each time: it opens its own context.</summary>
    /// <param name="work">Reads, decides and commits.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>What the try that was not overtaken came to.</returns>
    public static async Task<T> AgainAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work(cancellationToken);
            }
            catch (Exception fault) when (attempt < Tries && StoreFault.IsOvertaken(fault))
            {
                // Nothing is waited for: the other one has finished.
            }
        }
    }

    /// <summary>The same for work that comes to nothing but what it wrote.</summary>
    public static Task AgainAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken) => AgainAsync(
        async cancel =>
        {
            await work(cancel);
            return true;
        },
        cancellationToken);
}
