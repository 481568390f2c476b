using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.Escalation;

/// <summary>What is wrong with a policy, or ought to be known of it.</summary>
public enum PolicyRemarkKind
{
    /// <summary>Nobody on it can be reached, and nobody is on duty.</summary>
    NobodyReached,

    /// <summary>There are hours ahead in which nobody is on duty.</summary>
    Uncovered,

    /// <summary>Somebody on it is not of her circle, or has not said yes.</summary>
    NotOfTheCircle,

    /// <summary>Somebody on it has no place at which she can be reached.</summary>
    NoPlace,

    /// <summary>A wait is shorter than a minute or longer than the organiser's hour, or somebody is asked more than five times.</summary>
    OutOfRange,

    /// <summary>An emergency would wait.</summary>
    EmergencyWaits,

    /// <summary>Somebody comes after the organiser's hour is full, and is never asked.</summary>
    NeverAsked,

    /// <summary>It is night where somebody lives while it is day here.</summary>
    OtherClock,

    /// <summary>Somebody is to be reached by a means she has not.</summary>
    NoSuchMeans,
}

/// <summary>A remark about a policy.</summary>
/// <param name="Kind">What.</param>
/// <param name="Step">About which step; -1 for the whole.</param>
/// <param name="Refuses">Whether the policy cannot be stored so.</param>
public sealed record PolicyRemark(PolicyRemarkKind Kind, int Step, bool Refuses);

/// <summary>Somebody as a policy must know her.</summary>
/// <param name="Zone">Her clock.</param>
/// <param name="HasAccepted">Whether she said yes to the role.</param>
/// <param name="Means">By what means she can be reached.</param>
public sealed record PolicyPerson(HomeTimeZone Zone, bool HasAccepted, IReadOnlySet<Means> Means);

/// <summary>Looks a policy over before it can hurt. Pure.</summary>
public static class PolicyCheck
{
    /// <summary>How often one person may be asked in a row.</summary>
    public const int MostTimes = 5;

    /// <summary>How far somebody's clock may be from hers before it is remarked. Default 3 h. (choice)</summary>
    public static readonly TimeSpan FarAway = TimeSpan.FromHours(3);

    /// <summary>The remarks, the first step's first.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="people">Whom it may name.</param>
    /// <param name="home">The resident's clock.</param>
    /// <param name="isCovered">Whether somebody is on duty at every hour ahead.</param>
    /// <param name="now">The moment at which clocks are compared.</param>
    public static IReadOnlyList<PolicyRemark> Of(
        EscalationPolicy policy, IReadOnlyDictionary<PersonId, PolicyPerson> people, HomeTimeZone home, bool isCovered, DateTimeOffset now)
    {
        var remarks = new List<PolicyRemark>();
        if (!isCovered)
        {
            remarks.Add(new PolicyRemark(PolicyRemarkKind.Uncovered, -1, Refuses: false));
        }

        if (!isCovered && !policy.Steps.Any(step => step.PersonId is { } id && people.TryGetValue(id, out var who) && who is { HasAccepted: true, Means.Count: > 0 }))
        {
            remarks.Add(new PolicyRemark(PolicyRemarkKind.NobodyReached, -1, Refuses: true));
        }

        if (policy.Delay < TimeSpan.Zero || policy.Delay >= Ladder.OrganiserWithin)
        {
            remarks.Add(new PolicyRemark(PolicyRemarkKind.OutOfRange, -1, Refuses: true));
        }

        if (policy is { Kind: ConcernKind.Emergency } && policy.Delay > TimeSpan.Zero)
        {
            remarks.Add(new PolicyRemark(PolicyRemarkKind.EmergencyWaits, -1, Refuses: true));
        }

        var elapsed = policy.Delay;
        foreach (var (index, step) in policy.Steps.Index())
        {
            remarks.AddRange(OfStep(step, index, people, home, now));
            if (step.PersonId is not null && elapsed >= Ladder.OrganiserWithin && policy.Steps.Take(index).All(s => s.PersonId is not null))
            {
                remarks.Add(new PolicyRemark(PolicyRemarkKind.NeverAsked, index, Refuses: false));
            }

            elapsed += step.Wait * step.Times;
        }

        return remarks;
    }

    private static IEnumerable<PolicyRemark> OfStep(
        EscalationStep step, int index, IReadOnlyDictionary<PersonId, PolicyPerson> people, HomeTimeZone home, DateTimeOffset now)
    {
        if (step.Wait < TimeSpan.FromMinutes(1) || step.Wait > Ladder.OrganiserWithin || step.Times is < 1 or > MostTimes)
        {
            yield return new PolicyRemark(PolicyRemarkKind.OutOfRange, index, Refuses: true);
        }

        if (step.PersonId is not { } id)
        {
            yield break;
        }

        if (!people.TryGetValue(id, out var who) || !who.HasAccepted)
        {
            yield return new PolicyRemark(PolicyRemarkKind.NotOfTheCircle, index, Refuses: who is null);
            yield break;
        }

        if (who.Means.Count == 0)
        {
            yield return new PolicyRemark(PolicyRemarkKind.NoPlace, index, Refuses: false);
        }
        else if (step.Means is { } means && !who.Means.Contains(means))
        {
            yield return new PolicyRemark(PolicyRemarkKind.NoSuchMeans, index, Refuses: false);
        }

        if ((who.Zone.LocalOf(now) - home.LocalOf(now)).Duration() >= FarAway)
        {
            yield return new PolicyRemark(PolicyRemarkKind.OtherClock, index, Refuses: false);
        }
    }
}
