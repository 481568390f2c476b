using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.Medication;

/// <summary>Medication that another system wrote, kept until a person has judged each line; nothing of it is planned before.</summary>
public sealed class MedicationProposal
{
    /// <summary>The key; sorts by time.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public required ResidentId ResidentId { get; init; }

    /// <summary>What the file was called.</summary>
    public required string FileName { get; init; }

    /// <summary>When it came in.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Who brought it.</summary>
    public required PersonId ReceivedBy { get; init; }
}

/// <summary>What a person made of a line.</summary>
public enum ProposalState
{
    /// <summary>Nobody judged it yet.</summary>
    Waiting,

    /// <summary>It is planned as it was read.</summary>
    Accepted,

    /// <summary>It is planned otherwise than it was read.</summary>
    Adjusted,

    /// <summary>Nothing of it is planned.</summary>
    Refused,
}

/// <summary>One line of a proposal.</summary>
public sealed class ProposalLine
{
    /// <summary>The key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Of which proposal.</summary>
    public required Guid ProposalId { get; init; }

    /// <summary>Its place in the file, from 0.</summary>
    public required int Place { get; init; }

    /// <summary>The entry as it was read. Shape: JSON, <see cref="Import.ProposalContent"/>.</summary>
    public required string Content { get; init; }

    /// <summary>What became of it.</summary>
    public ProposalState State { get; private set; }

    /// <summary>When it was judged.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Who judged it.</summary>
    public PersonId? DecidedBy { get; private set; }

    /// <summary>The treatment that came of it.</summary>
    public Guid? TreatmentId { get; private set; }

    /// <summary>It is judged, once.</summary>
    /// <exception cref="InvalidOperationException">It was judged before.</exception>
    public void Decide(ProposalState state, Guid? treatment, (PersonId By, DateTimeOffset At) judged)
    {
        if (State is not ProposalState.Waiting || state is ProposalState.Waiting)
        {
            throw new InvalidOperationException($"A {State} line cannot become {state}.");
        }

        (State, TreatmentId, DecidedBy, DecidedAt) = (state, treatment, judged.By, judged.At);
    }
}
