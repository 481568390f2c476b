using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Assistant.Tests.Bot.Channels.WhatsApp;

/// <summary>What Meta demands of a message. Source: WhatsApp Cloud API, messages.</summary>
internal static partial class MetaRules
{
    private static readonly string[] Envelope =
        ["messaging_product", "recipient_type", "to", "recipient", "biz_opaque_callback_data", "type", "text", "interactive", "template"];

    private static readonly string[] Types = ["text", "interactive", "template"];

    public static IEnumerable<string> Of(HttpRequest request, JsonNode body)
    {
        var type = Text(body["type"]);
        (bool Holds, string Rule)[] rules =
        [
            (request is { Method: "POST" } && request.Path == $"/v23.0/{Meta.PhoneNumberId}/messages", "the address"),
            (request.Headers.Authorization == $"Bearer {Meta.AccessToken}", "the token"),
            (request.ContentType == "application/json; charset=utf-8", "the content type"),
            (Has(body, Envelope), "unknown fields"),
            (Text(body["messaging_product"]) == "whatsapp" && Text(body["recipient_type"]) == "individual", "the product"),
            (body["to"] is null != body["recipient"] is null, "one recipient"),
            (body["to"] is null || Number().IsMatch(Text(body["to"])), "a number in digits"),
            (body["recipient"] is null || UserId().IsMatch(Text(body["recipient"])), "an id of a user"),
            (Guid.TryParse(Text(body["biz_opaque_callback_data"]), out _), "our own id"),
            (Types.Count(t => body[t] is not null) == 1 && body[type] is not null, "one content"),
        ];
        var content = body[type] ?? new JsonObject();
        return rules.Where(rule => !rule.Holds).Select(rule => rule.Rule).Concat(type switch
        {
            "text" => OfText(content),
            "interactive" => OfInteractive(content),
            "template" => OfTemplate(content),
            _ => [$"type {type}"],
        });
    }

    private static IEnumerable<string> OfText(JsonNode text)
    {
        if (!Has(text, "body", "preview_url") || Text(text["body"]).Length is < 1 or > 4096)
        {
            yield return "text.body";
        }
    }

    private static IEnumerable<string> OfInteractive(JsonNode interactive)
    {
        var buttons = interactive["action"]?["buttons"]?.AsArray() ?? [];
        var replies = buttons.Select(b => b?["reply"]).ToList();
        (bool Holds, string Rule)[] rules =
        [
            (Has(interactive, "type", "body", "action") && Text(interactive["type"]) == "button", "interactive"),
            (Text(interactive["body"]?["text"]).Length is >= 1 and <= 1024, "interactive.body"),
            (buttons.Count is >= 1 and <= 3 && buttons.All(b => Has(b, "type", "reply") && Text(b?["type"]) == "reply"), "1 to 3 buttons"),
            (replies.All(r => Has(r, "id", "title") && Text(r?["id"]).Length is >= 1 and <= 256), "a button's id"),
            (replies.All(r => Text(r?["title"]).Length is >= 1 and <= 20), "a button's title"),
            (replies.Select(r => Text(r?["title"])).Distinct().Count() == replies.Count, "unique titles"),
            (replies.Select(r => Text(r?["id"])).Distinct().Count() == replies.Count, "unique ids"),
        ];
        return rules.Where(rule => !rule.Holds).Select(rule => rule.Rule);
    }

    private static IEnumerable<string> OfTemplate(JsonNode template)
    {
        var components = template["components"]?.AsArray() ?? [];
        var words = Text(components[0]?["parameters"]?[0]?["text"]);
        var buttons = components.Skip(1).ToList();
        (bool Holds, string Rule)[] rules =
        [
            (Has(template, "name", "language", "components") && Name().IsMatch(Text(template["name"])), "template.name"),
            (Text(template["language"]?["code"]) is "nl" or "en", "template.language"),
            (Text(components[0]?["type"]) == "body" && components[0]?["parameters"]?.AsArray().Count == 1, "one body parameter"),
            (Text(components[0]?["parameters"]?[0]?["type"]) == "text" && words.Length is >= 1 and <= 900, "a text parameter"),
            (!words.Contains('\n') && !words.Contains('\t') && !words.Contains("     ", StringComparison.Ordinal), "no line ends"),
            (buttons.Count <= 3, "buttons of a template"),
            (buttons.Index().All(b => IsQuickReply(b.Item, b.Index)), "a quick reply"),
        ];
        return rules.Where(rule => !rule.Holds).Select(rule => rule.Rule);
    }

    private static bool IsQuickReply(JsonNode? button, int place) =>
        Has(button, "type", "sub_type", "index", "parameters") && Text(button?["type"]) == "button"
        && Text(button?["sub_type"]) == "quick_reply" && Text(button?["index"]) == $"{place}"
        && Text(button?["parameters"]?[0]?["type"]) == "payload" && Text(button?["parameters"]?[0]?["payload"]).Length is >= 1 and <= 256;

    private static bool Has(JsonNode? node, params string[] known) =>
        node is JsonObject fields && fields.All(field => known.Contains(field.Key));

    private static string Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    [GeneratedRegex(@"\A[0-9]{5,15}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex(@"\A[A-Z]{2}\.[A-Za-z0-9]{1,128}\z", RegexOptions.NonBacktracking)]
    private static partial Regex UserId();

    [GeneratedRegex(@"\A[a-z0-9_]{1,512}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
