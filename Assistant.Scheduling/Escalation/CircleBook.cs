using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Escalation;

/// <summary>Somebody who is to be asked into a circle.</summary>
/// <param name="Name">What she is called.</param>
/// <param name="Relation">A key of the phrase files (<c>daughter</c>).</param>
/// <param name="Channel">The channel on which she is asked.</param>
/// <param name="Address">Who she is there.</param>
/// <param name="TimeZoneId">The clock she lives by.</param>
public sealed record Invited(string Name, string Relation, string Channel, string Address, string TimeZoneId)
{
    /// <summary>Whether she has a key of the house.</summary>
    public bool HoldsKey { get; init; }
}

/// <summary>What became of an invitation.</summary>
public enum InvitationAnswer
{
    /// <summary>She is asked.</summary>
    Asked,

    /// <summary>She is in this circle, or asked already.</summary>
    Known,

    /// <summary>That place is a resident's own: whoever writes from there would be taken for her.</summary>
    PlaceOfAResident,
}

/// <summary>People come into a circle by their own yes, and leave it by their own word; opened in one unit of work, whoever opened it saves.</summary>
public sealed class CircleBook(AssistantDb db, DateTimeOffset now)
{
    /// <summary>The question whether she wants to.</summary>
    public const string Question = "circle.join?";

    /// <summary>How long an invitation waits for its answer. Default 14 days. (choice)</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromDays(14);

    private readonly Outbox outbox = new(db, now);

    /// <summary>Asks somebody into a resident's circle. Nothing is asked of her before she said yes.</summary>
    public async Task<InvitationAnswer> InviteAsync(Resident resident, Invited who, AccessActor by, CancellationToken cancellationToken)
    {
        var there = await (
            from point in ContactPoints.At(db, who.Channel, who.Address)
            join reach in db.Set<Reachability>() on point.Id equals reach.ContactPointId
            join known in db.Set<Person>() on reach.PersonId equals known.Id
            join home in db.Set<Resident>() on known.Id equals home.PersonId into homes
            from home in homes.DefaultIfEmpty()
            select new { Person = known, IsResident = home != null }).ToListAsync(cancellationToken);
        if (there.Exists(one => one.IsResident))
        {
            return InvitationAnswer.PlaceOfAResident;
        }

        var person = there.Find(one => !one.Person.IsStranger)?.Person ?? await MeetAsync(resident, who, cancellationToken);
        if (await db.Set<CircleMember>().AnyAsync(m => m.ResidentId == resident.Id && m.PersonId == person.Id, cancellationToken))
        {
            return InvitationAnswer.Known;
        }

        db.Add(new CircleMember { ResidentId = resident.Id, PersonId = person.Id, Relation = who.Relation, HoldsKey = who.HoldsKey });
        Log(AccessEvent.Create, by, resident.Id);
        await AskAsync(resident.Id, person.Id, cancellationToken);
        return InvitationAnswer.Asked;
    }

    /// <summary>Somebody is to come into the circle whom we cannot reach yet: she is asked when a code shows us where.</summary>
    /// <returns>Who, also where she is expected already; null where somebody of that name is in the circle.</returns>
    public async Task<PersonId?> ExpectAsync(
        Resident resident, (string Name, string Relation) who, AccessActor by, CancellationToken cancellationToken)
    {
        var circle = await (
            from member in db.Set<CircleMember>()
            join known in db.Set<Person>() on member.PersonId equals known.Id
            where member.ResidentId == resident.Id
            select new { Member = member, Person = known }).ToListAsync(cancellationToken);
        if (circle.Find(one => one.Person.Name.Equals(who.Name, StringComparison.OrdinalIgnoreCase)) is { } same)
        {
            return same.Member.AcceptedAt is null ? same.Person.Id : null;
        }

        var herself = await db.Set<Person>().SingleAsync(p => p.Id == resident.PersonId, cancellationToken);
        var person = new Person
        {
            Id = PersonId.New(now), NeighbourhoodId = resident.NeighbourhoodId, Name = who.Name, TimeZoneId = herself.TimeZoneId, Language = herself.Language,
        };
        db.AddRange(person, new CircleMember { ResidentId = resident.Id, PersonId = person.Id, Relation = who.Relation });
        Log(AccessEvent.Create, by, resident.Id);
        return person.Id;
    }

    /// <summary>Asks her who is expected in circles, now that she can be reached.</summary>
    /// <returns>Whether anybody expects her.</returns>
    public async Task<bool> AskExpectedAsync(PersonId person, CancellationToken cancellationToken)
    {
        var circles = await db.Set<CircleMember>().AsNoTracking()
            .Where(m => m.PersonId == person && m.AcceptedAt == null).Select(m => m.ResidentId).ToListAsync(cancellationToken);
        foreach (var resident in circles)
        {
            await AskAsync(resident, person, cancellationToken);
        }

        return circles.Count > 0;
    }

