namespace Assistant.Scheduling.Store;

/// <summary>What became of bringing a store up to date.</summary>
public abstract record MigrationOutcome
{
    private MigrationOutcome()
    {
    }

    /// <summary>The store is of this program's version.</summary>
    /// <param name="From">What it was, steps that were missing included.</param>
    public sealed record UpToDate(StoreVersion From) : MigrationOutcome;

    /// <summary>A newer program made it; nothing was changed.</summary>
    /// <param name="Version">What it is.</param>
    public sealed record MadeByNewer(StoreVersion Version) : MigrationOutcome;

    /// <summary>It is the target of a copy that never came to its end; nothing was changed.</summary>
    public sealed record HalfCopied : MigrationOutcome;
}
