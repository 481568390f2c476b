namespace Assistant.Scheduling.Medication;

/// <summary>One time that a medicine was taken.</summary>
/// <param name="At">When, as the person said.</param>
/// <param name="Amount">How much, in the unit of the dose.</param>
public readonly record struct Intake(DateTimeOffset At, decimal Amount);

/// <summary>Whether an as-needed medicine may be taken now: asked before the dose, never after.</summary>
/// <remarks>
/// Counts what the record holds and says so; it advises nothing. A period is rolling: a day is any 24 hours.
/// An intake recorded ahead of <c>now</c> counts too: better to wait than to take one too many.
/// </remarks>
public static class AsNeededGuard
{
    /// <summary>The decision, with the moment from which it changes.</summary>
    /// <param name="limits">How often and how much.</param>
    /// <param name="intakes">What was taken, in any order.</param>
    /// <param name="amount">How much would be taken now.</param>
    /// <param name="now">The present.</param>
    public static AsNeededDecision Decide(
        AsNeededLimits limits, IReadOnlyList<Intake> intakes, decimal amount, DateTimeOffset now)
    {
        var byMaximum = Later(TimesFreeAt(limits, intakes, now), AmountFreeAt(limits, intakes, amount, now));
        var byInterval = limits.MinimumInterval is { } least && intakes.Count > 0
            ? intakes.Max(intake => intake.At) + least
            : now;
        if (byMaximum > now)
        {
            return new AsNeededDecision.MaximumReached(Later(byMaximum, byInterval));
        }
        return byInterval > now
            ? new AsNeededDecision.TooSoon(byInterval)
            : new AsNeededDecision.Allowed(Left(limits, intakes, amount, now));
    }

    /// <summary>When the oldest of so many intakes that none is left falls out of the period.</summary>
    private static DateTimeOffset TimesFreeAt(AsNeededLimits limits, IReadOnlyList<Intake> intakes, DateTimeOffset now)
    {
        var recent = Within(intakes, limits.TimesPer, now);
        return limits.MostTimes is not { } most || recent.Count < most ? now
            : most <= 0 ? DateTimeOffset.MaxValue
            : recent[^most].At + limits.TimesPer;
    }

    private static DateTimeOffset AmountFreeAt(
        AsNeededLimits limits, IReadOnlyList<Intake> intakes, decimal amount, DateTimeOffset now)
    {
        if (limits.MostAmount is not { } most)
        {
            return now;
        }
        if (amount > most.Amount)
        {
            return DateTimeOffset.MaxValue;
        }
        var recent = Within(intakes, most.Per, now);
        var total = recent.Sum(intake => intake.Amount) + amount;
        var free = now;
        foreach (var intake in recent.TakeWhile(_ => total > most.Amount))
        {
            free = intake.At + most.Per;
            total -= intake.Amount;
        }
        return free;
    }

    /// <summary>How many are left after this one, until the first of the period falls out of it; null without a maximum.</summary>
    private static int? Left(AsNeededLimits limits, IReadOnlyList<Intake> intakes, decimal amount, DateTimeOffset now)
    {
        var times = limits.MostTimes - Within(intakes, limits.TimesPer, now).Count - 1;
        if (limits.MostAmount is not { } most || amount <= 0)
        {
            return times;
        }
        var room = most.Amount - Within(intakes, most.Per, now).Sum(intake => intake.Amount) - amount;
        var byAmount = (int)Math.Min(Math.Floor(room / amount), int.MaxValue);
        return times < byAmount ? times : byAmount;
    }

    private static List<Intake> Within(IReadOnlyList<Intake> intakes, TimeSpan period, DateTimeOffset now) =>
        [.. intakes.Where(intake => intake.At > now - period).OrderBy(intake => intake.At)];

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
