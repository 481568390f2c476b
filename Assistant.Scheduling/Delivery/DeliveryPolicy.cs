namespace Assistant.Scheduling.Delivery;

/// <summary>What becomes of a message after a try, and why.</summary>
public sealed record DeliveryDecision(MessageState State, DateTimeOffset? NextActionAt, string? Fault);

/// <summary>The rule that decides about a message: send it, try again, or give up.</summary>
public static class DeliveryPolicy
{
    /// <summary>The waits between tries; the last one repeats until the message is no longer valid.</summary>
    /// <remarks>Default 5 s, 15 s, 45 s, then every 2 min: a reminder's quarter of an hour holds eight tries.</remarks>
    public static readonly IReadOnlyList<TimeSpan> Waits =
        [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(45), TimeSpan.FromMinutes(2)];

    /// <summary>Whether it may still be sent at all; null when it may.</summary>
    public static DeliveryDecision? BeforeSending(OutboundMessage message, DateTimeOffset now) =>
        now < message.ValidUntil ? null : new DeliveryDecision(MessageState.Expired, null, "Too late to be of use.");

    /// <summary>What becomes of a message whose resident does not agree to it any more: it ends, and nothing went wrong.</summary>
    public static DeliveryDecision Withdrawn { get; } = new(MessageState.Withdrawn, null, null);

    /// <summary>What follows from what the channel said.</summary>
    /// <param name="message">The message, taken up <see cref="OutboundMessage.Attempt"/> times.</param>
    /// <param name="outcome">What the channel said.</param>
    /// <param name="now">The moment of the answer.</param>
    public static DeliveryDecision AfterSending(OutboundMessage message, DeliveryOutcome outcome, DateTimeOffset now) => outcome switch
    {
        DeliveryOutcome.Accepted => new(MessageState.Accepted, null, null),
        DeliveryOutcome.Refused refused => new(MessageState.Failed, null, refused.Reason),
        DeliveryOutcome.Unknown unknown => new(MessageState.Unknown, null, unknown.Reason),
        DeliveryOutcome.Failed failed => Again(message, failed, now),
        _ => throw new System.Diagnostics.UnreachableException(outcome.GetType().Name),
    };

    private static DeliveryDecision Again(OutboundMessage message, DeliveryOutcome.Failed failed, DateTimeOffset now)
    {
        var wait = failed.RetryAfter ?? Waits[Math.Clamp(message.Attempt - 1, 0, Waits.Count - 1)];
        return now + wait < message.ValidUntil
            ? new(MessageState.Queued, now + wait, failed.Reason)
            : new(MessageState.Failed, null, failed.Reason);
    }
}
