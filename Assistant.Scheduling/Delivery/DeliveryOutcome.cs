using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.Delivery;

/// <summary>What a channel said when it was given a message.</summary>
public abstract record DeliveryOutcome
{
    private DeliveryOutcome()
    {
    }

    /// <summary>Where it was tried; null where no place is to blame or to praise.</summary>
    public ContactPointId? Via { get; init; }

    /// <summary>It was taken; its arrival may be told later.</summary>
    /// <param name="ProviderId">The channel's own id; null where it gives none.</param>
    /// <param name="Text">The words as they were sent.</param>
    public sealed record Accepted(string? ProviderId, string Text) : DeliveryOutcome;

    /// <summary>It cannot arrive, and trying again will not help.</summary>
    /// <param name="Reason">For the organiser's page; without names, numbers or words of the message.</param>
    public sealed record Refused(string Reason) : DeliveryOutcome;

    /// <summary>It did not arrive now, but may later.</summary>
    /// <param name="Reason">For the organiser's page.</param>
    /// <param name="RetryAfter">What the channel asked us to wait; null where it said nothing.</param>
    public sealed record Failed(string Reason, TimeSpan? RetryAfter = null) : DeliveryOutcome;

    /// <summary>Nobody knows: the channel fell silent after it may have taken it.</summary>
    public sealed record Unknown(string Reason) : DeliveryOutcome;
}
