using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.Consent;

/// <summary>What a resident said when she was asked. What is unclear is neither, and is not written down.</summary>
public enum ConsentAnswer
{
    /// <summary>Yes.</summary>
    Given,

    /// <summary>No.</summary>
    Refused,
}

/// <summary>One answer of one resident to one thing she was asked; only ever added, and closed by a later word.</summary>
/// <remarks>Source: GDPR art. 4(11) (freely given, specific, informed, unambiguous) and 7(1) (we can show it), 7(3) (withdrawn as easily).</remarks>
public sealed class ConsentGrant
{
    /// <summary>The key; sorts by the time of answering.</summary>
    public required ConsentGrantId Id { get; init; }

    /// <summary>Who was asked.</summary>
    public required ResidentId ResidentId { get; init; }

    /// <summary>For what.</summary>
    public required Purpose Purpose { get; init; }

    /// <summary>Which kind of thing may be told; null where nobody is told anything.</summary>
    public SharedKind? Kind { get; init; }

    /// <summary>Who of her circle may be told; null where it is about nobody in particular.</summary>
    public PersonId? ContactId { get; init; }

    /// <summary>What she said.</summary>
    public required ConsentAnswer Answer { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset AnsweredAt { get; init; }

    /// <summary>Which text she was asked with.</summary>
    public required string Version { get; init; }

    /// <summary>How she was asked.</summary>
    public required AskedHow How { get; init; }

    /// <summary>Who says that she said so.</summary>
    public required PersonId By { get; init; }

    /// <summary>From when on it does not hold any more; null where she set no end.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>When a later answer took its place; null while none did.</summary>
    public DateTimeOffset? ReplacedAt { get; private set; }

    /// <summary>When it was withdrawn; null while it was not.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Who withdrew it.</summary>
    public PersonId? WithdrawnBy { get; private set; }

    /// <summary>What was withdrawn in one action has one id, so that one action brings it back.</summary>
    public Guid? WithdrawalId { get; private set; }

    /// <summary>What it is about.</summary>
    public Agreement About => new(Purpose, Kind, ContactId);

    /// <summary>Whether it is her last word about this.</summary>
    public bool IsLastWord => ReplacedAt is null && WithdrawnAt is null;

    /// <summary>Whether she agrees at this moment.</summary>
    public bool Stands(DateTimeOffset now) => Answer is ConsentAnswer.Given && IsLastWord && !(Until <= now);

    /// <summary>A later answer takes its place.</summary>
    public void Replace(DateTimeOffset at)
    {
        Refuse("replace");
        ReplacedAt = at;
    }

    /// <summary>It is withdrawn, as part of one action.</summary>
    public void Withdraw(Guid withdrawal, PersonId by, DateTimeOffset at)
    {
        Refuse("withdraw");
        (WithdrawalId, WithdrawnBy, WithdrawnAt) = (withdrawal, by, at);
    }

    private void Refuse(string what)
    {
        if (!IsLastWord)
        {
            throw new InvalidOperationException($"Cannot {what}: answer {Id} is history.");
        }
    }
}
