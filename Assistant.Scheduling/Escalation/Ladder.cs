using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.Escalation;

/// <summary>Somebody who can be asked, with what the rule must know of her.</summary>
public sealed record Responder(PersonId PersonId, HomeTimeZone Zone, QuietHours? Quiet)
{
    /// <summary>Whether she sleeps at this moment, by her own clock.</summary>
    public bool IsAsleep(DateTimeOffset now) => Quiet is { } quiet && quiet.Contains(now, Zone);
}

/// <summary>One rung: who is asked, and how long we wait for an answer.</summary>
/// <param name="Responder">Who.</param>
/// <param name="Wait">How long.</param>
/// <param name="Hears">What she may hear of the worry; null where she may hear nothing, and so is not asked.</param>
public sealed record Rung(Responder Responder, TimeSpan Wait, SharedKind? Hears)
{
    /// <summary>Whether this is whoever is on duty. The duty is woken: that is what it is for.</summary>
    public bool IsDuty { get; init; }

    /// <summary>By what means; null where any will do.</summary>
    public Means? Means { get; init; }
}

/// <summary>The rungs as they are really climbed: the chosen people, and always the organiser on duty.</summary>
/// <param name="Rungs">One for each time somebody is asked.</param>
/// <param name="Delay">How long we wait before the first.</param>
public sealed record Ladder(IReadOnlyList<Rung> Rungs, TimeSpan Delay = default)
{
    /// <summary>Within what time the organiser is asked, whatever the ladder's length. Default 60 min. (CARE §3)</summary>
    public static readonly TimeSpan OrganiserWithin = TimeSpan.FromMinutes(60);

    /// <summary>The place of the first rung that is the duty.</summary>
    public int DutyAt => Rungs.TakeWhile(rung => !rung.IsDuty).Count();

    /// <summary>The ladder of a policy.</summary>
    /// <param name="chosen">The rungs of the policy. Who may hear nothing keeps her place, so that a word of the resident moves no rung.</param>
    /// <param name="organiser">The organiser on duty; she is the last, unless the policy gives the duty a place of its own.</param>
    /// <param name="organiserHears">What she may hear of it.</param>
    public static Ladder Of(IEnumerable<Rung> chosen, Responder organiser, SharedKind? organiserHears)
    {
        var rungs = chosen.Where(rung => rung.IsDuty || rung.Responder.PersonId != organiser.PersonId).ToList();
        if (!rungs.Exists(rung => rung.IsDuty))
        {
            rungs.Add(new Rung(organiser, EscalationStep.DefaultWait, organiserHears) { IsDuty = true });
        }

        return new Ladder(rungs);
    }
}
