namespace Assistant.Scheduling.Escalation;

/// <summary>What the worry is about; each kind has its own policy.</summary>
public enum ConcernKind
{
    /// <summary>No sign of life by the end of a check-in's grace.</summary>
    MissedCheckIn,

    /// <summary>Something that matters was asked and asked again, and nobody answered.</summary>
    Unanswered,

    /// <summary>She says she does not feel well.</summary>
    Unwell,

    /// <summary>A worrying word: sadness, fear, confusion.</summary>
    Distress,

    /// <summary>An emergency word. It wakes people.</summary>
    Emergency,

    /// <summary>What we had to say to her did not arrive.</summary>
    Undeliverable,

    /// <summary>Somebody of the neighbourhood worries about her, who asked for nothing.</summary>
    Reported,
}

/// <summary>How far a concern got.</summary>
public enum ConcernState
{
    /// <summary>People are being asked, one after the other.</summary>
    Open,

    /// <summary>Somebody said she goes. That is a promise, not yet an outcome.</summary>
    Acknowledged,

    /// <summary>It is over, and everybody who was alarmed was told.</summary>
    Resolved,

    /// <summary>Everybody was asked and nobody went: visibly red until somebody closes it.</summary>
    Exhausted,
}

/// <summary>How a concern ended.</summary>
public enum ConcernOutcome
{
    /// <summary>She answered herself.</summary>
    AnsweredHerself,

    /// <summary>Somebody went and it is done.</summary>
    Visited,

    /// <summary>Somebody knows she is safe.</summary>
    KnownSafe,

    /// <summary>The organiser closed it.</summary>
    ClosedByOrganiser,

    /// <summary>We do nothing more for her: she moved, or died.</summary>
    ServiceEnded,
}
