namespace Assistant.Scheduling.Medication;

/// <summary>Whether an as-needed dose fits the limits that were set.</summary>
public abstract record AsNeededDecision
{
    private AsNeededDecision()
    {
    }

    /// <summary>It fits.</summary>
    /// <param name="Left">How many more fit into the period after it; null where nobody set a maximum.</param>
    public sealed record Allowed(int? Left) : AsNeededDecision;

    /// <summary>The least time since the last one has not passed.</summary>
    /// <param name="NextAt">From when it has.</param>
    public sealed record TooSoon(DateTimeOffset NextAt) : AsNeededDecision;

    /// <summary>The most for the period has been taken.</summary>
    /// <param name="NextAt">From when one fits again; <see cref="DateTimeOffset.MaxValue"/> where one alone is too much.</param>
    public sealed record MaximumReached(DateTimeOffset NextAt) : AsNeededDecision;
}
