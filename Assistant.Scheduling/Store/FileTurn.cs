namespace Assistant.Scheduling.Store;

/// <summary>A turn that only one process on this machine has at a time; the system ends it when the process dies.</summary>
internal sealed class FileTurn : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly FileStream file;

    private FileTurn(FileStream file) => this.file = file;

    /// <summary>Waits until the turn is ours.</summary>
    public static async Task<FileTurn> TakeAsync(string path, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (true)
        {
            try
            {
                return new FileTurn(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (File.Exists(path))
            {
                await timer.WaitForNextTickAsync(cancellationToken);
            }
        }
    }

    public ValueTask DisposeAsync() => file.DisposeAsync();
}
