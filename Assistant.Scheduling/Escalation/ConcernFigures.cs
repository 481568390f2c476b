using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.Escalation;

/// <summary>How soon worries were taken up, and what that cost the organiser, read off the record.</summary>
/// <param name="Concerns">How many worries were raised.</param>
/// <param name="Within">Of how many per hundred somebody took it up, or it was over, within so many minutes.</param>
/// <param name="OrganiserMinutesPerResident">What organisers spent, shared out over the residents.</param>
public sealed record ConcernFigures(int Concerns, IReadOnlyDictionary<int, double> Within, double OrganiserMinutesPerResident)
{
    /// <summary>The steps that are reported. Goal: 90 % within 45 minutes. Source: CARE §3, as telecare reports its response times.</summary>
    public static readonly IReadOnlyList<int> Steps = [15, 30, 45];

    /// <summary>What one word of an organiser about a worry takes. Default 2 min: to read, decide and press. (choice)</summary>
    public static readonly TimeSpan OneWord = TimeSpan.FromMinutes(2);

    /// <summary>The most that going to one worry counts for. Default 60 min: who forgets to say "done" was not there all day. (choice)</summary>
    public static readonly TimeSpan MostOfOne = TimeSpan.FromMinutes(60);

    /// <summary>Reads them.</summary>
    /// <param name="concerns">The worries of a period; those of ended services are left out.</param>
    /// <param name="events">What happened to them.</param>
    /// <param name="organisers">Who organises.</param>
    /// <param name="residents">How many residents are looked after.</param>
    public static ConcernFigures Of(
        IEnumerable<Concern> concerns, IEnumerable<ConcernEvent> events, IReadOnlySet<PersonId> organisers, int residents)
    {
        var counted = concerns.Where(c => c.Outcome is not ConcernOutcome.ServiceEnded).ToList();
        var history = events.ToLookup(e => e.ConcernId);
        var waits = counted.ConvertAll(c => TakenUpAt(c, history[c.Id]) - c.RaisedAt);
        var spent = counted.Sum(c => Spent(c, [.. history[c.Id].OrderBy(e => e.At)], organisers).TotalMinutes);
        return new ConcernFigures(
            counted.Count,
            Steps.ToDictionary(step => step, step => counted.Count == 0 ? 100 : 100.0 * waits.Count(wait => wait <= TimeSpan.FromMinutes(step)) / counted.Count),
            residents == 0 ? 0 : spent / residents);
    }

    private static DateTimeOffset? TakenUpAt(Concern concern, IEnumerable<ConcernEvent> events) => events
        .Where(e => e.Kind is ConcernEventKind.Acknowledged or ConcernEventKind.Resolved)
        .Select(e => (DateTimeOffset?)e.At).Append(concern.ResolvedAt).Min();

    private static TimeSpan Spent(Concern concern, IReadOnlyList<ConcernEvent> events, IReadOnlySet<PersonId> organisers)
    {
        var hers = events.Where(e => e.PersonId is { } person && organisers.Contains(person)
            && e.Kind is ConcernEventKind.Acknowledged or ConcernEventKind.Declined or ConcernEventKind.Resolved).ToList();
        var words = OneWord * hers.Count;
        return hers.Find(e => e.Kind is ConcernEventKind.Acknowledged) is { } went && concern.ResolvedAt is { } over
            ? words + (over - went.At < MostOfOne ? over - went.At : MostOfOne)
            : words;
    }
}
