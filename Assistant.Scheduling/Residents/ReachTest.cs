namespace Assistant.Scheduling.Residents;

/// <summary>A monthly question to somebody who may be asked to look in: does this reach you?</summary>
public sealed class ReachTest
{
    /// <summary>How often somebody is tested of whom nothing was heard. Default 30 days. (choice)</summary>
    public static readonly TimeSpan Every = TimeSpan.FromDays(30);

    /// <summary>How long somebody has to answer before she counts as not reached. Default 7 days. (choice)</summary>
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromDays(7);

    /// <summary>The key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who.</summary>
    public required PersonId PersonId { get; init; }

    /// <summary>When she was asked.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>When she answered; null where she did not.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }
}
