using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.Escalation;

/// <summary>One step of what would happen if nobody answered.</summary>
/// <param name="At">When.</param>
/// <param name="Rung">Who would be asked; null where everybody was and nobody goes.</param>
/// <param name="Wakes">Whether she would be woken for it.</param>
public sealed record ForecastStep(DateTimeOffset At, Rung? Rung, bool Wakes);

/// <summary>What a ladder comes to on a certain day if nobody answers: the real rule, played ahead.</summary>
public static class LadderForecast
{
    /// <summary>The steps from the moment a worry is raised until nobody is left.</summary>
    /// <param name="worry">About whom, and what kind.</param>
    /// <param name="ladder">The ladder as it stands now.</param>
    /// <param name="raisedAt">When it would be raised.</param>
    public static IReadOnlyList<ForecastStep> IfNobodyAnswers(ConcernOf worry, Ladder ladder, DateTimeOffset raisedAt)
    {
        var concern = new Concern
        {
            Id = ConcernId.New(raisedAt), ResidentId = worry.About, Kind = worry.Kind, Cause = "forecast", RaisedAt = raisedAt,
        }.Raised(raisedAt);
        var steps = new List<ForecastStep>();
        var now = raisedAt;
        var nobody = new HashSet<PersonId>();
        while (true)
        {
            switch (EscalationClock.Decide(concern, ladder, nobody, now))
            {
                case EscalationDecision.Hold hold:
                    now = hold.Until;
                    break;
                case EscalationDecision.Ask ask:
                    steps.Add(new ForecastStep(now, ask.Rung, ask.Wakes));
                    concern.Asked(ask.Index, ask.Rung.Responder.PersonId, ask.LookAgainAt);
                    now = ask.LookAgainAt;
                    break;
                default:
                    steps.Add(new ForecastStep(now, null, Wakes: false));
                    return steps;
            }
        }
    }
}
