using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Conversation.Turns;

/// <summary>Whoever speaks at a contact point, as far as we know her.</summary>
internal sealed record KnownSpeaker(ContactPoint Point, Person Person, Resident? Resident);

/// <summary>Finds out who speaks. It never guesses: who was not introduced is a stranger.</summary>
internal static class SpeakerLookup
{
    /// <summary>The language of strangers who show none of their own.</summary>
    public const string DefaultLanguage = "nl";

    /// <summary>The zone of strangers, who have told us no other.</summary>
    public const string DefaultZone = "Europe/Amsterdam";

    /// <summary>The speaker; a stranger is added to the context with her contact point.</summary>
    public static async Task<KnownSpeaker> FindAsync(
        AssistantDb db, Utterance utterance, IReadOnlyCollection<string> languages, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var point = await ContactPoints.At(db, utterance.Channel, utterance.Address).SingleOrDefaultAsync(cancellationToken);
        if (point is null)
        {
            return Introduce(db, utterance, languages, now);
        }

        var people = await (
            from reachability in db.Set<Reachability>()
            join person in db.Set<Person>() on reachability.PersonId equals person.Id
            where reachability.ContactPointId == point.Id
            orderby person.Id
            select person).ToListAsync(cancellationToken);
        var speaker = people[0];
        var resident = await db.Set<Resident>().SingleOrDefaultAsync(r => r.PersonId == speaker.Id, cancellationToken);
        return new KnownSpeaker(point, speaker, resident);
    }

    private static KnownSpeaker Introduce(
        AssistantDb db, Utterance utterance, IReadOnlyCollection<string> languages, DateTimeOffset now)
    {
        var shown = utterance.Locale?.Split('-')[0];
        var person = new Person
        {
            Id = PersonId.New(now),
            Name = "",
            Language = shown is not null && languages.Contains(shown) ? shown : DefaultLanguage,
            TimeZoneId = DefaultZone,
        };
        var point = new ContactPoint { Id = ContactPointId.New(now), Channel = utterance.Channel, Address = utterance.Address };
        db.AddRange(person, point, new Reachability { PersonId = person.Id, ContactPointId = point.Id });
        return new KnownSpeaker(point, person, null);
    }
}
