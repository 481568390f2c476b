using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;

namespace Assistant.Scheduling.Delivery;

/// <summary>How far a message got.</summary>
/// <remarks>Late or repeated news never moves it backwards.</remarks>
public enum MessageState
{
    /// <summary>Stored, waiting for its moment.</summary>
    Queued,

    /// <summary>In somebody's hands; falls back to due by itself when those hands let go.</summary>
    Sending,

    /// <summary>The channel took it, which is not yet that it arrived.</summary>
    Accepted,

    /// <summary>It arrived.</summary>
    Delivered,

    /// <summary>It was seen.</summary>
    Read,

    /// <summary>It will not arrive by this message any more.</summary>
    Failed,

    /// <summary>Nobody knows whether it was sent.</summary>
    Unknown,

    /// <summary>It would have come too late, and was not sent.</summary>
    Expired,

    /// <summary>At the door the resident no longer agreed to it, and it was not sent.</summary>
    Withdrawn,
}

/// <summary>One message to one person: what is to be said, not yet in which words.</summary>
/// <remarks>It is stored in the same transaction as the fact it speaks of, and rendered for its channel when it is sent.</remarks>
public sealed class OutboundMessage : IWaitingRow
{
    /// <summary>The key.</summary>
    public required MessageId Id { get; init; }

    /// <summary>To whom.</summary>
    public required PersonId To { get; init; }

    /// <summary>What gives us the right to say it; asked again at the door, right before it is sent.</summary>
    public required Ground Ground
    {
        get => new(About, Purpose, Kind, IsVital);
        init => (About, Purpose, Kind, IsVital) = (value.About, value.Purpose, value.Kind, value.IsVital);
    }

    /// <summary>About which resident; null where it is about nobody.</summary>
    public ResidentId? About { get; private init; }

    /// <summary>What she must agree to, where it is said to herself unasked; null for everything else.</summary>
    public Purpose? Purpose { get; private init; }

    /// <summary>What the receiver would learn of her; null where it is said to herself.</summary>
    public SharedKind? Kind { get; private init; }

    /// <summary>Whether her life may depend on it.</summary>
    public bool IsVital { get; private init; }

    /// <summary>Where exactly: the answer to a question goes where it was asked. Null leaves the choice to the sender.</summary>
    public ContactPointId? Via { get; init; }

    /// <summary>By what means, where somebody must be reached in a certain way; null leaves the choice to the sender.</summary>
    public Means? Means { get; init; }

    /// <summary>What makes this message the same message: occurrence, step, person. Unique.</summary>
    public required string DedupeKey { get; init; }

    /// <summary>What is to be said, by key, with its values and choices.</summary>
    public required Saying Saying { get; init; }

    /// <summary>When it was stored.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Which one it was of those that were made together: of two of one moment the smaller goes first.</summary>
    /// <remarks>Given when it is added to a unit of work; who writes many rows at once gives it himself.</remarks>
    public int Number { get; init; }

    /// <summary>After this it is not sent any more, but reported; exclusive.</summary>
    public required DateTimeOffset ValidUntil { get; init; }

    /// <summary>How far it got.</summary>
    public MessageState State { get; private set; }

    /// <inheritdoc/>
    public DateTimeOffset? NextActionAt { get; private set; }

    /// <inheritdoc/>
    public int Attempt { get; private set; }

    /// <summary>When the channel took it.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>The words as they were sent.</summary>
    public string? Text { get; private set; }

    /// <summary>The channel's own id of it, by which later news speaks of it.</summary>
    public string? ProviderId { get; private set; }

    /// <summary>Where it was last tried; null before the first try, and where nobody could be tried.</summary>
    public ContactPointId? SentVia { get; private set; }

    /// <summary>Why it did not arrive; never holds a name, a number or a word of the message.</summary>
    public string? Fault { get; private set; }

    /// <inheritdoc/>
    public Guid RowId => Id.Value;

    /// <summary>Whether it was tried and given up: the channels brought it nowhere.</summary>
    public bool IsLost => State is MessageState.Failed || (State is MessageState.Expired && SentVia is not null);

    /// <summary>A message that may go at once.</summary>
    /// <exception cref="InvalidOperationException">It names a resident to somebody, and says not what that tells of her.</exception>
    public OutboundMessage Due(DateTimeOffset at)
    {
        if (Kind is null && Saying.NamesAResident)
        {
            throw new InvalidOperationException($"'{Saying.Key}' names a resident: say what it tells of her (Ground.Telling).");
        }

        (State, NextActionAt) = (MessageState.Queued, at);
        return this;
    }

    /// <summary>Notes what the policy decided after a try.</summary>
    internal void Apply(DeliveryDecision decision, DeliveryOutcome? outcome, DateTimeOffset now)
    {
        (State, NextActionAt, Fault) = (decision.State, decision.NextActionAt, decision.Fault);
        SentVia = outcome?.Via ?? SentVia;
        if (outcome is DeliveryOutcome.Accepted accepted)
        {
            (SentAt, Text, ProviderId) = (now, accepted.Text, accepted.ProviderId);
        }
    }
}
