namespace Assistant.Bot.Hosting;

/// <summary>Which file holds the rows: the real one, or the demo's beside it.</summary>
internal sealed record StorePlace(string Path, bool IsDemo)
{
    public static StorePlace Of(IConfiguration configuration)
    {
        var real = configuration["Data:Path"] ?? "data/assistant.db";
        if (string.IsNullOrWhiteSpace(real))
        {
            throw new StartupFault("Data:Path is empty.", "Give a file name such as data/assistant.db.");
        }

        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(real)) ?? ".";
        return DemoMode.IsOn(configuration) ? new StorePlace(System.IO.Path.Combine(folder, "demo.db"), true) : new StorePlace(real, false);
    }

    /// <summary>Takes away the demo of last time; never called for the real file.</summary>
    public void StartAfresh()
    {
        if (!IsDemo)
        {
            throw new InvalidOperationException("Only the demo starts afresh.");
        }

        foreach (var part in (string[])["", "-wal", "-shm"])
        {
            File.Delete(Path + part);
        }
    }
}
