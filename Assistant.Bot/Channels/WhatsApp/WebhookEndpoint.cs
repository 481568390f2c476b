using System.Text;
using Assistant.Scheduling.Store;
using Microsoft.Extensions.Options;

namespace Assistant.Bot.Channels.WhatsApp;

/// <summary><c>/channels/whatsapp</c>: proof over the raw bytes first, then the shape, then stored; then 200.</summary>
internal sealed partial class WebhookEndpoint(
    WhatsAppIntake intake, IOptions<WhatsAppOptions> options, ILogger<WebhookEndpoint> log)
{
    /// <summary>When to come back after a 503. Default 5 s: as long as a writer waits for the database.</summary>
    private const string ComeBackAfter = "5";

    /// <summary>Answers Meta's question whether this is our address, with its own challenge and nothing else.</summary>
    public IResult Verify(HttpRequest request)
    {
        var asked = request.Query;
        return asked["hub.mode"] == "subscribe"
            && asked["hub.challenge"] is [{ Length: > 0 } challenge]
            && asked["hub.verify_token"] is [var token] && WebhookSignature.IsToken(token, options.Value.VerifyToken)
                ? Results.Text(challenge, "text/plain", Encoding.UTF8)
                : Results.StatusCode(StatusCodes.Status403Forbidden);
    }

    public async Task<IResult> PostAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (await WebhookBody.ReadAsync(context.Request, cancellationToken) is not { } body)
        {
            return Fault(StatusCodes.Status413PayloadTooLarge, "The webhook is too large.", "Send at most 3 MB.");
        }

        if (!WebhookSignature.IsOf(context.Request.Headers[WebhookSignature.Header], body.Span, options.Value.AppSecret))
        {
            return Fault(StatusCodes.Status401Unauthorized, "No signature proves Meta.", "Check Channels:WhatsApp:AppSecret.");
        }

        if (WebhookReader.Read(body, options.Value.PhoneNumberId) is not { } news)
        {
            return Fault(StatusCodes.Status400BadRequest, "The body is not a JSON object.", "Send one webhook as UTF-8 JSON.");
        }

        try
        {
            await intake.TakeInAsync(news, cancellationToken);
            return Results.Ok();
        }
        catch (Exception fault) when (StoreFault.IsAway(fault))
        {
            LogNotStored(fault);
            context.Response.Headers.RetryAfter = ComeBackAfter;
            return Fault(StatusCodes.Status503ServiceUnavailable, "It could not be stored.", "Send it again in a few seconds.");
        }
    }

    private static IResult Fault(int status, string error, string hint) => Results.Json(new { error, hint }, statusCode: status);

    [LoggerMessage(EventId = 330, Level = LogLevel.Error, Message = "A webhook of WhatsApp could not be stored; Meta was asked to send it again")]
    private partial void LogNotStored(Exception fault);
}
