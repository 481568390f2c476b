using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Residents;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Skills.Medication;

/// <summary>Tells once for each count, to herself, that a medicine runs out within a week.</summary>
internal static class LowStock
{
    /// <remarks>Worth telling all day: it is about next week.</remarks>
    private static readonly TimeSpan Worth = TimeSpan.FromHours(12);

    public static async Task TellAsync(Turn turn, ResidentId resident, CancellationToken cancellationToken)
    {
        if (!await turn.Db.Set<StockCount>().AnyAsync(c => c.ResidentId == resident, cancellationToken))
        {
            return;
        }

        // What was recorded a moment ago counts too.
        await turn.Db.SaveChangesAsync(cancellationToken);
        var cabinet = await MedicineCabinet.ReadAsync(turn.Db, resident, turn.Speaker.Zone, cancellationToken);
        foreach (var left in await new StockBook(turn.Db, turn.Now).LeftAsync(cabinet, cancellationToken))
        {
            var key = $"stock:{left.TreatmentId:N}:{left.CountedAt.ToUnixTimeSeconds()}";
            if (left.IsLow(turn.Now) && left.RunsOut is { } last
                && !await turn.Db.Set<OutboundMessage>().AnyAsync(m => m.DedupeKey == key, cancellationToken))
            {
                var saying = Saying.Of("medication.stock_low").With("out", last.Moment.Instant);
                new Outbox(turn.Db, turn.Now).Put(turn.Speaker.Id, key, saying, Ground.For(Purpose.Reminders, resident), Worth);
            }
        }
    }
}
