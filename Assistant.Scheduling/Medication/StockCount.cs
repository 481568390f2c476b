using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.Medication;

/// <summary>How much of a medicine somebody counted in the house.</summary>
public sealed class StockCount
{
    /// <summary>The key; sorts by time.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public required ResidentId ResidentId { get; init; }

    /// <summary>Of which treatment.</summary>
    public required Guid TreatmentId { get; init; }

    /// <summary>How much, in the unit of the dose.</summary>
    public required decimal Amount { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset CountedAt { get; init; }

    /// <summary>Who said so.</summary>
    public required PersonId CountedBy { get; init; }

    /// <summary>When it was undone; the count before it holds again.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>It was a mistake.</summary>
    public void Withdraw(DateTimeOffset at) => WithdrawnAt ??= at;
}
