namespace Assistant.Scheduling.Store.Copying;

/// <summary>What became of a copy.</summary>
public abstract record CopyOutcome
{
    private CopyOutcome()
    {
    }

    /// <summary>Both stores hold the same.</summary>
    /// <param name="Tables">What every table holds.</param>
    public sealed record Whole(IReadOnlyList<TableSum> Tables) : CopyOutcome;

    /// <summary>A table of the target is not what was read from the source; the target keeps its mark.</summary>
    /// <param name="Table">Which.</param>
    public sealed record Differs(string Table) : CopyOutcome;

    /// <summary>The target is a good copy of how the source was, but somebody wrote in the source since.</summary>
    /// <param name="Table">The first table in which that can be seen.</param>
    public sealed record SourceMoved(string Table) : CopyOutcome;

    /// <summary>The target holds rows already; nothing was changed.</summary>
    /// <param name="Table">The first table that does.</param>
    public sealed record NotEmpty(string Table) : CopyOutcome;

    /// <summary>The source or the target is not of this program's version; nothing was changed.</summary>
    /// <param name="OfTarget">Whether it is the target.</param>
    public sealed record OtherVersion(bool OfTarget) : CopyOutcome;

    /// <summary>The source is itself a copy that never came to its end.</summary>
    public sealed record HalfSource : CopyOutcome;
}
