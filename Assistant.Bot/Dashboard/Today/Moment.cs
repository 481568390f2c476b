namespace Assistant.Bot.Dashboard.Today;

/// <summary>What kind of thing a moment is; more the organiser need not know.</summary>
internal enum MomentKind
{
    Medication,
    CheckIn,
    Routine,
    Other,
}

/// <summary>What became of a moment, in words that fit on a page.</summary>
internal enum MomentMark
{
    /// <summary>Still to come.</summary>
    Ahead,

    /// <summary>Asked, and waiting for an answer.</summary>
    Asked,

    /// <summary>Said, and nothing was asked.</summary>
    Told,

    /// <summary>The resident says it is done.</summary>
    Confirmed,

    /// <summary>The resident says she leaves it out.</summary>
    LeftOut,

    /// <summary>Asked and asked again, and nobody answered.</summary>
    Unconfirmed,

    /// <summary>Its time went by before anybody could speak of it.</summary>
    PassedBy,

    /// <summary>She was heard of.</summary>
    Heard,

    /// <summary>Nothing was heard of her in time.</summary>
    Silent,
}

/// <summary>One moment of one resident's day.</summary>
/// <param name="At">When it is.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Mark">What became of it.</param>
/// <param name="Settled">When it was answered or heard; null while it was not.</param>
/// <param name="Until">Until when an answer is awaited; null where nothing has a limit.</param>
internal sealed record Moment(
    DateTimeOffset At, MomentKind Kind, MomentMark Mark, DateTimeOffset? Settled = null, DateTimeOffset? Until = null);
