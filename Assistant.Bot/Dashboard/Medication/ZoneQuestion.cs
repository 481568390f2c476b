using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;

namespace Assistant.Bot.Dashboard.Medication;

/// <summary>Moves a resident to another clock, and asks her what her pills do.</summary>
internal static class ZoneQuestion
{
    /// <remarks>A day: who is on her way answers when she has arrived.</remarks>
    private static readonly TimeSpan Waits = TimeSpan.FromHours(24);

    public static async Task AskAsync(
        AssistantDb db, Resident resident, (HomeTimeZone Zone, DateTimeOffset Now) moved, CancellationToken cancellationToken)
    {
        if (await ZoneMove.MoveAsync(db, resident, moved.Zone, cancellationToken))
        {
            new Outbox(db, moved.Now).Put(
                resident.PersonId,
                $"zone:{resident.Id}:{moved.Now.ToUnixTimeSeconds()}",
                Saying.Of("medication.zone").Asking(ZoneMove.Question, Guid.CreateVersion7(moved.Now), "yes", "no"),
                Ground.For(Purpose.Reminders, resident.Id),
                Waits);
        }
    }
}
