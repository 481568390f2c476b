using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Assistant.Tests.Bot.Channels.WhatsApp;

/// <summary>What Meta posts to us, signed as Meta signs it.</summary>
internal static class Webhook
{
    public const string Number = "31600000001";
    public const string UserId = "NL.90001000200030004";

    /// <summary>A message of this kind with this content, of somebody who hides nothing.</summary>
    public static JsonObject Message(string type = "text", string content = """{"body":"Goedemorgen"}""", string id = "wamid.in1") =>
        new()
        {
            ["from"] = Number, ["from_user_id"] = UserId, ["id"] = id, ["timestamp"] = "1773133200",
            ["type"] = type, [type] = JsonNode.Parse(content),
        };

    public static JsonObject Status(string status, string id, string? ours = null, int? code = null)
    {
        var news = new JsonObject { ["id"] = id, ["status"] = status, ["timestamp"] = "1773133201", ["recipient_id"] = Number };
        if (ours is not null)
        {
            news["biz_opaque_callback_data"] = ours;
        }

        if (code is not null)
        {
            news["errors"] = new JsonArray(new JsonObject { ["code"] = code, ["title"] = "Mevrouw Jansen is weg" });
        }

        return news;
    }

    public static string Of(params IReadOnlyList<JsonObject> news) => Of(Meta.PhoneNumberId, "messages", news);

    public static string Of(string phoneNumberId, string field, params IReadOnlyList<JsonObject> news)
    {
        var value = new JsonObject
        {
            ["messaging_product"] = "whatsapp",
            ["metadata"] = new JsonObject { ["display_phone_number"] = "31201234567", ["phone_number_id"] = phoneNumberId },
        };
        foreach (var one in news)
        {
            var list = one.ContainsKey("status") ? "statuses" : "messages";
            (value[list] ??= new JsonArray()).AsArray().Add(one.DeepClone());
            if (list == "messages" && value["contacts"] is null && one["from"] is not null && one["from_user_id"] is not null)
            {
                value["contacts"] = new JsonArray(new JsonObject
                {
                    ["profile"] = new JsonObject { ["name"] = "Anna" }, ["wa_id"] = Number, ["user_id"] = UserId,
                });
            }
        }

        return new JsonObject
        {
            ["object"] = "whatsapp_business_account",
            ["entry"] = new JsonArray(new JsonObject
            {
                ["id"] = "1", ["changes"] = new JsonArray(new JsonObject { ["value"] = value, ["field"] = field }),
            }),
        }.ToJsonString();
    }

    public static string Signature(byte[] body, string secret = Meta.AppSecret) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));

    public static Task<HttpResponseMessage> PostAsync(ChannelHouse house, string body) =>
        PostAsync(house, Encoding.UTF8.GetBytes(body), Signature(Encoding.UTF8.GetBytes(body)));

    public static async Task<HttpResponseMessage> PostAsync(ChannelHouse house, byte[] body, string? signature, bool chunked = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/channels/whatsapp") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TransferEncodingChunked = chunked;
        if (signature is not null)
        {
            request.Headers.Add("X-Hub-Signature-256", signature);
        }

        return await house.Http.SendAsync(request);
    }
}
