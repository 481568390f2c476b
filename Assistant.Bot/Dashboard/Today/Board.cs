using Assistant.Bot.Dashboard.Concerns;
using Assistant.Bot.Dashboard.Failures;

namespace Assistant.Bot.Dashboard.Today;

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
    /// <summary>Whether nothing asks for anybody.</summary>
    public bool IsQuiet => Open.Count == 0 && Failures.Count == 0;

    /// <summary>Reads the page off the rows.</summary>
    public static Board Of(BoardRows rows, Watch watch, DateTimeOffset now)
    {
        var cards = ConcernCards.Of(rows.Concerns, watch.Organiser);
        var worried = cards.Open.Select(card => card.ResidentId).ToHashSet();
        return new Board(now, ResidentLines.Of(rows, worried, now), cards.Open, cards.Resolved, rows.Failures);
    }
}
