using System.Text;
using System.Text.Json;
using Assistant.Bot.Channels.WhatsApp;
using Assistant.Scheduling.Delivery;

namespace Assistant.Load;

/// <summary>A folder of webhooks, read as the program reads them and held against what its index says of each.</summary>
/// <remarks>
/// <c>*.jsonl</c> holds one webhook a line with what is <c>expected</c> of it, or one signature with whether it is
/// <c>valid</c>. A single <c>in-*.json</c> has no index: its own type says whether somebody waits for an answer to it.
/// </remarks>
internal static class WhatsAppPayloads
{
    // A number changed, an order, a reaction, a shop's notice: nobody said anything to us.
    private static readonly string[] NotSaid = ["reaction", "system", "order", "edit", "revoke", "request_welcome", "ephemeral"];

    private static readonly Dictionary<string, MessageState> States = new()
    {
        ["sent"] = MessageState.Accepted,
        ["delivered"] = MessageState.Delivered,
        ["read"] = MessageState.Read,
        ["played"] = MessageState.Read,
        ["failed"] = MessageState.Failed,
    };

    public static async Task<int> RunAsync(string folder)
    {
        var (right, wrong) = (0, 0);
        foreach (var (name, complaint) in await ReadAsync(folder))
        {
            Console.WriteLine($"{(complaint is null ? "as expected" : "WRONG")}  {name}{(complaint is null ? "" : $": {complaint}")}");
            (right, wrong) = complaint is null ? (right + 1, wrong) : (right, wrong + 1);
        }

        Console.WriteLine($"{right} as expected, {wrong} not");
        return wrong == 0 && right > 0 ? 0 : 1;
    }

    private static async Task<List<(string Name, string? Complaint)>> ReadAsync(string folder)
    {
        var read = new List<(string, string?)>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.jsonl").Order(StringComparer.Ordinal))
        {
            foreach (var text in await File.ReadAllLinesAsync(file))
            {
                using var line = JsonDocument.Parse(text);
                read.Add((line.RootElement.Text("id") ?? file, Complaint(line.RootElement)));
            }
        }

        foreach (var file in Directory.EnumerateFiles(folder, "in-*.json").Order(StringComparer.Ordinal))
        {
            using var payload = JsonDocument.Parse(await File.ReadAllBytesAsync(file));
            read.Add((Path.GetFileName(file), AloneComplaint(payload.RootElement)));
        }

        return read;
    }

    private static string? Complaint(JsonElement line)
    {
        if (line.Text("raw_body") is { } body)
        {
            var isTheirs = WebhookSignature.IsOf(line.Text("value"), Encoding.UTF8.GetBytes(body), line.Text("app_secret"));
            return isTheirs == line.Part("valid")?.GetBoolean() ? null : $"the signature was taken as {(isTheirs ? "right" : "wrong")}";
        }

        return line.Part("payload") is { } payload && line.Part("expected") is { } expected
            ? Complaint(expected, Read(payload))
            : "the line holds neither a webhook nor a signature";
    }

    private static string? Complaint(JsonElement expected, WebhookNews news)
    {
        if (expected.Text("field") is not "messages")
        {
            return Nothing(news);
        }

        if (expected.Text("status") is { } status)
        {
            return news is { Messages: [], Receipts: [var receipt] } && receipt.ProviderId == expected.Text("wamid")
                && States.GetValueOrDefault(status) == receipt.State ? null : $"'{status}' was read as {Shown(news)}";
        }

        var isSaid = expected.Text("message_type") is { } type && !NotSaid.Contains(type)
            && (type is not "interactive" || expected.Text("text") is not null);
        if (!isSaid)
        {
            return Nothing(news);
        }

        return news is { Receipts: [], Messages: [var message] } && message.Id == expected.Text("wamid")
            && message.From.Number == expected.Text("from") && message.Content.Text == (expected.Text("text") ?? "")
            && message.SaidAt?.ToUnixTimeSeconds() == expected.Part("timestamp")?.GetInt64() ? null : $"it was read as {Shown(news)}";
    }

    private static string? AloneComplaint(JsonElement payload)
    {
        var value = payload.Parts("entry").SelectMany(entry => entry.Parts("changes"))
            .Where(change => change.Text("field") is "messages").Select(change => change.Part("value")).OfType<JsonElement>().ToList();
        var messages = value.SelectMany(v => v.Parts("messages")).ToList();
        var said = messages.Where(m => m.Part("group_id") is null && !NotSaid.Contains(m.Text("type") ?? "")).ToList();
        var news = Read(payload);
        var isSame = said.Select(m => m.Text("id")).SequenceEqual(news.Messages.Select(m => m.Id))
            && said.Select(m => m.Part("text")?.Text("body")).Zip(news.Messages, (words, m) => words is null || words == m.Content.Text).All(same => same);
        return isSame ? null : $"{said.Count} were said, but it was read as {Shown(news)}";
    }

    private static WebhookNews Read(JsonElement payload)
    {
        var number = payload.Parts("entry").SelectMany(entry => entry.Parts("changes"))
            .Select(change => change.Part("value")?.Part("metadata")?.Text("phone_number_id")).FirstOrDefault(id => id is not null);
        return WebhookReader.Read(JsonSerializer.SerializeToUtf8Bytes(payload), number) ?? new WebhookNews([], [], []);
    }

    private static string? Nothing(WebhookNews news) => news is { Messages: [], Receipts: [] } ? null : $"nothing was said, but it was read as {Shown(news)}";

    private static string Shown(WebhookNews news) => string.Join(
        ", ", news.Messages.Select(m => $"\"{m.Content.Text}{m.Content.Choice}\" of {m.SaidAt:u}").Concat(news.Receipts.Select(r => $"{r.State}")).DefaultIfEmpty("nothing"));
}
