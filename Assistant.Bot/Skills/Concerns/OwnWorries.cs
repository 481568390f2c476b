using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;
using Microsoft.EntityFrameworkCore;
using Worry = Assistant.Scheduling.Escalation.Concern;

namespace Assistant.Bot.Skills.Concerns;

/// <summary>The concerns that the speaker may answer: of her circles, and of her neighbourhood when she organises it.</summary>
internal static class OwnWorries
{
    /// <summary>How long after its end an answer to a concern still hears that it is over. Default 24 h. (choice)</summary>
    public static readonly TimeSpan StillAnswered = TimeSpan.FromHours(24);

    /// <summary>The concern that is meant; several where that is not clear, none where there is none of hers.</summary>
    public static async Task<IReadOnlyList<Worry>> FindAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Utterance.Choice?.Subject is { } pressed)
        {
            return await Hers(turn).Where(c => c.Id == ConcernId.From(pressed)).ToListAsync(cancellationToken);
        }

        var asked = turn.OpenOf(Escalator.Question).Select(o => ConcernId.From(o.Subject)).ToList();
        var open = await Hers(turn).Where(c => asked.Contains(c.Id) && c.State != ConcernState.Resolved)
            .OrderByDescending(c => c.RaisedAt).ToListAsync(cancellationToken);
        return open.Count > 0 ? open : await WithoutAQuestionAsync(turn, cancellationToken);
    }

    /// <summary>The name of the resident it is about.</summary>
    public static async Task<string> ResidentAsync(Turn turn, Worry worry, CancellationToken cancellationToken)
    {
        var resident = await turn.Db.Set<Resident>().SingleAsync(r => r.Id == worry.ResidentId, cancellationToken);
        return await NameAsync(turn, resident.PersonId, cancellationToken);
    }

    public static async Task<string> NameAsync(Turn turn, PersonId? person, CancellationToken cancellationToken) =>
        (await turn.Db.Set<Person>().SingleAsync(p => p.Id == person, cancellationToken)).Name;

    // Whoever was asked or promised may speak of it later; the newest that is over gives her a friendly end.
    private static async Task<IReadOnlyList<Worry>> WithoutAQuestionAsync(Turn turn, CancellationToken cancellationToken)
    {
        var since = turn.Now - StillAnswered;
        var known = await (
            from worry in Hers(turn)
            join happened in turn.Db.Set<ConcernEvent>() on worry.Id equals happened.ConcernId
            where happened.PersonId == turn.Speaker.Id && (worry.State != ConcernState.Resolved || worry.ResolvedAt > since)
            select worry).Distinct().ToListAsync(cancellationToken);
        var newestFirst = known.OrderByDescending(c => c.RaisedAt).ToList();
        var open = newestFirst.Where(c => !c.IsOver).ToList();
        return open.Count > 0 ? open : [.. newestFirst.Take(1)];
    }

    private static IQueryable<Worry> Hers(Turn turn)
    {
        var (circle, duties, me) = (turn.Db.Set<CircleMember>(), turn.Db.Set<OrganiserDuty>(), turn.Speaker.Id);
        return
            from worry in turn.Db.Set<Worry>()
            join resident in turn.Db.Set<Resident>() on worry.ResidentId equals resident.Id
            where circle.Any(m => m.ResidentId == resident.Id && m.PersonId == me && m.AcceptedAt != null)
                || duties.Any(d => d.NeighbourhoodId == resident.NeighbourhoodId && d.PersonId == me)
            select worry;
    }
}
