namespace Assistant.Tests.Town;

/// <summary>Where the tests keep for a moment what nobody needs afterwards.</summary>
/// <remarks>
/// In memory where there is plenty of it: every town makes and removes hundreds of files, and each commit waits for its
/// disk. A database of its own takes a tenth of the time there.
/// </remarks>
internal static class Scratch
{
    private const string Memory = "/dev/shm";

    /// <summary>What a whole run holds at a time, and as much again several times over. Unit: bytes.</summary>
    private const long Plenty = 4L << 30;

    /// <summary>The folder that all others are in.</summary>
    public static string Place { get; } =
        Directory.Exists(Memory) && new DriveInfo(Memory).AvailableFreeSpace > Plenty ? Memory : Path.GetTempPath();

    /// <summary>A name of a folder that is not there yet.</summary>
    public static string Name(string kind) => Path.Combine(Place, $"{kind}-{Path.GetRandomFileName()}");

    /// <summary>A new folder; whoever asks for it removes it.</summary>
    public static string Folder(string kind) => Directory.CreateDirectory(Name(kind)).FullName;
}
