using Assistant.Scheduling.Consent;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Store;

namespace Assistant.Scheduling.Reminders;

/// <summary>What a reminder says: one thing that is told or asked, or several that are told and one that is asked.</summary>
public static class ReminderMessage
{
    /// <summary>That something comes, in so many minutes. The minutes are counted afresh when it leaves.</summary>
    public const string Notice = "reminder.notice";

    /// <summary>The same after its moment: that it is time.</summary>
    public const string NoLongerAhead = "reminder.now";

    /// <summary>Several things in one message.</summary>
    public const string Several = "reminder.together";

    /// <summary>What goes before a question in one message.</summary>
    public const string Along = "reminder.along";

    /// <summary>The value with the several things. Shape: sayings, a line each.</summary>
    public const string AlsoValue = "also";

    /// <summary>How long what was held back for long is still worth sending. Default 15 min. (choice)</summary>
    private static readonly TimeSpan LeastValidity = TimeSpan.FromMinutes(15);

    /// <summary>The message to this person.</summary>
    internal static OutboundMessage Of(AssistantDb db, Telling telling, DueReminder first, DateTimeOffset now)
    {
        var items = telling.Told.Select(one => one.Item).Concat(telling.Asked is { } asked ? [asked.Item] : []).ToList();
        var until = items.Max(item => item.ValidUntil);
        return new OutboundMessage
        {
            Id = MessageId.New(now),
            To = first.Person,
            Ground = Ground.For(Purpose.Reminders, first.Item.ResidentId),
            DedupeKey = Key(telling, first),
            Saying = SayingOf(telling, now),
            CreatedAt = now,
            Number = db.NextNumber(),
            ValidUntil = until > now + LeastValidity || telling.Asked is not null ? until : now + LeastValidity,
        }.Due(now);
    }

    /// <summary>Whole minutes until then, the begun one counted: what is in ten seconds is in one minute.</summary>
    public static int MinutesUntil(DateTimeOffset at, DateTimeOffset now) => Math.Max(1, (int)Math.Ceiling((at - now).TotalMinutes));

    // A thing that was moved is announced afresh; what is asked again has been asked so often.
    private static string Key(Telling telling, DueReminder first)
    {
        var (reminder, item) = (first.Reminder, first.Item);
        var step = telling is { Asked: null, Told: [{ Decision: NudgeDecision.Announce }, ..] }
            ? $"ahead:{item.At.ToUnixTimeSeconds()}"
            : $"{reminder.Prompts}:{reminder.Snoozes}";
        return ReminderBook.DedupePrefix(item.Id) + step;
    }

    private static Saying SayingOf(Telling telling, DateTimeOffset now) => telling switch
    {
        { Asked: { } asked, Told: [] } => Question(asked, IsAgain(asked) ? "again" : "prompt"),
        { Asked: { } asked } => Question(asked, IsAgain(asked) ? "again" : "along")
            .With(Saying.Opening, $"={Along}").WithEach(AlsoValue, telling.Told.Select(Line)),
        { Told: [{ Decision: NudgeDecision.Announce } only] } =>
            About(only.Item, Notice).With("minutes", $"{MinutesUntil(only.Item.At, now)}"),
        { Told: [var only] } => About(only.Item, $"{Words(only.Item)}.{(only.Item.IsAllDay ? "day" : "mention")}"),
        _ => Saying.Of(Several).WithEach(AlsoValue, telling.Told.Select(Line)),
    };

    private static bool IsAgain(Sayable asked) => asked.Decision is NudgeDecision.Ask { Again: true };

    private static Saying Question(Sayable asked, string word) => About(asked.Item, $"{Words(asked.Item)}.{word}")
        .Asking(asked.Item.Question, asked.Item.Id.Value, asked.Item.Choices.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static Saying Line(Sayable told) => About(told.Item, told.Item.IsAllDay ? "reminder.line_day" : "reminder.line");

    private static Saying About(PlanItem item, string key) => Saying.Of(key).With("what", item.Title).With("at", item.At);

    // "medication.prompt", "routine.again": the words belong to whoever put the thing on the day, or leads her through it.
    private static string Words(PlanItem item) => item.Question switch
    {
        RoutineSource.StepsQuestion => "steps",
        AppointmentSource.ReminderQuestion => "remember",
        _ => item.Source,
    };
}
