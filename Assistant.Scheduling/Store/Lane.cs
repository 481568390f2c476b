using System.Threading.Channels;

namespace Assistant.Scheduling.Store;

/// <summary>Lets so many through side by side, in the order in which they came.</summary>
/// <param name="sideBySide">How many.</param>
public sealed class Lane(int sideBySide)
{
    // A row of places: whoever goes in takes one, and whoever finds none waits.
    private readonly Channel<bool> taken = Channel.CreateBounded<bool>(sideBySide);

    /// <summary>Does this when there is room.</summary>
    public async Task RunAsync(Func<Task> work)
    {
        await taken.Writer.WriteAsync(true);
        try
        {
            await work();
        }
        finally
        {
            taken.Reader.TryRead(out _);
        }
    }
}