    /// <summary>She says yes or no to the role.</summary>
    /// <returns>The resident's name; null where nobody asked her.</returns>
    public async Task<string?> AnswerAsync(ResidentId resident, PersonId person, bool joins, CancellationToken cancellationToken)
    {
        var member = await db.Set<CircleMember>().SingleOrDefaultAsync(m => m.ResidentId == resident && m.PersonId == person, cancellationToken);
        if (member is null)
        {
            return null;
        }

        if (joins)
        {
            member.AcceptedAt ??= now;
            Log(AccessEvent.Update, AccessActor.Of(person, AccessRole.Responder), resident);
        }
        else if (member.AcceptedAt is null)
        {
            db.Remove(member);
        }

        return await NameAsync(resident, cancellationToken);
    }

    /// <summary>She leaves every circle she is in, at once; the residents and the organisers on duty hear so.</summary>
    /// <returns>How many circles she left.</returns>
    public async Task<int> LeaveAsync(Person person, CancellationToken cancellationToken)
    {
        var circles = await (
            from member in db.Set<CircleMember>()
            join resident in db.Set<Resident>() on member.ResidentId equals resident.Id
            where member.PersonId == person.Id
            select new { Member = member, Resident = resident }).ToListAsync(cancellationToken);
        var onDuty = await DutyRota.OnDutyAsync(db, [.. circles.Select(c => c.Resident.NeighbourhoodId).Distinct()], now, cancellationToken);
        foreach (var (member, resident) in circles.Select(c => (c.Member, c.Resident)))
        {
            db.Remove(member);
            Log(AccessEvent.Update, AccessActor.Of(person.Id, AccessRole.Responder), resident.Id);
            await LetGoAsync(resident, person.Id, cancellationToken);
            var key = $"circle:{resident.Id}:left:{person.Id}:{now.ToUnixTimeSeconds()}";
            outbox.Put(resident.PersonId, key, Saying.Of("circle.left_you").With("who", person.Name), Ground.ToHerself(resident.Id));
            if (onDuty.TryGetValue(resident.NeighbourhoodId, out var organiser))
            {
                var name = await NameAsync(resident.Id, cancellationToken) ?? "";
                outbox.Put(
                    organiser.Id, $"{key}:duty", Saying.Of("circle.left").With("who", person.Name).Naming(name, Ground.Telling(SharedKind.Errand, resident.Id)));
            }
        }

        return circles.Count;
    }

    private async Task AskAsync(ResidentId resident, PersonId person, CancellationToken cancellationToken)
    {
        var name = await NameAsync(resident, cancellationToken) ?? "";
        outbox.Put(
            person,
            $"circle:{resident}:{person}:{now.ToUnixTimeSeconds()}",
            Saying.Of("circle.invite").Naming(name, Ground.Telling(SharedKind.Errand, resident)).Asking(Question, resident.Value, "yes", "no"),
            Waits);
    }

    // Whoever we wait for and who leaves has said no: the next is asked at once.
    private async Task LetGoAsync(Resident resident, PersonId person, CancellationToken cancellationToken)
    {
        var book = new ConcernBook(db, now);
        foreach (var concern in await db.Set<Concern>()
            .Where(c => c.ResidentId == resident.Id && (c.State == ConcernState.Open || c.State == ConcernState.Acknowledged)).ToListAsync(cancellationToken))
        {
            if (concern.AskedPersonId == person || concern.AcknowledgedBy == person)
            {
                book.Decline(concern, person);
            }
        }
    }

    private async Task<Person> MeetAsync(Resident resident, Invited who, CancellationToken cancellationToken)
    {
        var person = new Person
        {
            Id = PersonId.New(now), NeighbourhoodId = resident.NeighbourhoodId, Name = who.Name, TimeZoneId = who.TimeZoneId,
            Language = (await db.Set<Person>().SingleAsync(p => p.Id == resident.PersonId, cancellationToken)).Language,
        };
        var point = await ContactPoints.At(db, who.Channel, who.Address).SingleOrDefaultAsync(cancellationToken);
        if (point is null)
        {
            point = new ContactPoint { Id = ContactPointId.New(now), Channel = who.Channel, Address = who.Address };
            db.Add(point);
        }
        else
        {
            db.RemoveRange(await db.Set<Reachability>().Where(r => r.ContactPointId == point.Id).ToListAsync(cancellationToken));
        }

        db.AddRange(person, new Reachability { PersonId = person.Id, ContactPointId = point.Id });
        return person;
    }

    private async Task<string?> NameAsync(ResidentId id, CancellationToken cancellationToken) => await (
        from resident in db.Set<Resident>()
        join person in db.Set<Person>() on resident.PersonId equals person.Id
        where resident.Id == id
        select person.Name).SingleOrDefaultAsync(cancellationToken);

    private void Log(AccessEvent what, AccessActor by, ResidentId about) =>
        new AccessLog(db, now).Note(new AccessNote(what, by, about, DataCategories.Person, "circle", AccessPurpose.Care));
}
