using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Assistant.Bot.Conversation.Replies;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Channels.WhatsApp;

/// <summary>A message on its way out. Shape: <c>POST /{phone-number-id}/messages</c> of the WhatsApp Cloud API.</summary>
internal static partial class OutboundPayload
{
    public const int MostText = 4096;

    public const int MostTextWithButtons = 1024;

    /// <summary>How much of a message goes into a template, whose whole body is at most 1,024 with the sentence around it.</summary>
    public const int MostInTemplate = 900;

    public const int MostTitle = 20;

    public const int MostId = 256;

    public const int MostButtons = 3;

    /// <summary>In her own 24 hours: words, with buttons where they fit. Words are worth more than buttons.</summary>
    public static JsonObject FreeForm(ContactPoint to, RenderedMessage message) =>
        message.Choices.Count > 0 && message.Text.Length <= MostTextWithButtons
            ? Envelope(to, message, "interactive", new JsonObject
            {
                ["type"] = "button",
                ["body"] = new JsonObject { ["text"] = message.Text },
                ["action"] = new JsonObject { ["buttons"] = Buttons(message.Choices) },
            })
            : Envelope(to, message, "text", new JsonObject { ["body"] = Cut(message.Text, MostText), ["preview_url"] = false });

    /// <summary>Outside her 24 hours: an approved template around the words, with what its buttons carry.</summary>
    public static JsonObject Template(ContactPoint to, RenderedMessage message, WhatsAppTemplates templates)
    {
        var name = templates.NameFor(message.Choices);
        var components = new JsonArray(new JsonObject
        {
            ["type"] = "body",
            ["parameters"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = OneLine(message.Text) }),
        });
        foreach (var (place, choice) in (name is null ? [] : message.Choices).Index())
        {
            components.Add(new JsonObject
            {
                ["type"] = "button",
                ["sub_type"] = "quick_reply",
                ["index"] = $"{place}",
                ["parameters"] = new JsonArray(new JsonObject { ["type"] = "payload", ["payload"] = choice.Value }),
            });
        }

        return Envelope(to, message, "template", new JsonObject
        {
            ["name"] = name ?? templates.Message,
            ["language"] = new JsonObject { ["code"] = templates.CodeFor(message.Language) },
            ["components"] = components,
        });
    }

    // The news about this message comes back with our own id of it, even when the answer to this request never came.
    private static JsonObject Envelope(ContactPoint to, RenderedMessage message, string type, JsonObject content)
    {
        var (field, value) = WhatsAppAddress.To(to);
        return new JsonObject
        {
            ["messaging_product"] = "whatsapp",
            ["recipient_type"] = "individual",
            [field] = value,
            ["biz_opaque_callback_data"] = message.Id.ToString(),
            ["type"] = type,
            [type] = content,
        };
    }

    private static JsonArray Buttons(IReadOnlyList<RenderedChoice> choices)
    {
        var titles = new List<string>();
        foreach (var choice in choices.Take(MostButtons))
        {
            // Two that look the same are refused; the second gets a number.
            titles.Add(titles.Contains(choice.Title) ? $"{Cut(choice.Title, MostTitle - 2)} {titles.Count + 1}" : choice.Title);
        }

        return [.. choices.Zip(titles, (choice, title) => new JsonObject
        {
            ["type"] = "reply",
            ["reply"] = new JsonObject { ["id"] = choice.Value, ["title"] = title },
        })];
    }

    // A parameter may hold no line end, no tab and no row of spaces.
    private static string OneLine(string text) => Cut(Blanks().Replace(text, " ").Trim(), MostInTemplate);

    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        return (char.IsHighSurrogate(text[most - 2]) ? text[..(most - 2)] : text[..(most - 1)]) + "…";
    }

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();
}
