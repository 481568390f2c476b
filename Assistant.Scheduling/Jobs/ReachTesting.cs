using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Jobs;

/// <summary>Asks, once a month, whoever may be asked to look in and of whom nothing was heard: does this reach you?</summary>
/// <remarks>Who spoke to us within the month needs no test. Nobody is tested at night, by her own clock.</remarks>
public sealed class ReachTesting(IDbContextFactory<AssistantDb> contexts, TimeProvider clock)
{
    /// <summary>The question.</summary>
    public const string Question = "reach.ok?";

    /// <summary>Between which hours somebody is tested, by her own clock. Default 10:00 to 17:00. (choice)</summary>
    public static readonly QuietHours NotBetween = new(new TimeOnly(17, 0), new TimeOnly(10, 0));

    /// <summary>Asks everybody whose month is over.</summary>
    /// <returns>How many were asked.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken) => await Overtaken.AgainAsync(
        async cancel =>
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await OneNode.AtATimeAsync(db, OneNode.Plans, cancel);
            var asked = await AskAsync(db, clock.GetUtcNow(), cancel);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return asked;
        },
        cancellationToken);

    /// <summary>Who was asked and never answered, nor spoke since.</summary>
    public static async Task<IReadOnlyList<PersonId>> UnreachedAsync(AssistantDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var askedBefore = now - ReachTest.AnswerWithin;
        var silent = await db.Set<ReachTest>().AsNoTracking().Where(t => t.AnsweredAt == null && t.SentAt < askedBefore)
            .GroupBy(t => t.PersonId).Select(t => new { Person = t.Key, Last = t.Max(x => x.SentAt) }).ToListAsync(cancellationToken);
        var heard = await LastHeardAsync(db, [.. silent.Select(s => s.Person)], cancellationToken);
        var answered = await db.Set<ReachTest>().AsNoTracking().Where(t => t.AnsweredAt != null)
            .GroupBy(t => t.PersonId).Select(t => new { Person = t.Key, Last = t.Max(x => x.SentAt) })
            .ToDictionaryAsync(t => t.Person, t => t.Last, cancellationToken);
        return [.. silent.Where(s => !(heard.GetValueOrDefault(s.Person) > s.Last) && !(answered.TryGetValue(s.Person, out var last) && last > s.Last))
            .Select(s => s.Person)];
    }

    private static async Task<int> AskAsync(AssistantDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var helpers = db.Set<CircleMember>().Where(m => m.AcceptedAt != null).Select(m => m.PersonId)
            .Union(db.Set<OrganiserDuty>().Select(d => d.PersonId));
        var people = await db.Set<Person>().AsNoTracking().Where(p => helpers.Contains(p.Id)).ToListAsync(cancellationToken);
        var monthAgo = now - ReachTest.Every;
        var tested = (await db.Set<ReachTest>().AsNoTracking().Where(t => t.SentAt > monthAgo).Select(t => t.PersonId)
            .ToListAsync(cancellationToken)).ToHashSet();
        var heard = await LastHeardAsync(db, [.. people.Select(p => p.Id)], cancellationToken);
        var outbox = new Outbox(db, now);
        var due = people.Where(p => heard.ContainsKey(p.Id) && !(heard[p.Id] > monthAgo) && !tested.Contains(p.Id))
            .Where(p => !NotBetween.Contains(now, p.Zone)).ToList();
        foreach (var person in due)
        {
            var test = new ReachTest { Id = Guid.CreateVersion7(now), PersonId = person.Id, SentAt = now };
            db.Add(test);
            outbox.Put(person.Id, $"reach:{test.Id:N}", Saying.Of("reach.test").Asking(Question, test.Id, "yes"), Ground.Nobody, ReachTest.AnswerWithin);
        }

        return due.Count;
    }

    // Everybody who has a place at all, with when she last spoke at any of them.
    private static async Task<Dictionary<PersonId, DateTimeOffset?>> LastHeardAsync(
        AssistantDb db, List<PersonId> people, CancellationToken cancellationToken)
    {
        var places = await (
            from reach in db.Set<Reachability>().AsNoTracking()
            join point in db.Set<ContactPoint>() on reach.ContactPointId equals point.Id
            where people.Contains(reach.PersonId)
            select new { reach.PersonId, point.LastHeardAt }).ToListAsync(cancellationToken);
        return places.GroupBy(p => p.PersonId).ToDictionary(p => p.Key, p => p.Max(x => x.LastHeardAt));
    }
}
