using System.Globalization;
using System.Text.Json.Nodes;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Channels.WebChat;

/// <summary>Activities of a conversation after a watermark, and the watermark they lead to.</summary>
internal sealed record ChatExcerpt(IReadOnlyList<ChatActivity> Activities, long Watermark);

/// <summary>Keeps conversations: what is shown on a page is stored before it is shown.</summary>
internal sealed class ChatStore(IDbContextFactory<AssistantDb> contexts, TimeProvider clock)
{
    /// <summary>How much is handed out at once. Default 200: the rest follows at the next look.</summary>
    public const int MostAtOnce = 200;

    /// <summary>The channel's id.</summary>
    public const string Channel = "webchat";

    /// <summary>The conversation of this person, begun where there is none yet; null when nobody has this id.</summary>
    public async Task<ChatConversation?> OpenAsync(PersonId person, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await OfPersonAsync(db, person, cancellationToken) is { } known)
        {
            return known;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await OneNode.AtATimeAsync(db, $"{Channel}:{person}", cancellationToken);
        if (!await db.Set<Person>().AnyAsync(p => p.Id == person, cancellationToken))
        {
            return null;
        }

        var conversation = await OfPersonAsync(db, person, cancellationToken) ?? Begin(db, person);
        await ReachAsync(db, person, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return conversation;
    }

    /// <summary>A conversation by its id; null where there is none.</summary>
    public async Task<ChatConversation?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<ChatConversation>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellationToken);
    }

    /// <summary>What came after a watermark, in order.</summary>
    public async Task<ChatExcerpt> AfterAsync(string conversation, long watermark, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var activities = await db.Set<ChatActivity>().AsNoTracking()
            .Where(a => a.ConversationId == conversation && a.Watermark > watermark)
            .OrderBy(a => a.Watermark).Take(MostAtOnce).ToListAsync(cancellationToken);
        return new ChatExcerpt(activities, activities is [.., var last] ? last.Watermark : watermark);
    }

    /// <summary>The watermark before the last so many activities.</summary>
    public async Task<long> BeforeLastAsync(string conversation, int activities, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<ChatActivity>().Where(a => a.ConversationId == conversation)
            .OrderByDescending(a => a.Watermark).Skip(activities).Select(a => a.Watermark).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>One activity; null where there is none.</summary>
    public async Task<ChatActivity?> FindAsync(string conversation, long watermark, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<ChatActivity>().AsNoTracking()
            .SingleOrDefaultAsync(a => a.ConversationId == conversation && a.Watermark == watermark, cancellationToken);
    }

    /// <summary>Adds an activity in a transaction of the caller's, which keeps two writers from one watermark.</summary>
    /// <param name="db">With a transaction begun.</param>
    /// <param name="conversation">Where it belongs.</param>
    /// <param name="clientKey">What makes it the same when it comes again: then the one that is there is returned.</param>
    /// <param name="activity">The activity; its id, conversation and moment are filled in.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<ChatActivity> AppendAsync(
        AssistantDb db, string conversation, string clientKey, JsonObject activity, CancellationToken cancellationToken)
    {
        // Whoever appends holds the conversation's row, so that on every database one waits for the other.
        await db.Set<ChatConversation>().Where(c => c.Id == conversation)
            .ExecuteUpdateAsync(row => row.SetProperty(c => c.StartedAt, c => c.StartedAt), cancellationToken);
        var ours = db.Set<ChatActivity>().Where(a => a.ConversationId == conversation);
        if (await ours.AsNoTracking().SingleOrDefaultAsync(a => a.ClientKey == clientKey, cancellationToken) is { } known)
        {
            return known;
        }

        var watermark = (await ours.MaxAsync(a => (long?)a.Watermark, cancellationToken) ?? 0) + 1;
        var now = clock.GetUtcNow();
        activity["id"] = ActivityId(conversation, watermark);
        activity["timestamp"] = now.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        activity["channelId"] = Channel;
        activity["conversation"] = new JsonObject { ["id"] = conversation };
        var added = new ChatActivity
        {
            ConversationId = conversation, Watermark = watermark, ClientKey = clientKey, Json = activity.ToJsonString(), At = now,
        };
        db.Add(added);
        await db.SaveChangesAsync(cancellationToken);
        return added;
    }

    /// <summary>Those of these messages of ours that stand on her page.</summary>
    public static Task<List<ChatActivity>> ShownAsync(
        AssistantDb db, PersonId person, IReadOnlyList<string> messages, CancellationToken cancellationToken) => (
            from activity in db.Set<ChatActivity>().AsNoTracking()
            join conversation in db.Set<ChatConversation>() on activity.ConversationId equals conversation.Id
            where conversation.PersonId == person && messages.Contains(activity.ClientKey)
            select activity).ToListAsync(cancellationToken);

    /// <summary>Shape of an activity's id: <c>conversation|0000012</c>.</summary>
    public static string ActivityId(string conversation, long watermark) => $"{conversation}|{watermark:0000000}";

    /// <summary>Begins a unit of work.</summary>
    public Task<AssistantDb> BeginAsync(CancellationToken cancellationToken) => contexts.CreateDbContextAsync(cancellationToken);

    private static Task<ChatConversation?> OfPersonAsync(AssistantDb db, PersonId person, CancellationToken cancellationToken) =>
        db.Set<ChatConversation>().AsNoTracking().OrderBy(c => c.Id).FirstOrDefaultAsync(c => c.PersonId == person, cancellationToken);

    private ChatConversation Begin(AssistantDb db, PersonId person)
    {
        var now = clock.GetUtcNow();
        var conversation = new ChatConversation { Id = Guid.CreateVersion7(now).ToString("N"), PersonId = person, StartedAt = now };
        db.Add(conversation);
        return conversation;
    }

    // Whoever has a page can be reached there; without this her words would be a stranger's.
    private async Task ReachAsync(AssistantDb db, PersonId person, CancellationToken cancellationToken)
    {
        var address = person.Value.ToString("N");
        if (await ContactPoints.At(db, Channel, address).AnyAsync(cancellationToken))
        {
            return;
        }

        var point = new ContactPoint { Id = ContactPointId.New(clock.GetUtcNow()), Channel = Channel, Address = address };
        db.AddRange(point, new Reachability { PersonId = person, ContactPointId = point.Id });
    }
}
