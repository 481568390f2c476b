using System.CommandLine;
using Assistant.Bot.Hosting;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Commands;

/// <summary>The resident whom a verb is about, by her id or her name.</summary>
internal static class NamedResident
{
    public static Argument<string> Argument() => new("RESIDENT") { Description = "Her id, or her whole name." };

    /// <summary>Finds her.</summary>
    /// <exception cref="StartupFault">There is no such resident, or there are several of that name.</exception>
    public static async Task<(DataSubject Who, Resident Resident)> FindAsync(AssistantDb db, string said, CancellationToken cancellationToken)
    {
        var residents = await (
            from resident in db.Set<Resident>().AsNoTracking()
            join person in db.Set<Person>() on resident.PersonId equals person.Id
            select new { Resident = resident, person.Name }).ToListAsync(cancellationToken);
        var found = Guid.TryParse(said, out var id)
            ? residents.Where(one => one.Resident.Id == ResidentId.From(id)).ToList()
            : [.. residents.Where(one => one.Name.Equals(said.Trim(), StringComparison.OrdinalIgnoreCase))];
        return found switch
        {
            [var one] when await PersonalData.OfAsync(db, one.Resident.Id, cancellationToken) is { } who => (who, one.Resident),
            [] => throw new StartupFault($"There is no resident '{said}'.", "Give her id, or her whole name between quotation marks."),
            _ => throw new StartupFault(
                $"{found.Count} residents are called '{said}'.", $"Give one of their ids: {string.Join(", ", found.Select(one => one.Resident.Id))}."),
        };
    }
}
