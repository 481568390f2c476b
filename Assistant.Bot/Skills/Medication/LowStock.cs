using Assistant.Bot.Conversation.Consents;
using Assistant.Bot.Conversation.Neighbours;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Residents;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Skills.Medication;

/// <summary>Tells for each count that a medicine runs out within a week, and once more shortly before: to herself, and to whom she chose.</summary>
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
        var told = await ToldAsync(turn, resident, cancellationToken);
        foreach (var left in await new StockBook(turn.Db, turn.Now).LeftAsync(cabinet, cancellationToken))
        {
            var key = $"stock:{left.TreatmentId:N}:{left.CountedAt.ToUnixTimeSeconds()}{(left.IsAlmostGone(turn.Now) ? ":again" : "")}";
            if (left.IsLow(turn.Now) && left.RunsOut is { } last
                && !await turn.Db.Set<OutboundMessage>().AnyAsync(m => m.DedupeKey == key, cancellationToken))
            {
                var saying = Saying.Of("medication.stock_low").With("out", last.Moment.Instant).With("what", cabinet.TitleOf(last));
                var outbox = new Outbox(turn.Db, turn.Now);
                outbox.Put(turn.Speaker.Id, key, saying, Ground.For(Purpose.Reminders, resident), Worth);
                foreach (var (person, kind) in told)
                {
                    var others = Saying.Of(kind is SharedKind.Medicines ? "medication.stock_low_other_named" : "medication.stock_low_other")
                        .With("out", last.Moment.Instant).With("medicine", kind is SharedKind.Medicines ? last.Regimen.Medicine : "");
                    outbox.Put(person, $"{key}:{person}", others.Naming(turn.Speaker.Name, Ground.Telling(kind, resident)), Worth);
                }
            }
        }
    }

    // The name of the medicine only to whom she lets know what she takes.
    private static async Task<IReadOnlyList<(PersonId Person, SharedKind Kind)>> ToldAsync(
        Turn turn, ResidentId resident, CancellationToken cancellationToken)
    {
        if (turn.Resident is not { } her)
        {
            return [];
        }

        var agreed = await Agreements.OfAsync(turn.Db, resident, turn.Now, cancellationToken);
        var organiser = await OnDuty.ForAsync(turn, cancellationToken);
        return [.. (await Confidants.OfAsync(turn, her, cancellationToken)).Where(person => agreed.Has(person.To(SharedKind.Supplies)))
            .Select(person => (Id: person.Contact ?? organiser?.Id, Kind: agreed.Has(person.To(SharedKind.Medicines)) ? SharedKind.Medicines : SharedKind.Supplies))
            .Where(one => one.Id is not null).Select(one => (one.Id ?? default, one.Kind))];
    }
}
