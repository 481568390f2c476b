namespace Assistant.Tests.Town;

/// <summary>Which suite this run is: the quick one of every day, or the full one with crash matrices, both databases and browsers.</summary>
internal static class Suite
{
    /// <summary>Why a test of the full suite was left out of this run, and how to get it.</summary>
    public const string OnlyInFull = "Only in the full suite: ASSISTANT_SUITE=full dotnet test.";

    /// <summary>Whether everything runs.</summary>
    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("ASSISTANT_SUITE") is "full";

    /// <summary>The reason to leave a test of the full suite out of this run; null where it runs.</summary>
    public static string? LeftOut => IsFull ? null : OnlyInFull;
}
