using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Medication;

/// <summary>A resident travels, or moves, to where the clock is another: nobody but she decides what her pills do.</summary>
/// <remarks>Until she answers they keep the time of home, so that no dose comes sooner or later than the day before.</remarks>
public static class ZoneMove
{
    /// <summary>Whether her pills follow the clock there; whoever moves her asks it.</summary>
    public const string Question = "medication.zone?";

    /// <summary>She lives by this clock from now on, and her pills keep the one they had; saves nothing.</summary>
    /// <returns>Whether it is another clock than before, so that she has to be asked.</returns>
    public static async Task<bool> MoveAsync(AssistantDb db, Resident resident, HomeTimeZone zone, CancellationToken cancellationToken)
    {
        var person = await db.Set<Person>().SingleAsync(p => p.Id == resident.PersonId, cancellationToken);
        if (person.TimeZoneId == zone.Id)
        {
            return false;
        }

        var regimens = await db.Set<Regimen>().Where(r => r.ResidentId == resident.Id).ToListAsync(cancellationToken);
        foreach (var regimen in regimens)
        {
            regimen.TimeZoneId = Kept(regimen.TimeZoneId ?? person.TimeZoneId, zone.Id);
        }

        person.TimeZoneId = zone.Id;
        return regimens.Exists(regimen => regimen.TimeZoneId is not null);
    }

    /// <summary>She never was there: her own clock is the one before, and her pills keep no time of there; saves nothing.</summary>
    public static async Task UndoAsync(AssistantDb db, ResidentId id, HomeTimeZone before, CancellationToken cancellationToken)
    {
        var resident = await db.Set<Resident>().SingleAsync(r => r.Id == id, cancellationToken);
        var person = await db.Set<Person>().SingleAsync(p => p.Id == resident.PersonId, cancellationToken);
        var there = person.TimeZoneId;
        await MoveAsync(db, resident, before, cancellationToken);
        foreach (var regimen in await db.Set<Regimen>().Where(r => r.ResidentId == id).ToListAsync(cancellationToken))
        {
            regimen.TimeZoneId = regimen.TimeZoneId == there ? null : regimen.TimeZoneId;
        }
    }

    /// <summary>Her pills follow her own clock again; saves nothing.</summary>
    public static async Task FollowAsync(AssistantDb db, ResidentId resident, CancellationToken cancellationToken)
    {
        foreach (var regimen in await db.Set<Regimen>().Where(r => r.ResidentId == resident && r.TimeZoneId != null).ToListAsync(cancellationToken))
        {
            regimen.TimeZoneId = null;
        }
    }

    // Who comes home needs no zone of her own any more.
    private static string? Kept(string kept, string zone) => kept == zone ? null : kept;
}
