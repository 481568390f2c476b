using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Times;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.DayPlan;

namespace Assistant.Bot.Skills.DayPlan;

/// <summary>What somebody's words make of a draft: they change the part they name, and no other.</summary>
internal sealed class DraftWords(TimeReader times)
{
    /// <remarks>A rule that names no day within a year names none that anybody waits for.</remarks>
    private const int AYear = 366;

    /// <summary>The draft after these words.</summary>
    /// <param name="around">Who said them, about whose day.</param>
    /// <param name="draft">The draft before.</param>
    /// <returns>The draft, and whether the words changed anything or named an hour that no clock shows.</returns>
    public (Draft Draft, bool IsNoTime) TakeIn(Around around, Draft draft)
    {
        var said = around.Times(times);
        var title = draft is { IsReminder: true, Verb: DraftVerb.Add } ? SaidReminder.Title(said.Rest, around.Page) : SaidWhat.Title(said.Rest, around.Page);
        var next = draft with
        {
            Title = draft.Title is null || (said.IsEmpty && SaidWhat.Begins(around.Turn.Utterance.Text, around.Page, "dayplan.no")) ? title ?? draft.Title : draft.Title,
            Scope = Scope(around) ?? draft.Scope,
            Lasts = said.Lasts ?? draft.Lasts,
        };
        next = When(around, next, said);
        return (WholeDay(around, next, said), said.IsNoTime);
    }

    /// <summary>What a whole sentence wants, before anything in it is read.</summary>
    public static Draft Begin(Turn turn, SayPage page)
    {
        var (text, intent) = (turn.Utterance.Text, turn.Understanding.Intent);
        var isMoved = intent is "reminder.add" && SaidWhat.Hears(text, page, "remember.move");
        var verb = intent switch
        {
            "dayplan.cancel" or "reminder.cancel" => DraftVerb.Cancel,
            "dayplan.move" => DraftVerb.Move,
            _ when isMoved => DraftVerb.Move,
            _ => DraftVerb.Add,
        };
        return new Draft
        {
            Verb = verb,
            Whose = Guid.Empty,
            IsReminder = verb is DraftVerb.Add
                ? intent is "reminder.add" && !IsAnOuting(turn, page)
                : isMoved || intent is "reminder.cancel" || SaidWhat.Hears(text, page, "remember.things"),
            IsOffer = verb is DraftVerb.Add && intent is not "reminder.add"
                && SaidWhat.Hears(text, page, "dayplan.told_of") && !SaidWhat.Hears(text, page, "dayplan.put"),
        };
    }

    // "Elke dinsdag om twee uur de kaartclub" is gone to, and so spoken of ahead.
    private static bool IsAnOuting(Turn turn, SayPage page) =>
        turn.Times.Any(time => time is { Kind: TimeKind.Recurrence, SpanStart: 0 }) && !SaidWhat.Hears(turn.Utterance.Text, page, "remember.asks");

    /// <summary>How much of something that comes back is meant; null where nothing says so.</summary>
    public static ChangeScope? Scope(Around around) => around.Hears("dayplan.once") ? ChangeScope.ThisTime
        : around.Hears("dayplan.always") ? ChangeScope.FromThenOn
        : null;

    private static Draft When(Around around, Draft draft, SaidTimes said)
    {
        if (said.Shift is { } shift && draft is { Verb: DraftVerb.Move, Of: { } of })
        {
            var to = around.Zone.LocalOf(of.At + shift);
            return draft with { Date = DateOnly.FromDateTime(to), At = of.IsAllDay ? null : TimeOnly.FromDateTime(to) };
        }

        // "Om vier uur" is the next four o'clock, "over tien minuten" may be tomorrow, and a timer runs from now.
        var next = said.Next ?? (said.Lasts is { } wait ? around.Turn.SaidAt + wait : null);
        if (said is { Date: null, Rule: null } && next is { } soon && draft is { Verb: DraftVerb.Add, IsReminder: true, Date: null })
        {
            var local = around.Zone.LocalOf(soon);
            return draft with { Date = DateOnly.FromDateTime(local), At = new TimeOnly(local.Hour, local.Minute, local.Second) };
        }

        var at = said.At ?? draft.At;
        if (said.Rule is { } rule)
        {
            return draft with { Rule = rule, At = at, Date = FirstOf(around, rule, at) };
        }

        // Every Wednesday becomes every Thursday when only the day is put right.
        var shifted = said.Date is { } to2 && draft is { Rule: { } had, Date: { } was } ? RuleShift.Of(had, was, to2, before: 0) : draft.Rule;
        return draft with { Date = said.Date ?? draft.Date, At = at, Rule = shifted };
    }

    // A birthday has no hour unless one is said.
    private static Draft WholeDay(Around around, Draft draft, SaidTimes said)
    {
        var isWhole = said.At is null && !draft.IsReminder && (around.Hears("dayplan.whole_day")
            || (draft is { Verb: DraftVerb.Add, At: null, Title: { } title } && SaidWhat.Hears(title, around.Page, "dayplan.all_day")));
        return isWhole ? draft with { IsAllDay = true, At = null } : said.At is null ? draft : draft with { IsAllDay = false };
    }

    private static DateOnly? FirstOf(Around around, string rule, TimeOnly? at) => Recurrence.Parse(rule)
        .Dates(around.Today, around.Today, around.Today.AddDays(AYear))
        .Where(date => !around.IsPast(date, at)).Cast<DateOnly?>().FirstOrDefault();
}
