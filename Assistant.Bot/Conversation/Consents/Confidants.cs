using Assistant.Bot.Conversation.Neighbours;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Residents;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Conversation.Consents;

/// <summary>Somebody a resident may let know things of her.</summary>
/// <param name="Contact">Who of her circle; null for the organiser.</param>
/// <param name="Name">What she is called.</param>
/// <param name="Relation">How the resident speaks of her; a key of the phrase files.</param>
internal sealed record Confidant(PersonId? Contact, string Name, string Relation)
{
    /// <summary>That she may know this.</summary>
    public Agreement To(SharedKind kind) => Contact is { } person ? Agreement.With(person, kind) : Agreement.WithOrganiser(kind);
}

/// <summary>The people to whom a resident may let something be told.</summary>
internal static class Confidants
{
    /// <summary>The relation of the organiser, who is in nobody's circle.</summary>
    public const string Organiser = "organiser";

    /// <summary>Her circle by name, and then the organiser.</summary>
    public static async Task<IReadOnlyList<Confidant>> OfAsync(Turn turn, Resident resident, CancellationToken cancellationToken)
    {
        var circle = await (
            from member in turn.Db.Set<CircleMember>().AsNoTracking()
            join person in turn.Db.Set<Person>() on member.PersonId equals person.Id
            where member.ResidentId == resident.Id && member.AcceptedAt != null
            select new { person.Id, person.Name, member.Relation }).ToListAsync(cancellationToken);
        var all = circle.OrderBy(c => c.Name, StringComparer.OrdinalIgnoreCase).Select(c => new Confidant(c.Id, c.Name, c.Relation)).ToList();
        if (await OnDuty.ForAsync(turn, cancellationToken) is { } organiser)
        {
            all.Add(new Confidant(null, organiser.Name, Organiser));
        }

        return all;
    }
}
