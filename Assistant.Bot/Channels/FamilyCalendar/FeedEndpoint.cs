using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace Assistant.Bot.Channels.FamilyCalendar;

/// <summary><c>/calendar/TOKEN.ics</c>: a resident's days for the calendar of somebody she agreed to show them to.</summary>
/// <remarks>
/// What is kept may not outlive what is agreed, so every fetch comes here (<c>no-cache</c>), and a link that was taken
/// back gives an empty calendar: then what other programs kept of it goes too. Source: RFC 9110 §8.8.3, RFC 9111 §5.2.2.4.
/// </remarks>
internal sealed class FeedEndpoint(FeedReader reader)
{
    private const string MediaType = "text/calendar; charset=utf-8";

    public async Task<IResult> ShowAsync(string token, HttpContext context, CancellationToken cancellationToken)
    {
        if (await reader.ReadAsync(token, cancellationToken) is not { } file)
        {
            return Results.NotFound();
        }

        var bytes = Encoding.UTF8.GetBytes(file);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\"");
        context.Response.Headers.CacheControl = "private, no-cache";
        return Results.Bytes(bytes, MediaType, entityTag: tag);
    }
}
