using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Channels.WhatsApp;

/// <summary>Takes in what a webhook tells: stored first, answered later.</summary>
internal sealed class WhatsAppIntake(Inbox inbox, Receipts receipts, TimeProvider clock)
{
    public async Task TakeInAsync(WebhookNews news, CancellationToken cancellationToken)
    {
        foreach (var message in news.Messages)
        {
            await inbox.AcceptAsync(
                UtteranceOf(message), (db, cancel) => RecogniseAsync(db, message.From, cancel), cancellationToken);
        }

        foreach (var receipt in news.Receipts)
        {
            await receipts.NoteAsync(receipt, cancellationToken);
        }
    }

    private Utterance UtteranceOf(HeardMessage message)
    {
        var now = clock.GetUtcNow();
        return new Utterance
        {
            Channel = WhatsAppAddress.Channel,
            Address = message.From.Address,
            MessageKey = message.Id,
            Text = message.Content.Text,
            Choice = message.Content.Choice,
            SaidAt = message.SaidAt is { } said && said < now ? said : now,
            Reference = WhatsAppAddress.ReferenceTo(message.From),
        };
    }

    // Whoever was introduced by her number is the same person when Meta first names her by an id. That is the one
    // moment at which both are known together, so from then on she goes by the id, which outlives a hidden number.
    private static async Task RecogniseAsync(AssistantDb db, Sender sender, CancellationToken cancellationToken)
    {
        if (sender is not { UserId: { } id, Number: { } number })
        {
            return;
        }

        string[] names = [id, number, $"+{number}"];
        var known = await db.Set<ContactPoint>().AsNoTracking()
            .Where(p => p.Channel == WhatsAppAddress.Channel && names.Contains(p.Address))
            .Select(p => new { p.Id, p.Address }).ToListAsync(cancellationToken);
        if (known.Count > 0 && known.All(p => p.Address != id))
        {
            var point = known[0].Id;
            await db.Set<ContactPoint>().Where(p => p.Id == point)
                .ExecuteUpdateAsync(set => set.SetProperty(p => p.Address, id), cancellationToken);
        }
    }
}
