using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Channels.WebChat;

/// <summary>What is kept of the talk on her page.</summary>
internal sealed class WebChatHolder : IPersonalDataHolder
{
    /// <summary>How long the talk on a page is kept. Default 30 days. (CARE §8)</summary>
    public static readonly TimeSpan Keep = TimeSpan.FromDays(30);

    public string Room => "WebChat";

    public IReadOnlyList<HeldRows> Rows { get; } =
    [
        HeldRows.Of("The talk on her page, to show it again; 30 days.", (db, who) => db.Set<ChatActivity>()
            .Where(a => db.Set<ChatConversation>().Any(c => c.Id == a.ConversationId && c.PersonId == who.Person))),
        HeldRows.Of("That she has a page.", (db, who) => db.Set<ChatConversation>().Where(c => c.PersonId == who.Person)),
    ];

    // A talk that fell silent goes as a whole: the number of its next line is counted from its last. A page that comes
    // back finds no such talk, and begins a new one.
    public async Task<int> EraseExpiredAsync(AssistantDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = now - Keep;
        var all = db.Set<ChatActivity>();
        var silent = db.Set<ChatConversation>()
            .Where(c => c.StartedAt < before && !all.Any(a => a.ConversationId == c.Id && a.At >= before));
        return await silent.ExecuteDeleteAsync(cancellationToken) + await all.Where(a => a.At < before).ExecuteDeleteAsync(cancellationToken);
    }
}
