using Assistant.Scheduling.Store;

namespace Assistant.Scheduling.DayPlan;

/// <summary>One thing on one day of one resident.</summary>
public readonly record struct PlanItemId(Guid Value) : ITypedId<PlanItemId>
{
    /// <inheritdoc/>
    public static PlanItemId From(Guid value) => new(value);

    /// <summary>A new id that sorts after all that were made before <paramref name="now"/>.</summary>
    public static PlanItemId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
