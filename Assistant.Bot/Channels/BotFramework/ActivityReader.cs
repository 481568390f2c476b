using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using Assistant.Bot.Conversation.Turns;

namespace Assistant.Bot.Channels.BotFramework;

/// <summary>What a body turned out to be.</summary>
internal abstract record ActivityReading
{
    private ActivityReading()
    {
    }

    /// <summary>An activity of a kind we know.</summary>
    public sealed record Known(InboundActivity Activity) : ActivityReading;

    /// <summary>An activity of a kind we leave alone: its type says all we need.</summary>
    public sealed record Ignored(string Type) : ActivityReading;

    /// <summary>A call that awaits an answer of its own kind.</summary>
    public sealed record Invoke(string Name) : ActivityReading;

    /// <summary>Not JSON at all.</summary>
    public sealed record Malformed(string Why) : ActivityReading;

    /// <summary>JSON, but not the shape of an activity.</summary>
    public sealed record Misshapen(IReadOnlyList<ShapeFault> Faults) : ActivityReading;
}

/// <summary>Reads an activity from the bytes of a request. Source: activity protocol 3.4, A2001 to A2300.</summary>
internal static class ActivityReader
{
    /// <summary>The kinds we act on; the protocol wants every other one ignored (A2014).</summary>
    public const string Message = "message";
    public const string ConversationUpdate = "conversationUpdate";

    /// <summary>What a client that names no channel is taken for; one that is registered must name it.</summary>
    private const string UnnamedChannel = "emulator";

    public static ActivityReading Read(ReadOnlyMemory<byte> body)
    {
        if (!Utf8.IsValid(body.Span))
        {
            return new ActivityReading.Malformed("it is not UTF-8");
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind is JsonValueKind.Object
                ? Read(document.RootElement)
                : new ActivityReading.Misshapen([new ShapeFault("body", "It must be one JSON object: an activity.")]);
        }
        catch (JsonException fault)
        {
            return new ActivityReading.Malformed($"line {fault.LineNumber + 1}, byte {fault.BytePositionInLine}");
        }
        catch (InvalidOperationException)
        {
            return new ActivityReading.Malformed("a field's name holds half a character");
        }
    }

    private static ActivityReading Read(JsonElement root)
    {
        var faults = new List<ShapeFault>();
        var fields = new JsonFields(root, "", faults);
        var type = fields.Required("type");
        ActivityReading reading = type switch
        {
            _ when faults.Count > 0 => new ActivityReading.Ignored(type),
            Message or ConversationUpdate => new ActivityReading.Known(Known(type, fields)),
            "invoke" => new ActivityReading.Invoke(fields.Text("name") ?? ""),
            _ => new ActivityReading.Ignored(type),
        };
        return faults.Count > 0 ? new ActivityReading.Misshapen(faults) : reading;
    }

    private static InboundActivity Known(string type, JsonFields fields)
    {
        var conversation = Conversation(fields);
        var from = type is Message ? RequiredAccount(fields, "from") : Account(fields.Object("from"));
        var recipient = Account(fields.Object("recipient"));
        var choice = Choice(fields);
        var text = type is Message ? ActivityText.Of(fields, recipient) : "";
        var pressed = choice is { Subject: not null } || text.Length == 0 ? choice : null;
        return new InboundActivity
        {
            Type = type,
            Id = fields.Text("id") is { Length: > 0 } id ? id : null,
            ChannelId = fields.Text("channelId") is { Length: > 0 } channel ? channel : UnnamedChannel,
            ServiceUrl = fields.Address("serviceUrl"),
            Timestamp = Moment(fields.Text("timestamp")),
            From = from ?? new ChannelAccount(""),
            Recipient = recipient,
            Conversation = conversation,
            Text = pressed is null ? text : "",
            Choice = pressed,
            SaysSomething = HasAttachment(fields) || text.Length > 0 || pressed is not null,
            Locale = fields.Text("locale"),
            ExpectsReplies = fields.Text("deliveryMode") is "expectReplies",
            MembersAdded = [.. fields.Objects("membersAdded").Select(member => Account(member)).OfType<ChannelAccount>()],
        };
    }

    private static ConversationAccount Conversation(JsonFields fields)
    {
        var found = fields.RequiredObject("conversation");
        return new ConversationAccount(
            found?.Required("id") ?? "", found?.Flag("isGroup"), found?.Text("conversationType"), found?.Text("tenantId"));
    }

    private static ChannelAccount? RequiredAccount(JsonFields fields, string name)
    {
        var found = fields.RequiredObject(name);
        return found is null ? null : new ChannelAccount(found.Required("id"), found.Text("name"), found.Text("role"));
    }

    private static ChannelAccount? Account(JsonFields? found) =>
        found?.Text("id") is { Length: > 0 } id ? new ChannelAccount(id, found.Text("name"), found.Text("role")) : null;

    // A button of ours carries its choice as the value itself, inside a card's data, or (imBack) as the words.
    private static ChoiceValue? Choice(JsonFields fields) => fields.Find("value") switch
    {
        { ValueKind: JsonValueKind.String } => ChoiceValue.TryParse(fields.Text("value")),
        { ValueKind: JsonValueKind.Object } => ChoiceValue.TryParse(fields.Object("value")?.Text(OutboundActivity.ChoiceField)),
        _ => ChoiceValue.TryParse(fields.Text("text")) is { Subject: not null } spoken ? spoken : null,
    };

    // Teams sends every text a second time as HTML; that is no file.
    private static bool HasAttachment(JsonFields fields) =>
        fields.Objects("attachments").Any(attachment => attachment.Text("contentType") is not (null or "text/html"));

    private static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
}
