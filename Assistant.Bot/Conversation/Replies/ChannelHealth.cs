using Assistant.Scheduling.Delivery;

namespace Assistant.Bot.Conversation.Replies;

/// <summary>How a whole channel fares: one that answers nobody is left alone for a while, then tried with one message.</summary>
/// <remarks>Pure: it is told what happened and when. What a channel says of one person is no news about the channel.</remarks>
/// <param name="SilentInARow">How many sends in a row it did not answer.</param>
/// <param name="ClosedUntil">Until when nothing is tried; null while it is open.</param>
internal sealed record ChannelHealth(int SilentInARow, DateTimeOffset? ClosedUntil)
{
    /// <summary>After how many silences in a row it is closed. Default 3. (choice)</summary>
    public const int ClosesAfter = 3;

    /// <summary>How long it is left alone before one message tries it again. Default 30 s: short beside any reminder's hour. (choice)</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    public static readonly ChannelHealth Well = new(0, null);

    /// <summary>Whether a message may be tried now.</summary>
    public bool Admits(DateTimeOffset now) => ClosedUntil is not { } until || now >= until;

    /// <summary>A message is tried: on a closed channel it is the only one until its answer, or another rest.</summary>
    public ChannelHealth Tried(DateTimeOffset now) => ClosedUntil is null ? this : this with { ClosedUntil = now + Rest };

    /// <summary>What the answer says about the channel. Any answer at all shows that it is there.</summary>
    public ChannelHealth After(DeliveryOutcome outcome, DateTimeOffset now)
    {
        if (outcome is not (DeliveryOutcome.Unknown or DeliveryOutcome.Failed { RetryAfter: null }))
        {
            return Well;
        }

        var silent = SilentInARow + 1;
        return new ChannelHealth(silent, silent >= ClosesAfter ? now + Rest : ClosedUntil);
    }
}
