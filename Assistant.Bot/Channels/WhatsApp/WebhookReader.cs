using System.Globalization;
using System.Text.Json;
using Assistant.Scheduling.Delivery;

namespace Assistant.Bot.Channels.WhatsApp;

/// <summary>Reads a webhook from its bytes. Source: WhatsApp Cloud API, webhooks, field <c>messages</c>.</summary>
internal static class WebhookReader
{
    /// <summary>From here on a timestamp counts milliseconds: as seconds it would be the year 33658.</summary>
    private const long FirstMilliseconds = 1_000_000_000_000;

    /// <summary>The year 2286: what comes later is no moment at which anybody spoke.</summary>
    private const long LastSecond = 10_000_000_000;

    /// <returns>What it tells about our own number; null when it is no JSON object.</returns>
    public static WebhookNews? Read(ReadOnlyMemory<byte> body, string? phoneNumberId)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind is JsonValueKind.Object ? Read(document.RootElement, phoneNumberId) : null;
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            // A field's name holds half a character.
            return null;
        }
    }

    private static WebhookNews Read(JsonElement root, string? phoneNumberId)
    {
        var ours = root.Parts("entry").SelectMany(entry => entry.Parts("changes"))
            .Where(change => change.Text("field") is "messages")
            .Select(change => change.Part("value")).OfType<JsonElement>()
            .Where(value => value.Part("metadata")?.Text("phone_number_id") == phoneNumberId)
            .ToList();
        return new WebhookNews(
            [.. ours.SelectMany(value => value.Parts("messages").Select(message => Message(message, value))).OfType<HeardMessage>()],
            [.. ours.SelectMany(value => value.Parts("statuses")).Select(ReceiptOf).OfType<Receipt>()],
            [.. ours.SelectMany(value => value.Parts("messages").Where(IsGone).Select(message => From(message, value)))]);
    }

    // In a group others read along: nobody's day is spoken of there.
    private static HeardMessage? Message(JsonElement message, JsonElement value) =>
        message.Text("id") is { } id && message.Part("group_id") is null
        && From(message, value) is { Address.Length: > 0 } sender
        && MessageContent.Of(message) is { } content
            ? new HeardMessage
            {
                Id = id, From = sender, SaidAt = Moment(message.Text("timestamp")), Content = content, IsForwarded = IsForwarded(message),
            }
            : null;

    // She has another number, or another telephone answers to hers. Both may mean that somebody else reads along.
    private static bool IsGone(JsonElement message) => message.Text("type") is "system"
        && message.Part("system")?.Text("type") is "user_changed_number" or "customer_changed_number" or "customer_identity_changed" or "user_identity_changed";

    private static bool IsForwarded(JsonElement message) => message.Part("context") is { } context
        && ((string[])["forwarded", "frequently_forwarded"]).Any(how => context.Part(how)?.ValueKind is JsonValueKind.True);

    private static Sender From(JsonElement message, JsonElement value)
    {
        var (userId, from) = (message.Text("from_user_id"), message.Text("from"));
        var contacts = value.Parts("contacts").ToList();
        var contact = contacts.Where(c => IsHers(c, userId, from)).Cast<JsonElement?>().FirstOrDefault()
            ?? (contacts is [var only] && userId is null && from is null ? only : null);
        userId ??= contact?.Text("user_id");
        var number = contact?.Text("wa_id") ?? from;

        // Where a number is hidden, its field may hold the id instead.
        return number is not null && WhatsAppAddress.IsUserId(number)
            ? new Sender(userId ?? number, null)
            : new Sender(userId, number);
    }

    private static bool IsHers(JsonElement contact, string? userId, string? from) =>
        (userId is not null && contact.Text("user_id") == userId)
        || (from is not null && (contact.Text("wa_id") == from || contact.Text("user_id") == from));

    private static Receipt? ReceiptOf(JsonElement status)
    {
        MessageState? state = status.Text("status") switch
        {
            "sent" => MessageState.Accepted,
            "delivered" => MessageState.Delivered,
            "read" or "played" => MessageState.Read,
            "failed" => MessageState.Failed,
            _ => null,
        };
        if (state is not { } reached || status.Text("id") is not { } id)
        {
            return null;
        }

        var code = status.Parts("errors").Select(error => error.Text("code")).FirstOrDefault(code => code is not null);
        return new Receipt(id, reached)
        {
            Message = Guid.TryParse(status.Text("biz_opaque_callback_data"), out var ours) ? new MessageId(ours) : null,
            IsFinal = reached is MessageState.Failed && GraphVerdict.IsFinal(code),
            Fault = reached is MessageState.Failed ? $"WhatsApp could not deliver it (code {Digits(code)})." : null,
        };
    }

    // Only a number gets into our books: what a provider writes in words may hold a name.
    private static string Digits(string? code) => int.TryParse(code, CultureInfo.InvariantCulture, out var number)
        ? number.ToString(CultureInfo.InvariantCulture) : "none";

    private static DateTimeOffset? Moment(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number switch
        {
            < LastSecond => DateTimeOffset.FromUnixTimeSeconds(number),
            >= FirstMilliseconds and < 1000 * LastSecond => DateTimeOffset.FromUnixTimeMilliseconds(number),
            _ => null,
        }
        : null;
}
