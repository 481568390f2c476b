using System.Text.Json;
using System.Text.Json.Serialization;
using Assistant.Scheduling.Store;

namespace Assistant.Bot.Channels.BotFramework;

/// <summary><c>POST /api/messages</c>: proof first, then the shape, then stored; answered with 200 before anything else is done.</summary>
internal sealed partial class MessagesEndpoint(ChannelProof proof, ActivityIntake intake, ILogger<MessagesEndpoint> log)
{
    /// <summary>How activities are written: absent fields are left out (A2004).</summary>
    public static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>When to come back after a 503. Default 5 s: as long as a writer waits for the database.</summary>
    private const string ComeBackAfter = "5";

    public async Task<IResult> PostAsync(HttpContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await proof.OfAsync(context, cancellationToken) is { } caller
                ? await ReadAsync(context, caller, cancellationToken)
                : Unproven();
        }
        catch (Exception fault) when (StoreFault.IsAway(fault))
        {
            LogNotStored(fault);
            return ComeBack(context, "The message could not be stored.", "Send it again in a few seconds.");
        }
        catch (HttpRequestException fault)
        {
            LogNoKeys(fault);
            return ComeBack(context, "The channels' keys cannot be fetched now.", "Send it again in a few seconds.");
        }
    }

    private async Task<IResult> ReadAsync(HttpContext context, ProvenCaller caller, CancellationToken cancellationToken)
    {
        if (await RequestBody.ReadAsync(context.Request, cancellationToken) is not { } body)
        {
            return Fault(StatusCodes.Status413PayloadTooLarge, "The activity is too large.", "Send at most 256 KB.");
        }

        switch (ActivityReader.Read(body))
        {
            case ActivityReading.Malformed malformed:
                return Fault(StatusCodes.Status400BadRequest, $"The body is not JSON: {malformed.Why}.", "Send one activity as UTF-8 JSON.");
            case ActivityReading.Misshapen { Faults: [var first, ..] faults }:
                return Fault(
                    StatusCodes.Status400BadRequest,
                    $"Not the shape of an activity: {string.Join(", ", faults.Select(fault => $"'{fault.Field}'"))}.",
                    $"{first.Field}: {first.Hint}");
            case ActivityReading.Invoke:
                return Fault(StatusCodes.Status501NotImplemented, "This invoke is not known here.", "Send what a person says as a message.");
            case ActivityReading.Known { Activity: { AsksSomething: true } activity }:
                return await TakeInAsync(activity, caller, cancellationToken);
            default:
                return Results.Ok();
        }
    }

    private async Task<IResult> TakeInAsync(InboundActivity activity, ProvenCaller caller, CancellationToken cancellationToken)
    {
        if (activity.Type is ActivityReader.Message && activity is { ServiceUrl: null, ExpectsReplies: false })
        {
            return Fault(
                StatusCodes.Status400BadRequest, "The field 'serviceUrl' is missing.", "Name the address where the answer can be posted.");
        }

        if (!proof.MaySay(caller, activity))
        {
            return Fault(
                StatusCodes.Status403Forbidden, "The sender may not use this serviceUrl or channelId.",
                "Without an app id only a serviceUrl on this machine is accepted; with one it must be the address in the token.");
        }

        var reply = await intake.TakeInAsync(activity, cancellationToken);
        return activity.ExpectsReplies
            ? Results.Json(new { activities = reply is null ? [] : new[] { reply } }, Wire)
            : Results.Ok();
    }

    private IResult Unproven() => proof.NeedsToken
        ? Fault(StatusCodes.Status401Unauthorized, "No token proves a channel of this bot.", "Check the app id in Channels:BotFramework.")
        : Fault(
            StatusCodes.Status403Forbidden, "Without an app id only this machine may post here.",
            "Post to a localhost address, directly; or set Channels:BotFramework:AppId.");

    private static IResult ComeBack(HttpContext context, string error, string hint)
    {
        context.Response.Headers.RetryAfter = ComeBackAfter;
        return Fault(StatusCodes.Status503ServiceUnavailable, error, hint);
    }

    private static IResult Fault(int status, string error, string hint) =>
        Results.Json(new { error, hint }, statusCode: status);

    [LoggerMessage(EventId = 310, Level = LogLevel.Error, Message = "An activity could not be stored; its channel was asked to send it again")]
    private partial void LogNotStored(Exception fault);

    [LoggerMessage(EventId = 311, Level = LogLevel.Error, Message = "The channels' keys could not be fetched")]
    private partial void LogNoKeys(Exception fault);
}
