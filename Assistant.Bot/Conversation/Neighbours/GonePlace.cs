using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Conversation.Neighbours;

/// <summary>A place that may be somebody else's by now: nothing is said there any more, and the organiser is told.</summary>
/// <remarks>
/// Nobody guesses where she is instead: a number can be given to anybody, and who is there now would hear of her pills.
/// So the place is forgotten; whoever speaks there is a stranger, until the organiser has introduced her again.
/// </remarks>
internal static class GonePlace
{
    /// <summary>The key of what the organiser reads.</summary>
    public const string Told = "neighbours.place_gone";

    /// <summary>Forgets the places of these addresses, in the caller's unit of work; a second time changes nothing.</summary>
    public static async Task LeaveAsync(
        AssistantDb db, string channel, IReadOnlyCollection<string> addresses, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var point in await ContactPoints.AtAnyOf(db, channel, addresses).ToListAsync(cancellationToken))
        {
            var hers = await db.Set<Reachability>().Where(r => r.ContactPointId == point.Id).ToListAsync(cancellationToken);
            foreach (var person in hers.Select(r => r.PersonId))
            {
                await TellAsync(db, person, point, now, cancellationToken);
            }

            db.RemoveRange(hers);
            db.Remove(point);
        }
    }

    // Strangers belong to no neighbourhood: there is nobody to tell.
    private static async Task TellAsync(
        AssistantDb db, PersonId id, ContactPoint place, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var person = await db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == id, cancellationToken);
        if (person.NeighbourhoodId is not { } home
            || (await DutyRota.OnDutyAsync(db, [home], now, cancellationToken)).GetValueOrDefault(home) is not { } organiser)
        {
            return;
        }

        var resident = await db.Set<Resident>().AsNoTracking().SingleOrDefaultAsync(r => r.PersonId == id, cancellationToken);
        if (resident is not null)
        {
            new AccessLog(db, now).Note(new AccessNote(
                AccessEvent.Delete, AccessActor.Program(nameof(GonePlace)), resident.Id, DataCategories.Person, place.Channel, AccessPurpose.Care));
        }

        // Whom to ask for a new number is an errand; it tells nothing of how she is.
        var ground = resident is null ? Ground.Nobody : Ground.Telling(SharedKind.Errand, resident.Id);
        new Outbox(db, now).Put(organiser.Id, $"place_gone:{place.Id}:{id}", Saying.Of(Told).With("who", person.Name), ground, TimeSpan.FromDays(1));
    }
}
