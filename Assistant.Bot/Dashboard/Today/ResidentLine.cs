using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Dashboard.Today;

/// <summary>How a resident's day goes, the worst first: the page is sorted by it.</summary>
internal enum ResidentState
{
    /// <summary>There is an open concern.</summary>
    Concern,

    /// <summary>Something of today was never answered.</summary>
    Unconfirmed,

    /// <summary>Something was asked and is not answered yet.</summary>
    Waiting,

    /// <summary>Nothing was heard today, and nothing was asked.</summary>
    NotHeard,

    /// <summary>She does not want to be asked how she is: silence alarms nobody.</summary>
    NotWatched,

    /// <summary>Heard of today, and nothing waits.</summary>
    Well,
}

/// <summary>One resident's day on one line.</summary>
/// <param name="Id">Who.</param>
/// <param name="Name">What we call her.</param>
/// <param name="State">How her day goes.</param>
/// <param name="IsHeardOf">Whether the reader may know when she was heard of.</param>
/// <param name="LastSignOfLifeAt">When she was last heard of; null where she never was.</param>
/// <param name="Next">What comes next today; null when nothing does.</param>
/// <param name="Moments">Today's moments, the earliest first.</param>
internal sealed record ResidentLine(
    ResidentId Id,
    string Name,
    ResidentState State,
    bool IsHeardOf,
    DateTimeOffset? LastSignOfLifeAt,
    Moment? Next,
    IReadOnlyList<Moment> Moments);
