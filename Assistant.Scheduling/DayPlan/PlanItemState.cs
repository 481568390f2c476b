namespace Assistant.Scheduling.DayPlan;

/// <summary>What became of one thing of the day.</summary>
public enum PlanItemState
{
    /// <summary>Still to come; planning may move or cancel it.</summary>
    Planned,

    /// <summary>Spoken of, and not yet answered.</summary>
    Open,

    /// <summary>The resident said it is done.</summary>
    Done,

    /// <summary>The resident said she leaves it out.</summary>
    Skipped,

    /// <summary>Asked and asked again, and nobody answered: not confirmed, which is not "not done".</summary>
    Unconfirmed,

    /// <summary>No longer wanted; comes back when planning wants it again.</summary>
    Cancelled,

    /// <summary>Its time went by before anybody could speak of it.</summary>
    Expired,
}

/// <summary>How much the assistant makes of a thing of the day.</summary>
public enum Importance
{
    /// <summary>Said once; nothing is asked.</summary>
    Mention,

    /// <summary>Asked once.</summary>
    Ask,

    /// <summary>Asked, and asked again a few times.</summary>
    AskUntilAnswered,
}
