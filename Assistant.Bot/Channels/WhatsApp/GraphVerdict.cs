using System.Net;
using Assistant.Scheduling.Delivery;

namespace Assistant.Bot.Channels.WhatsApp;

/// <summary>What a refusal of the Graph interface means for a message: later, or never.</summary>
/// <remarks>
/// Source: WhatsApp Cloud API, error codes. What would be marked as spam, or stays below Meta's own limits for a day
/// (131048, 131049, 131064), is not tried again: another channel or person is of more use than a second try.
/// </remarks>
internal static class GraphVerdict
{
    /// <summary>More than 24 hours since she last spoke: only a template may go.</summary>
    public const int WindowClosed = 131047;

    /// <summary>The wait when the whole account sends too much. Default 1 min. (choice)</summary>
    public static readonly TimeSpan Throttled = TimeSpan.FromMinutes(1);

    /// <summary>The wait when one person is sent too much. Default 15 s: one message each 6 s, and after a burst somewhat longer.</summary>
    public static readonly TimeSpan PairThrottled = TimeSpan.FromSeconds(15);

    /// <param name="status">The status of the answer, which is not 2xx.</param>
    /// <param name="code">The code of its error; null where it has none.</param>
    /// <param name="retryAfter">The wait it asks for; null where it asks for none.</param>
    public static DeliveryOutcome Of(HttpStatusCode status, int? code, TimeSpan? retryAfter) => code switch
    {
        131056 => new DeliveryOutcome.Failed(Reason(status, code), retryAfter ?? PairThrottled),
        4 or 80007 or 130429 or 133016 => new DeliveryOutcome.Failed(Reason(status, code), retryAfter ?? Throttled),
        1 or 2 or 131000 or 131016 => new DeliveryOutcome.Failed(Reason(status, code), retryAfter),
        null when status is HttpStatusCode.TooManyRequests => new DeliveryOutcome.Failed(Reason(status, code), retryAfter ?? Throttled),
        null when status >= HttpStatusCode.InternalServerError => new DeliveryOutcome.Failed(Reason(status, code), retryAfter),
        _ => new DeliveryOutcome.Refused(Reason(status, code)),
    };

    /// <summary>Whether an error code says that this person cannot be reached here at all: no WhatsApp, or blocked.</summary>
    /// <remarks>Source: WhatsApp Cloud API, error codes 131026 (undeliverable), 131030 (not allowed), 131021 (our own number).</remarks>
    public static bool IsFinal(string? code) => code is "131026" or "131030" or "131021";

    private static string Reason(HttpStatusCode status, int? code) =>
        code is null ? $"WhatsApp answered {(int)status}." : $"WhatsApp answered {(int)status} with code {code}.";
}
