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

    /// <summary>Who may be speaking; a stranger is added to the context with her contact point.</summary>
    /// <returns>One, or all who share the place; never none.</returns>
    public static async Task<IReadOnlyList<KnownSpeaker>> FindAsync(
        AssistantDb db, Utterance utterance, IReadOnlyCollection<string> languages, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var point = await ContactPoints.At(db, utterance.Channel, utterance.Address).SingleOrDefaultAsync(cancellationToken);
        if (point is null)
        {
            return [Introduce(db, utterance, languages, now)];
        }

        return [.. (await (
            from reachability in db.Set<Reachability>()
            join person in db.Set<Person>() on reachability.PersonId equals person.Id
            join resident in db.Set<Resident>() on person.Id equals resident.PersonId into homes
            from home in homes.DefaultIfEmpty()
            where reachability.ContactPointId == point.Id
            orderby person.Id
            select new { Person = person, Home = home }).ToListAsync(cancellationToken))
            .Select(one => new KnownSpeaker(point, one.Person, one.Home))];
    }

    /// <summary>What only one turn at a time may hold: the place, and everybody who is reached there. Always in the same order.</summary>
    public static async Task<IReadOnlyList<string>> TurnsAsync(AssistantDb db, Utterance utterance, CancellationToken cancellationToken)
    {
        var people = await (
            from point in ContactPoints.At(db, utterance.Channel, utterance.Address)
            join reachability in db.Set<Reachability>() on point.Id equals reachability.ContactPointId
            select reachability.PersonId).ToListAsync(cancellationToken);
        return [utterance.Place, .. people.Select(person => $"{person}").Order(StringComparer.Ordinal)];
    }

    /// <summary>In whose queue each of these stands, by where it was said: hers who alone is reached there, or else that of the place.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> QueuesAsync(
        AssistantDb db, IReadOnlyCollection<Utterance> utterances, CancellationToken cancellationToken)
    {
        var queues = utterances.Select(one => one.Place).Distinct().ToDictionary(place => place);
        foreach (var channel in utterances.GroupBy(one => one.Channel, one => one.Address))
        {
            var reached = await (
                from point in ContactPoints.AtAnyOf(db, channel.Key, channel.Distinct())
                join reachability in db.Set<Reachability>() on point.Id equals reachability.ContactPointId
                select new { point.Address, reachability.PersonId }).ToListAsync(cancellationToken);
            foreach (var place in reached.GroupBy(one => one.Address, one => one.PersonId).Where(place => place.Count() == 1))
            {
                queues[Utterance.PlaceOf(channel.Key, place.Key)] = $"{place.Single()}";
            }
        }

        return queues;
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
