namespace Assistant.Scheduling.Residents;

/// <summary>Somebody of a resident's care circle, who accepted that role.</summary>
public sealed class CircleMember
{
    /// <summary>Whose circle.</summary>
    public required ResidentId ResidentId { get; init; }

    /// <summary>Who is in it.</summary>
    public required PersonId PersonId { get; init; }

    /// <summary>How the resident speaks of this person; a key of the phrase files (<c>daughter</c>, <c>neighbour</c>).</summary>
    public required string Relation { get; init; }

    /// <summary>Whether this person has a key of the house.</summary>
    public bool HoldsKey { get; init; }

    /// <summary>When she said yes to the role; only then is she ever asked for anything.</summary>
    public DateTimeOffset? AcceptedAt { get; set; }
}

/// <summary>That a person is the organiser of a neighbourhood: the last rung of every ladder.</summary>
public sealed class OrganiserDuty
{
    /// <summary>Which neighbourhood.</summary>
    public required NeighbourhoodId NeighbourhoodId { get; init; }

    /// <summary>Who.</summary>
    public required PersonId PersonId { get; init; }
}
