using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Delivery;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Town;

/// <summary>In which order turns were had, where the clock stood still and no column of ours tells it.</summary>
internal static class TurnOrder
{
    /// <summary>The messages of the inbox in the order in which they were answered.</summary>
    /// <remarks>
    /// On SQLite it is the order in which the answers were written, on PostgreSQL the number of the transaction that
    /// last touched each message, which was that of its turn.
    /// </remarks>
    public static Task<IReadOnlyList<Guid>> OfAsync(Street street) => street.ReadAsync<IReadOnlyList<Guid>>(async db =>
    {
        if (db.Database.IsNpgsql())
        {
            return await db.Set<InboxMessage>().FromSqlRaw("SELECT * FROM \"InboxMessages\" WHERE \"HandledAt\" IS NOT NULL ORDER BY xmin::text::bigint")
                .AsNoTracking().Select(m => m.Id).ToListAsync();
        }

        var ids = (await db.Set<InboxMessage>().Where(m => m.HandledAt != null).Select(m => m.Id).ToListAsync())
            .ToDictionary(id => $"{Turn.ReplyKey}{id:N}");
        var keys = await db.Set<OutboundMessage>().FromSqlRaw("SELECT * FROM \"OutboundMessages\" ORDER BY rowid")
            .AsNoTracking().Select(m => m.DedupeKey).ToListAsync();
        return [.. keys.Where(ids.ContainsKey).Select(key => ids[key])];
    });
}
