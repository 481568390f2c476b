using Assistant.Bot.Conversation.Neighbours;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Channels.WhatsApp;

/// <summary>Takes in what a webhook tells: stored first, answered later.</summary>
internal sealed class WhatsAppIntake(IDbContextFactory<AssistantDb> contexts, Inbox inbox, Receipts receipts, TimeProvider clock)
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

        foreach (var gone in news.Gone)
        {
            await Overtaken.AgainAsync(cancel => LeaveAsync(gone, cancel), cancellationToken);
        }
    }

    private async Task LeaveAsync(Sender gone, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        string?[] addresses = [gone.UserId, gone.Number, $"+{gone.Number}"];
        await GonePlace.LeaveAsync(db, WhatsAppAddress.Channel, [.. addresses.OfType<string>()], clock.GetUtcNow(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
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
            IsForwarded = message.IsForwarded,
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

        var known = await ContactPoints.AtAnyOf(db, WhatsAppAddress.Channel, [id, number, $"+{number}"])
            .AsNoTracking().ToListAsync(cancellationToken);
        if (known.Count > 0 && known.All(p => p.Address != id))
        {
            await ContactPoints.MoveAsync(db, known[0], id, cancellationToken);
        }
    }
}
