using System.Globalization;
using System.Text.Json;
using Assistant.Scheduling.Residents;
using Microsoft.Extensions.Primitives;

namespace Assistant.Bot.Channels.WebChat;

/// <summary>The part of Direct Line 3.0 that a page needs: begin, look, listen.</summary>
/// <remarks>
/// One conversation a person: whoever opens her page again, or on a second tablet, sees the same talk. Until sign-in
/// exists the token opens nothing; these routes answer this machine only, and no page of another site.
/// </remarks>
internal sealed class DirectLine(ChatStore store)
{
    /// <summary>How long a token is said to hold. Source: Direct Line 3.0.</summary>
    private const int TokenSeconds = 1800;

    /// <summary>The most of the past that one look may ask for. Default 200.</summary>
    private const int MostOfThePast = 200;

    /// <summary><c>POST /directline/conversations</c>.</summary>
    public async Task<IResult> StartAsync(HttpContext context, CancellationToken cancellationToken)
    {
        try
        {
            var start = await JsonSerializer.DeserializeAsync<StartRequest>(
                context.Request.Body, JsonSerializerOptions.Web, cancellationToken);
            return Guid.TryParse(start?.User?.Id, out var person)
                && await store.OpenAsync(PersonId.From(person), cancellationToken) is { } conversation
                ? Results.Json(Answer(context.Request, conversation.Id, 0), statusCode: StatusCodes.Status201Created)
                : Fault(StatusCodes.Status404NotFound, "BadArgument", "'user.id' is not the id of anybody here.");
        }
        catch (JsonException fault)
        {
            return Fault(StatusCodes.Status400BadRequest, "BadArgument", $"The body has the wrong shape at '{fault.Path}'.");
        }
    }

    /// <summary><c>GET /directline/conversations/{id}</c>: to listen again after the line was down.</summary>
    public async Task<IResult> ReopenAsync(HttpContext context, string id, CancellationToken cancellationToken)
    {
        if (!TryWatermark(context.Request.Query["watermark"], out var watermark))
        {
            return WrongWatermark();
        }

        return await store.FindAsync(id, cancellationToken) is null
            ? NoSuchConversation()
            : Results.Json(Answer(context.Request, id, watermark));
    }

    /// <summary><c>GET /directline/conversations/{id}/activities</c>; <c>last</c> is ours: only so many of the past.</summary>
    public async Task<IResult> LookAsync(HttpContext context, string id, int? last, CancellationToken cancellationToken)
    {
        if (!TryWatermark(context.Request.Query["watermark"], out var watermark))
        {
            return WrongWatermark();
        }

        if (await store.FindAsync(id, cancellationToken) is null)
        {
            return NoSuchConversation();
        }

        if (last is { } most)
        {
            watermark = Math.Max(watermark, await store.BeforeLastAsync(id, Math.Clamp(most, 0, MostOfThePast), cancellationToken));
        }

        return Results.Json(ActivitySet.Of(await store.AfterAsync(id, watermark, cancellationToken)));
    }

    /// <summary>A watermark; none is the beginning.</summary>
    public static bool TryWatermark(StringValues text, out long watermark)
    {
        watermark = 0;
        return StringValues.IsNullOrEmpty(text)
            || (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out watermark) && watermark >= 0);
    }

    /// <summary>Whether a request comes from a page of ours, or from no page at all.</summary>
    public static bool IsSameSite(HttpRequest request) =>
        request.Headers.Origin.All(origin => origin == $"{request.Scheme}://{request.Host.Value}");

    public static IResult NoSuchConversation() =>
        Fault(StatusCodes.Status404NotFound, "BadArgument", "There is no such conversation; begin one.");

    public static IResult Fault(int status, string code, string message) =>
        Results.Json(ChatError.Of(code, message), statusCode: status);

    private static IResult WrongWatermark() =>
        Fault(StatusCodes.Status400BadRequest, "BadArgument", "'watermark' is not one that was given out.");

    private static ConversationAnswer Answer(HttpRequest request, string id, long watermark)
    {
        var scheme = request.IsHttps ? "wss" : "ws";
        var stream = $"{scheme}://{request.Host.Value}/directline/conversations/{id}/stream?watermark={watermark}";
        return new ConversationAnswer(id, id, TokenSeconds, stream);
    }
}
