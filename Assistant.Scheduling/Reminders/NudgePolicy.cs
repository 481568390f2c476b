using Assistant.Scheduling.DayPlan;

namespace Assistant.Scheduling.Reminders;

/// <summary>What to do about a reminder now.</summary>
public abstract record NudgeDecision
{
    private NudgeDecision()
    {
    }

    /// <summary>Say that it comes.</summary>
    public sealed record Announce : NudgeDecision;

    /// <summary>Say it, and do not wait for an answer.</summary>
    public sealed record Tell : NudgeDecision;

    /// <summary>Ask.</summary>
    /// <param name="Again">Whether it was asked before, so that it is now worded as a question about that moment.</param>
    /// <param name="LookAgainAt">When to ask again or to stop.</param>
    public sealed record Ask(bool Again, DateTimeOffset LookAgainAt) : NudgeDecision;

    /// <summary>It was told ahead, or somebody else spoke of it: nothing is left to say.</summary>
    public sealed record Leave : NudgeDecision;

    /// <summary>Stop asking: it stays unconfirmed.</summary>
    public sealed record GiveUp : NudgeDecision;

    /// <summary>Its time went by before anybody could speak of it: report it, do not send it.</summary>
    public sealed record TooLate : NudgeDecision;

    /// <summary>She does not want to be reminded: nothing is said, and nobody worries.</summary>
    public sealed record Hush : NudgeDecision;
}

/// <summary>The rule by which we ask, ask again, and stop. Pure.</summary>
public static class NudgePolicy
{
    /// <summary>The wait after each question. Default 15 min: repeats at +15 and +30, unconfirmed at +45. (choice; CARE §2)</summary>
    public static readonly TimeSpan BetweenPrompts = TimeSpan.FromMinutes(15);

    /// <summary>How often something is asked that must not be forgotten. Default 3: once, and two repeats. (CARE §2)</summary>
    public const int MostPrompts = 3;

    /// <summary>What "later" means when no time is said. Default 20 min. (CARE §2)</summary>
    public static readonly TimeSpan Later = TimeSpan.FromMinutes(20);

    /// <summary>How often "later" may be said without a time. Default 2. (CARE §2)</summary>
    public const int MostSnoozes = 2;

    /// <summary>Until how long after its validity something that was held back is still told. Default 90 min: an hour is full for an hour. (choice)</summary>
    public static readonly TimeSpan LongestHeld = TimeSpan.FromMinutes(90);

    /// <summary>Decides for a reminder whose moment has come.</summary>
    /// <param name="reminder">The reminder.</param>
    /// <param name="item">What it speaks of.</param>
    /// <param name="isWanted">Whether she agrees to being reminded.</param>
    /// <param name="now">The moment of deciding.</param>
    public static NudgeDecision Decide(Reminder reminder, PlanItem item, bool isWanted, DateTimeOffset now)
    {
        if (!isWanted)
        {
            return new NudgeDecision.Hush();
        }

        var isOnlyMentioned = item.Importance is Importance.Mention;
        if (item.State is not (PlanItemState.Planned or PlanItemState.Open)
            || (isOnlyMentioned && reminder.State is ReminderState.Announced))
        {
            return new NudgeDecision.Leave();
        }

        var isHeld = reminder.State is ReminderState.HeldBack;
        if (now >= item.ValidUntil + (isHeld ? LongestHeld : TimeSpan.Zero))
        {
            return reminder.Prompts == 0 ? new NudgeDecision.TooLate() : new NudgeDecision.GiveUp();
        }

        // A notice that comes too late is none: then it is told as what it is now.
        if (now < item.At && (isHeld || reminder.State is ReminderState.Waiting))
        {
            return new NudgeDecision.Announce();
        }

        if (isOnlyMentioned || now >= item.ValidUntil)
        {
            return new NudgeDecision.Tell();
        }

        // Whoever says "later" is asked once more for it: the snooze is her choice, not one of our repeats.
        var most = (item.Importance is Importance.Ask ? 1 : MostPrompts) + reminder.Snoozes;
        if (reminder.Prompts >= most && reminder.State is not ReminderState.Snoozed)
        {
            return new NudgeDecision.GiveUp();
        }

        return new NudgeDecision.Ask(reminder.Prompts > 0, Earlier(now + Between(item), item.ValidUntil));
    }

    /// <summary>When to ask again after "later"; null when it may not wait any longer.</summary>
    /// <param name="reminder">The reminder.</param>
    /// <param name="item">What it speaks of.</param>
    /// <param name="until">The time she named; null when she named none.</param>
    /// <param name="now">When she said so.</param>
    public static DateTimeOffset? SnoozeUntil(Reminder reminder, PlanItem item, DateTimeOffset? until, DateTimeOffset now)
    {
        if (until is null && reminder.Snoozes >= MostSnoozes)
        {
            return null;
        }

        var asked = until ?? now + Later;
        return asked > now && asked < item.ValidUntil ? asked : null;
    }

    // What must be on time has half an hour: its three questions fit into it, so that people hear sooner.
    private static TimeSpan Between(PlanItem item)
    {
        var third = (item.ValidUntil - item.At) / MostPrompts;
        return item.Importance is Importance.AskUntilAnswered && third < BetweenPrompts ? third : BetweenPrompts;
    }

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
