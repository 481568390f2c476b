using System.Text.Json;
using System.Text.RegularExpressions;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Channels.WhatsApp;

/// <summary>Where somebody is written to. Shape: kept as the reference of her contact point, in JSON.</summary>
/// <param name="Number">Her number as WhatsApp wrote it (<c>wa_id</c>).</param>
internal sealed partial record WhatsAppAddress(string Number)
{
    /// <summary>The channel id of its contact points.</summary>
    public const string Channel = "whatsapp";

    /// <summary>What is kept of a sender; null when she hides her number, so that an older one stays known.</summary>
    public static string? ReferenceTo(Sender sender) =>
        sender.Number is { } number ? JsonSerializer.Serialize(new WhatsAppAddress(number), JsonSerializerOptions.Web) : null;

    /// <summary>The field and the value that name her in a request: her number, or else her id.</summary>
    /// <remarks>A number goes before an id: not every account may send to ids yet (error 131062).</remarks>
    public static (string Field, string Value) To(ContactPoint point) =>
        point.Reference is { } json && JsonSerializer.Deserialize<WhatsAppAddress>(json, JsonSerializerOptions.Web) is { Number: { } number } ? ("to", number)
        : IsUserId(point.Address) ? ("recipient", point.Address)
        : ("to", point.Address.TrimStart('+'));

    /// <summary>Whether this is Meta's id of a person for our business: a country, a dot, letters and digits.</summary>
    public static bool IsUserId(string address) => UserId().IsMatch(address);

    [GeneratedRegex(@"\A[A-Z]{2}(\.ENT)?\.[A-Za-z0-9]{1,128}\z", RegexOptions.NonBacktracking)]
    private static partial Regex UserId();
}
