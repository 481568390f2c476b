using Assistant.Scheduling.Store.Secrets;

namespace Assistant.Bot.Hosting.Secrets;

/// <summary>Where the keys come from: a file, the configuration itself, or, for the demo, nowhere.</summary>
/// <param name="Ring">The keys.</param>
/// <param name="Path">The file; null where there is none.</param>
/// <param name="NewText">What is still to be written there, because the file is missing; null where nothing is.</param>
internal sealed record KeyPlace(KeyRing Ring, string? Path, string? NewText)
{
    private const string Restore = "Restore the key file from your backup.";

    /// <exception cref="StartupFault">The keys cannot be read.</exception>
    public static KeyPlace Of(IConfiguration configuration, StorePlace place, DateTimeOffset now)
    {
        if (place.IsDemo)
        {
            return new KeyPlace(KeyRing.Parse(KeyRing.NewText(now)), null, null);
        }

        var (file, text) = (configuration["Secrets:KeyFile"], configuration["Secrets:Keys"]);
        if (string.IsNullOrEmpty(text))
        {
            return OfFile(string.IsNullOrEmpty(file) ? System.IO.Path.Combine(place.Folder, "keys", "assistant.keys") : file, now);
        }

        return string.IsNullOrEmpty(file)
            ? new KeyPlace(Read("Secrets:Keys", () => KeyRing.Parse(text)), null, null)
            : throw new StartupFault("Secrets:KeyFile and Secrets:Keys are both given.", "Leave one of them out.");
    }

    /// <summary>Writes a ring that was made at this start; a file that is there is never written over.</summary>
    /// <exception cref="StartupFault">It cannot be written.</exception>
    public void Keep()
    {
        if (Path is null || NewText is null)
        {
            return;
        }

        try
        {
            var full = System.IO.Path.GetFullPath(Path);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full) ?? ".");
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var file = new FileStream(full, options);
            file.Write(System.Text.Encoding.UTF8.GetBytes(NewText));
            file.Flush(flushToDisk: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StartupFault($"The key file {Path} cannot be made.", "Give Secrets:KeyFile a place that may be written, or start again.");
        }
    }

    private static KeyPlace OfFile(string path, DateTimeOffset now)
    {
        if (File.Exists(path))
        {
            return new KeyPlace(Read($"The key file {path}", () => KeyRing.From(() => File.ReadAllText(path))), path, null);
        }

        // Not written before the store has proved to be empty: for a lost file this ring is the wrong one.
        var text = KeyRing.NewText(now);
        return new KeyPlace(KeyRing.From(() => File.Exists(path) ? File.ReadAllText(path) : text), path, text);
    }

    private static KeyRing Read(string what, Func<KeyRing> read)
    {
        try
        {
            return read();
        }
        catch (FormatException fault)
        {
            throw new StartupFault($"{what} is no key ring: {fault.Message}", Restore);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StartupFault($"{what} cannot be read.", "Let the program's user read it.");
        }
    }
}
