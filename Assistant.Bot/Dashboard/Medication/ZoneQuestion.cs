using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Dashboard.Medication;

/// <summary>Moves a resident to another clock, and asks her what her pills do.</summary>
internal static class ZoneQuestion
{
    /// <remarks>A day: who is on her way answers when she has arrived.</remarks>
    private static readonly TimeSpan Waits = TimeSpan.FromHours(24);

    public static async Task AskAsync(Click click, Resident resident, HomeTimeZone zone, CancellationToken cancellationToken)
    {
        if (await click.Book.MoveAsync(resident, zone, cancellationToken) is { IsAsked: true, Change: { } change })
        {
            new Outbox(click.Db, click.Now).Put(
                resident.PersonId,
                Key(change.Id),
                Saying.Of("medication.zone").Asking(ZoneMove.Question, change.Id, "yes", "no"),
                Ground.For(Purpose.Reminders, resident.Id),
                Waits);
        }
    }

    /// <summary>What was not sent yet is not asked any more, where it is undone.</summary>
    public static Task WithdrawAsync(Click click, Guid change, CancellationToken cancellationToken) =>
        new Outbox(click.Db, click.Now).WithdrawAsync(Key(change), cancellationToken);

    private static string Key(Guid change) => $"zone:{change:N}";
}
