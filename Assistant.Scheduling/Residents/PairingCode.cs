namespace Assistant.Scheduling.Residents;

/// <summary>A code by which a new place (a tablet, a telephone) becomes somebody's: shown to her, typed there, confirmed by her.</summary>
public sealed class PairingCode
{
    /// <summary>How long it may be typed. Default 10 min. (choice)</summary>
    public static readonly TimeSpan Valid = TimeSpan.FromMinutes(10);

    /// <summary>The key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose place it will be.</summary>
    public required PersonId PersonId { get; init; }

    /// <summary>The keyed hash of the code; the code itself is kept nowhere.</summary>
    public required string CodeHash { get; init; }

    /// <summary>After this it is no code any more; exclusive.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Where it was typed; null before. It is typed once.</summary>
    public ContactPointId? TypedAt { get; private set; }

    /// <summary>When she said whether it was she; null before.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>It was typed here.</summary>
    public void Typed(ContactPointId where) =>
        TypedAt = TypedAt is null ? where : throw new InvalidOperationException($"Code {Id} was used before.");

    /// <summary>She said whether it was she.</summary>
    public void Decided(DateTimeOffset at) => DecidedAt = at;
}

/// <summary>That a wrong code was typed somewhere.</summary>
public sealed class PairingTry
{
    /// <summary>The key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Where.</summary>
    public required ContactPointId ContactPointId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
