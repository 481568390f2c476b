using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Residents;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Skills.Medication;

/// <summary>Who travelled and is home again lives by the clock of home, and so do her pills.</summary>
internal static class HomeClock
{
    /// <summary>Moves her back to where she was before she said that she was elsewhere.</summary>
    /// <returns>Whether her clock was another one.</returns>
    public static async Task<bool> BackAsync(Turn turn, Resident resident, CancellationToken cancellationToken)
    {
        var moves = await turn.Db.Set<RegimenChange>().AsNoTracking()
            .Where(c => c.ResidentId == resident.Id && c.Kind == RegimenChangeKind.Moved && c.UndoneAt == null)
            .OrderBy(c => c.Id).ToListAsync(cancellationToken);

        // Where the organiser moved her she lives; before her own first journey from there she was at home.
        var since = moves.FindLastIndex(c => c.By != resident.PersonId) + 1;
        if (moves.ElementAtOrDefault(since)?.ZoneBefore is not { } home || home == turn.Speaker.TimeZoneId)
        {
            return false;
        }

        await Book(turn, resident).MoveAsync(resident, HomeTimeZone.Of(home), cancellationToken);
        await turn.Db.SaveChangesAsync(cancellationToken);
        await ZoneMove.FollowAsync(turn.Db, resident.Id, cancellationToken);
        return true;
    }

    /// <summary>The book of her medicines, opened by herself in a talk.</summary>
    public static MedicationBook Book(Turn turn, Resident resident) =>
        new(turn.Db, turn.Now, AccessActor.Of(resident.PersonId, AccessRole.Resident), "talk");
}
