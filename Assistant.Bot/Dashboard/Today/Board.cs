using Assistant.Bot.Dashboard.Concerns;
using Assistant.Bot.Dashboard.Failures;
using Assistant.Scheduling.Escalation;

namespace Assistant.Bot.Dashboard.Today;

/// <summary>How the whole street is, in one word.</summary>
internal enum Mood
{
    /// <summary>Nothing asks for anybody.</summary>
    Calm,

    /// <summary>No concern, but something did not work.</summary>
    Care,

    /// <summary>For every concern somebody goes.</summary>
    Going,

    /// <summary>For some concern people are still being asked.</summary>
    Worry,

    /// <summary>For some concern everybody was asked, and nobody goes.</summary>
    Alarm,
}

/// <summary>What today's page shows.</summary>
/// <param name="At">The moment it was true.</param>
/// <param name="Residents">Who needs somebody first, then by name.</param>
/// <param name="Open">Concerns that still ask something of somebody, the worst first.</param>
/// <param name="Resolved">Concerns that ended lately, the latest first.</param>
/// <param name="Failures">What did not arrive or was set aside, the latest first.</param>
internal sealed record Board(
    DateTimeOffset At,
    IReadOnlyList<ResidentLine> Residents,
    IReadOnlyList<ConcernCard> Open,
    IReadOnlyList<ConcernCard> Resolved,
    IReadOnlyList<Failure> Failures)
{
    /// <summary>How the whole street is: the worst of what is on the page.</summary>
    public Mood Mood =>
        Open.Any(card => card.State is ConcernState.Exhausted) ? Mood.Alarm
        : Open.Any(card => card.State is ConcernState.Open) ? Mood.Worry
        : Open.Count > 0 ? Mood.Going
        : Failures.Count > 0 ? Mood.Care
        : Mood.Calm;

    /// <summary>Reads the page off the rows.</summary>
    public static Board Of(BoardRows rows, Watch watch, DateTimeOffset now)
    {
        var cards = ConcernCards.Of(rows.Concerns, watch.Organiser);
        var worried = cards.Open.Select(card => card.ResidentId).ToHashSet();
        return new Board(now, ResidentLines.Of(rows, worried, now), cards.Open, cards.Resolved, rows.Failures);
    }
}
