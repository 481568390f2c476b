using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.CheckIns;

/// <summary>Signs of life: a message, a button, a spoken word, the tablet touched.</summary>
public static class SignsOfLife
{
    /// <summary>How long a missed check-in can still be made good by a sign of life. Default 24 h. (choice)</summary>
    public static readonly TimeSpan MakesGood = TimeSpan.FromHours(24);

    /// <summary>Notes a sign of life, closes what waited for one, and ends the worry that silence caused.</summary>
    /// <remarks>Saves nothing; the caller's transaction holds the sign and all that follows from it.</remarks>
    /// <returns>The worries that ended by it.</returns>
    public static async Task<IReadOnlyList<Concern>> NoteAsync(
        AssistantDb db, Resident resident, DateTimeOffset at, DateTimeOffset now, CancellationToken cancellationToken)
    {
        resident.WasSeen(at);
        var notBefore = at - MakesGood;
        var waiting = await db.Set<CheckIn>()
            .Where(c => c.ResidentId == resident.Id && c.CountsFrom <= at)
            .Where(c => c.State == CheckInState.Expected || (c.State == CheckInState.Missed && c.DueBy > notBefore))
            .ToListAsync(cancellationToken);
        var ended = new List<Concern>();
        var book = new ConcernBook(db, now);
        foreach (var checkIn in waiting)
        {
            checkIn.Receive(at);
            if (await book.FindAsync(ConcernKind.MissedCheckIn, checkIn.Id.Value, cancellationToken) is { IsOver: false } concern)
            {
                await book.ResolveAsync(concern, ConcernOutcome.AnsweredHerself, resident.PersonId, cancellationToken);
                ended.Add(concern);
            }
        }

        return ended;
    }
}
