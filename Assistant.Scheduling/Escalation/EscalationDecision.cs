using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.Escalation;

/// <summary>What to do about a concern now, and when to look again.</summary>
public abstract record EscalationDecision
{
    private EscalationDecision()
    {
    }

    /// <summary>Nobody yet: the policy waits a while first.</summary>
    /// <param name="Until">Until when.</param>
    public sealed record Hold(DateTimeOffset Until) : EscalationDecision;

    /// <summary>Ask this rung.</summary>
    /// <param name="Index">Which rung of the ladder.</param>
    /// <param name="Rung">Who.</param>
    /// <param name="LookAgainAt">When the next is asked, if nobody commits.</param>
    public sealed record Ask(int Index, Rung Rung, DateTimeOffset LookAgainAt) : EscalationDecision
    {
        /// <summary>Whether she sleeps and is woken for it.</summary>
        public bool Wakes { get; init; }
    }

    /// <summary>The promise is due: ask whoever made it how it went.</summary>
    /// <param name="Promiser">Who promised.</param>
    /// <param name="LookAgainAt">When the ladder goes on, if she stays silent.</param>
    public sealed record AskAfterPromise(PersonId Promiser, DateTimeOffset LookAgainAt) : EscalationDecision;

    /// <summary>Everybody was asked and nobody goes.</summary>
    public sealed record GiveUp : EscalationDecision;

    /// <summary>Nothing; it is over.</summary>
    public sealed record Rest : EscalationDecision;
}
