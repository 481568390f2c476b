using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Consent;
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
public sealed record Rung(Responder Responder, TimeSpan Wait, SharedKind? Hears);

/// <summary>The rungs as they are really climbed: the chosen people, then the organiser on duty.</summary>
public sealed record Ladder(IReadOnlyList<Rung> Rungs)
{
    /// <summary>Within what time the organiser knows, whatever the ladder's length. Default 60 min. (CARE §3)</summary>
    public static readonly TimeSpan OrganiserWithin = TimeSpan.FromMinutes(60);

    /// <summary>The ladder of a policy.</summary>
    /// <remarks>
    /// A ladder too long for <see cref="OrganiserWithin"/> is shortened from below: whoever would be asked only then
    /// is left out, and the last wait before the organiser is cut to fit.
    /// </remarks>
    /// <param name="chosen">The rungs of the policy. Who may hear nothing keeps her place, so that a word of the resident moves no rung.</param>
    /// <param name="organiser">The organiser on duty.</param>
    /// <param name="organiserHears">What she may hear of it.</param>
    public static Ladder Of(IEnumerable<Rung> chosen, Responder organiser, SharedKind? organiserHears)
    {
        var rungs = new List<Rung>();
        var elapsed = TimeSpan.Zero;
        foreach (var rung in chosen.Where(r => r.Responder.PersonId != organiser.PersonId))
        {
            var left = OrganiserWithin - elapsed;
            if (left <= TimeSpan.Zero)
            {
                break;
            }

            rungs.Add(rung.Wait <= left ? rung : rung with { Wait = left });
            elapsed += rung.Wait;
        }

        rungs.Add(new Rung(organiser, EscalationStep.DefaultWait, organiserHears));
        return new Ladder(rungs);
    }
}
