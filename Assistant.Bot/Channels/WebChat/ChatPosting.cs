using System.Text.Json;
using Assistant.Bot.Conversation.Turns;

namespace Assistant.Bot.Channels.WebChat;

/// <summary>Takes in what is typed or pressed on a page: stored for the page and for the turn at once, then shown.</summary>
internal sealed class ChatPosting(ChatStore store, Inbox inbox, ChatFeed feed, TimeProvider clock)
{
    /// <summary><c>POST /directline/conversations/{id}/activities</c>.</summary>
    public async Task<IResult> PostAsync(HttpContext context, string id, CancellationToken cancellationToken)
    {
        try
        {
            return await store.FindAsync(id, cancellationToken) is not { } conversation
                ? DirectLine.NoSuchConversation()
                : await JsonSerializer.DeserializeAsync<PostedMessage>(
                    context.Request.Body, JsonSerializerOptions.Web, cancellationToken) is { Type.Length: > 0 } posted
                    ? Results.Json(new PostedActivity(await TakeInAsync(conversation, posted, cancellationToken)))
                    : DirectLine.Fault(StatusCodes.Status400BadRequest, "BadArgument", "The field 'type' is missing.");
        }
        catch (JsonException fault)
        {
            return DirectLine.Fault(StatusCodes.Status400BadRequest, "BadArgument", $"The body has the wrong shape at '{fault.Path}'.");
        }
    }

    /// <returns>The activity's id; the same one when the same message comes again.</returns>
    private async Task<string> TakeInAsync(ChatConversation conversation, PostedMessage posted, CancellationToken cancellationToken)
    {
        if (posted.Type is not "message" || (posted.Words.Length == 0 && posted.Choice is null))
        {
            return ChatStore.ActivityId(conversation.Id, 0);
        }

        var now = clock.GetUtcNow();
        var key = $"client:{posted.ClientId ?? Guid.CreateVersion7(now).ToString("N")}";
        ChatActivity? shown = null;
        await inbox.AcceptAsync(
            UtteranceOf(conversation, posted, key, now),
            async (db, cancel) => shown = await store.AppendAsync(db, conversation.Id, key, posted.Echo(conversation.PersonId.ToString()), cancel),
            cancellationToken);
        feed.Tell(conversation.Id);
        return ChatStore.ActivityId(conversation.Id, shown?.Watermark ?? 0);
    }

    private static Utterance UtteranceOf(ChatConversation conversation, PostedMessage posted, string key, DateTimeOffset now) => new()
    {
        Channel = ChatStore.Channel,
        Address = conversation.PersonId.Value.ToString("N"),
        MessageKey = $"{conversation.Id}|{key}",
        Text = posted.Choice is null ? posted.Words : "",
        Choice = posted.Choice,
        Locale = posted.Locale,
        SaidAt = now,
        Reference = conversation.Id,
        Spoken = posted.ChannelData?.Speech is { ValueKind: JsonValueKind.Object },
    };
}
