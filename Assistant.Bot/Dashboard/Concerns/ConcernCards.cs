using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Dashboard.Concerns;

/// <summary>The concerns of a page.</summary>
/// <param name="Open">The worst first: nobody left to ask, then being asked, then somebody goes; of those the oldest.</param>
/// <param name="Resolved">The latest first.</param>
internal sealed record ConcernCards(IReadOnlyList<ConcernCard> Open, IReadOnlyList<ConcernCard> Resolved)
{
    /// <summary>How many that ended are shown, at the most. Default 10. (choice)</summary>
    public const int MostResolved = 10;

    /// <summary>Reads the cards off the rows, as this person may see them.</summary>
    public static ConcernCards Of(ConcernRows rows, PersonId reader)
    {
        var events = rows.Events.OrderBy(happened => happened.At)

            // Whoever is asked first is asked in the moment in which it is raised.
            .ThenByDescending(happened => happened.Kind is ConcernEventKind.Raised).ThenBy(happened => happened.Id).ToLookup(happened => happened.ConcernId);
        var cards = rows.Concerns.Select(row => Card(row, [.. events[row.Concern.Id]], rows, reader)).ToList();
        return new ConcernCards(
            [.. cards.Where(card => card.IsOpen).OrderBy(card => Urgency(card.State)).ThenBy(card => card.RaisedAt)],
            [.. cards.Where(card => !card.IsOpen).OrderByDescending(card => card.ResolvedAt).Take(MostResolved)]);
    }

    private static int Urgency(ConcernState state) => state switch
    {
        ConcernState.Exhausted => 0,
        ConcernState.Open => 1,
        _ => 2,
    };

    private static ConcernCard Card(ConcernRow row, IReadOnlyList<ConcernEvent> events, ConcernRows rows, PersonId reader)
    {
        var concern = row.Concern;
        Involved? Who(PersonId? id) => id is { } known && rows.People.TryGetValue(known, out var name)
            ? new Involved(name, rows.Relations.GetValueOrDefault((concern.ResidentId, known)))
            : null;
        var isMine = concern.State is ConcernState.Acknowledged && concern.AcknowledgedBy == reader;
        var isGoing = concern.State is ConcernState.Acknowledged;
        return new ConcernCard
        {
            Id = concern.Id,
            ResidentId = concern.ResidentId,
            Resident = row.ResidentName,
            Kind = row.HidesReason ? null : concern.Kind,
            State = concern.State,
            RaisedAt = concern.RaisedAt,
            Asked = [.. Asked(events, concern, Who)],
            Going = isGoing ? Who(concern.AcknowledgedBy) : null,
            GoingSince = isGoing ? concern.AcknowledgedAt : null,
            IsMine = isMine,
            WayIn = isMine ? row.WayIn : null,
            MovesOnAt = concern.State is ConcernState.Open && concern.Rung >= 0 ? concern.NextActionAt : null,
            Outcome = concern.Outcome,
            ResolvedAt = concern.ResolvedAt,
            Timeline = [.. events.Select(happened => new TimelineEntry(happened.At, happened.Kind, Who(happened.PersonId)))],
        };
    }

    private static IEnumerable<AskedPerson> Asked(
        IReadOnlyList<ConcernEvent> events, Concern concern, Func<PersonId?, Involved?> who)
    {
        foreach (var asked in events.Where(happened => happened.Kind is ConcernEventKind.Asked).DistinctBy(happened => happened.PersonId))
        {
            var answer = concern.State is ConcernState.Acknowledged && concern.AcknowledgedBy == asked.PersonId ? AskedAnswer.Going
                : events.Any(e => e.Kind is ConcernEventKind.Declined && e.PersonId == asked.PersonId) ? AskedAnswer.Declined
                : AskedAnswer.None;
            if (who(asked.PersonId) is { } person)
            {
                yield return new AskedPerson(person, asked.At, answer);
            }
        }
    }
}
