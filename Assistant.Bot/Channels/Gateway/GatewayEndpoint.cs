using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Assistant.Bot.Channels.Gateway;

/// <summary><c>/channels/gateway</c>: proof over the raw bytes first, then the shape, then stored; then 200.</summary>
internal sealed class GatewayEndpoint(
    Inbox inbox, Receipts receipts, IDbContextFactory<AssistantDb> contexts, IOptions<GatewayOptions> options, TimeProvider clock)
{
    /// <summary>How large a post may be. Default 64 kB: an answer is a line.</summary>
    public const int MostBytes = 64 * 1024;

    public async Task<IResult> PostAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (await BodyAsync(context.Request, cancellationToken) is not { } body)
        {
            return Fault(StatusCodes.Status413PayloadTooLarge, "The post is too large.", "Send at most 64 kB.");
        }

        var shown = (context.Request.Headers[GatewaySignature.Header], context.Request.Headers[GatewaySignature.TimeHeader]);
        if (!GatewaySignature.IsOf(shown, body.Span, options.Value.Secret, clock.GetUtcNow()))
        {
            return Fault(StatusCodes.Status401Unauthorized, "No signature proves the gateway, or it is old.", "Check Channels:Gateway:Secret and the clock.");
        }

        if (GatewayNews.Read(body) is not { } news)
        {
            return Fault(StatusCodes.Status400BadRequest, "The body is not a JSON object.", "deploy/gateway.md shows its shape.");
        }

        try
        {
            return await TakeInAsync(news, cancellationToken);
        }
        catch (Exception fault) when (StoreFault.IsAway(fault))
        {
            context.Response.Headers.RetryAfter = "5";
            return Fault(StatusCodes.Status503ServiceUnavailable, "It could not be stored.", "Send it again in a few seconds.");
        }
    }

    private async Task<IResult> TakeInAsync(GatewayNews news, CancellationToken cancellationToken)
    {
        if (news is { Status: { } status, Message: { } id } && Guid.TryParse(id, out var message))
        {
            return await NoteAsync(news, status, MessageId.From(message), cancellationToken);
        }

        var channel = news.Kind switch { "text" => MeansOrder.TextChannel, "call" => MeansOrder.CallChannel, _ => null };
        if (channel is null || news is not { Id: { Length: > 0 and <= 200 } key, From: { Length: > 0 and <= 20 } from })
        {
            return Fault(StatusCodes.Status400BadRequest, "Neither an answer nor a status.", "An answer has id, kind and from; a status has message and status.");
        }

        var now = clock.GetUtcNow();
        await inbox.AcceptAsync(
            new Utterance
            {
                Channel = channel,
                Address = from,
                MessageKey = key,
                Text = news.Text ?? "",
                Choice = ChoiceValue.TryParse(news.Value) ?? await ByDigitAsync(channel, from, news.Text, cancellationToken),
                SaidAt = news.At is { } said && said < now ? said : now,
                Spoken = channel is MeansOrder.CallChannel,
            },
            cancellationToken);
        return Results.Ok();
    }

    private async Task<IResult> NoteAsync(GatewayNews news, string status, MessageId message, CancellationToken cancellationToken)
    {
        MessageState? state = status switch
        {
            "accepted" => MessageState.Accepted,
            "delivered" => MessageState.Delivered,
            "read" => MessageState.Read,
            "failed" => MessageState.Failed,
            _ => null,
        };
        if (state is not { } known)
        {
            return Fault(StatusCodes.Status400BadRequest, "There is no such status.", "accepted, delivered, read or failed.");
        }

        var code = news.Code is { Length: <= 20 } given && given.All(char.IsAsciiLetterOrDigit) ? given : null;
        await receipts.NoteAsync(
            new Receipt(news.Id ?? "", known) { Message = message, Fault = known is MessageState.Failed ? $"The gateway says failed ({code ?? "no code"})." : null },
            cancellationToken);
        return Results.Ok();
    }

    // A text message has no buttons: "1" is the first choice of what was last asked there.
    private async Task<ChoiceValue?> ByDigitAsync(string channel, string from, string? text, CancellationToken cancellationToken)
    {
        if (text?.Trim() is not [>= '1' and <= '3' and var digit])
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var points = await ContactPoints.At(db, channel, from).Select(p => (ContactPointId?)p.Id).ToListAsync(cancellationToken);
        var asked = (await db.Set<OutboundMessage>().AsNoTracking().Where(m => points.Contains(m.SentVia))
            .OrderByDescending(m => m.SentAt).Take(10).ToListAsync(cancellationToken)).Find(m => m.Saying.Choices.Count > 0)?.Saying;
        return asked is not null && digit - '1' is var index && index < asked.Choices.Count
            ? Conversation.Replies.OwnChoice.TryParse(asked.Choices[index])?.Value ?? new ChoiceValue(asked.Choices[index], asked.Subject)
            : null;
    }

    private static async Task<ReadOnlyMemory<byte>?> BodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = new byte[MostBytes + 1];
        var read = await request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellationToken);
        return read > MostBytes ? null : body.AsMemory(0, read);
    }

    private static IResult Fault(int status, string error, string hint) => Results.Json(new { error, hint }, statusCode: status);
}
