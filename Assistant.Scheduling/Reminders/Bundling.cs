using Assistant.Scheduling.DayPlan;

namespace Assistant.Scheduling.Reminders;

/// <summary>One thing that could be said to a resident now.</summary>
/// <param name="Item">What.</param>
/// <param name="Decision">What the rule of nudging wants with it.</param>
public readonly record struct Sayable(PlanItem Item, NudgeDecision Decision)
{
    /// <summary>Whether it is a question.</summary>
    public bool IsAsked => Decision is NudgeDecision.Ask;

    /// <summary>Whether it may not wait: what is asked until it is answered, what others hear of, what she asked to hear then or again.</summary>
    public bool IsPressing => Item.Importance is Importance.AskUntilAnswered || Item.TellsCircle
        || Item.Question is AppointmentSource.ReminderQuestion || Decision is NudgeDecision.Ask { Again: true };
}

/// <summary>One message: what it tells first, and then what it asks.</summary>
/// <param name="Told">What is only told.</param>
/// <param name="Asked">What is asked; null where it asks nothing.</param>
public sealed record Telling(IReadOnlyList<Sayable> Told, Sayable? Asked);

/// <summary>All that one resident hears at one moment, and what waits.</summary>
/// <param name="Messages">What she hears, in this order.</param>
/// <param name="HeldBack">What goes with the next message, because she had heard enough for this hour.</param>
public sealed record Bundle(IReadOnlyList<Telling> Messages, IReadOnlyList<Sayable> HeldBack);

/// <summary>The rule that makes few messages of many things: one question each, and what is only told goes along. Pure.</summary>
public static class Bundling
{
    /// <summary>What falls due so soon after is told at once too. Default 5 min. (choice)</summary>
    public static readonly TimeSpan Together = TimeSpan.FromMinutes(5);

    /// <summary>How soon what was held back is looked at again. Default 5 min: so any message within that time finds it. (choice)</summary>
    public static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(5);

    /// <summary>How many things are told in one message at the most. Default 5: more an ear does not hold. (choice)</summary>
    public const int MostTogether = 5;

    /// <summary>Bundles what is due to one resident at one moment.</summary>
    /// <param name="due">What is due.</param>
    /// <param name="near">What will soon be told, and what was held back before: it goes along where something is said.</param>
    /// <param name="room">How many messages she may still hear this hour; what presses is said all the same.</param>
    public static Bundle Of(IReadOnlyCollection<Sayable> due, IReadOnlyCollection<Sayable> near, int room)
    {
        var messages = new List<Telling>();
        var held = new List<Sayable>();
        foreach (var ask in due.Where(one => one.IsAsked).OrderByDescending(one => one.IsPressing).ThenBy(one => one.Item.At))
        {
            if (ask.IsPressing || messages.Count < room)
            {
                messages.Add(new Telling([], ask));
            }
            else
            {
                held.Add(ask);
            }
        }

        var told = due.Where(one => !one.IsAsked).OrderByDescending(one => one.IsPressing).ThenBy(one => one.Item.At).ToList();
        if (messages.Count == 0 && told.Count > 0 && (room > 0 || told[0].IsPressing))
        {
            messages.Add(new Telling([], null));
        }

        if (messages.Count == 0)
        {
            return new Bundle([], [.. held, .. told]);
        }

        var along = told.Concat(near.OrderBy(one => one.Item.At)).Take(MostTogether).ToList();
        messages[0] = messages[0] with { Told = [.. along.OrderBy(one => one.Item.At)] };
        return new Bundle(messages, [.. held, .. told.Skip(MostTogether)]);
    }
}
