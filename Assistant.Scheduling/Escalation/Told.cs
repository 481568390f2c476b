using System.Diagnostics;
using Assistant.Scheduling.Consent;

namespace Assistant.Scheduling.Escalation;

/// <summary>What somebody may hear of a worry about a resident: its reason, only that somebody must look, or nothing.</summary>
public static class Told
{
    /// <summary>What the reason of this kind of worry tells of her.</summary>
    public static SharedKind Reason(ConcernKind kind) => kind switch
    {
        ConcernKind.MissedCheckIn or ConcernKind.Undeliverable => SharedKind.Silence,
        ConcernKind.Unanswered => SharedKind.Doses,
        ConcernKind.Unwell or ConcernKind.Distress => SharedKind.Worry,
        ConcernKind.Emergency => SharedKind.Help,

        // It came from a neighbour and not from us: nothing that we keep of her is told.
        ConcernKind.Reported => SharedKind.Errand,
        _ => throw new UnreachableException(kind.ToString()),
    };

    /// <summary>What this person may hear; null where she may hear nothing of it.</summary>
    /// <remarks>
    /// What we noticed ourselves, because she asked us to watch, may be passed on without its reason. What she said
    /// herself may not: it is told as she agreed, or not at all.
    /// </remarks>
    public static SharedKind? To(Pair pair, ConcernKind kind, Discretion discretion)
    {
        var reason = Reason(kind);
        if (discretion.MayKnow(pair, reason, emergency: IsVital(kind)).IsAllowed)
        {
            return reason;
        }

        return reason is not SharedKind.Worry && discretion.MayKnow(pair, SharedKind.Help, emergency: IsVital(kind)).IsAllowed
            ? SharedKind.Help
            : null;
    }

    /// <summary>Whether her life may depend on it.</summary>
    public static bool IsVital(ConcernKind kind) => kind is ConcernKind.Emergency;
}
