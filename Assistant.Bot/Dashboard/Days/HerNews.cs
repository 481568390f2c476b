using Assistant.Scheduling.Consent;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Dashboard.Days;

/// <summary>A resident hears that the organiser changed her days: once, when he has been quiet for as long as he can undo it.</summary>
internal static class HerNews
{
    /// <remarks>A day: whoever sleeps or is out hears it all the same. (choice)</remarks>
    private static readonly TimeSpan Validity = TimeSpan.FromHours(24);

    /// <summary>Puts it in the outbox, to leave later; takes out what waits there where all was undone.</summary>
    /// <param name="db">The unit of work, with what he did saved in it.</param>
    /// <param name="resident">Whose days.</param>
    /// <param name="done">Who changed them, and when.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task TellAsync(
        AssistantDb db, Resident resident, (PersonId By, DateTimeOffset At) done, CancellationToken cancellationToken)
    {
        var prefix = $"week:{resident.Id}:";
        await new Outbox(db, done.At).WithdrawAsync(prefix, cancellationToken);
        var since = done.At - DayChange.UndoFor;
        if (!await db.Set<DayChange>().AnyAsync(c => c.ResidentId == resident.Id && c.By == done.By && c.UndoneAt == null && c.At > since, cancellationToken))
        {
            return;
        }

        var who = await db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == done.By, cancellationToken);
        var id = MessageId.New(done.At);
        db.Add(new OutboundMessage
        {
            Id = id,
            To = resident.PersonId,
            Ground = Ground.ToHerself(resident.Id),
            DedupeKey = $"{prefix}{id}",
            Saying = Saying.Of("dayplan.told_week").With("who", who.Name),
            CreatedAt = done.At,
            ValidUntil = done.At + Validity,
        }.Due(done.At + DayChange.UndoFor));
    }
}
