using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Delivery;

namespace Assistant.Bot.Skills.DayPlan;

/// <summary>Asks what a draft still lacks, one thing at a time, and repeats it back when nothing is.</summary>
internal sealed class DraftQuestions(ComingDays coming)
{
    /// <summary>Something that is missing.</summary>
    public const string Missing = "dayplan.missing?";

    /// <summary>Whether it is right so.</summary>
    public const string Sure = "dayplan.change?";

    private const int MostChoices = 3;

    /// <summary>The next question about this draft.</summary>
    public async Task<Saying> NextAsync(Around around, Draft draft, CancellationToken cancellationToken) => draft switch
    {
        { Verb: DraftVerb.Add, Title: null } => Ask(around, draft, $"{Words(draft)}.ask_what"),
        { Verb: DraftVerb.Add, Date: null } => Ask(around, draft, $"{Words(draft)}.ask_day"),
        { Verb: DraftVerb.Add, At: null, IsAllDay: false } => Ask(around, draft, $"{Words(draft)}.ask_time"),
        { Verb: DraftVerb.Move, Date: null, At: null } => Ask(around, draft, "dayplan.ask_to"),
        { Verb: not DraftVerb.Cancel } when around.IsPast(DateOf(draft), TimeOf(around, draft)) =>
            Ask(around, draft with { Date = null, At = draft.Verb is DraftVerb.Move ? null : draft.At }, "dayplan.past"),
        { Of.Recurs: true, Scope: null } => AskScope(around, draft),
        _ => await RepeatAsync(around, draft, cancellationToken),
    };

    /// <summary>An hour was said that no clock shows.</summary>
    public static Saying NoTime(Around around, Draft draft) => Ask(around, draft with { At = null }, "dayplan.no_time");

    /// <summary>Which of these it is.</summary>
    public static Saying AskWhich(Around around, Draft draft, IReadOnlyList<Target> among)
    {
        var some = among.Take(MostChoices).ToList();
        var isPlain = some.Select(target => target.Title).Distinct().Count() == some.Count;
        var saying = Saying.Of("dayplan.which");
        List<string> choices = [];
        foreach (var target in some)
        {
            var id = Guid.CreateVersion7(around.Turn.Now);
            var label = isPlain ? target.Title : Label("dayplan.label_at", target);
            saying = (draft with { Of = target }).PickedBy(saying, id);
            choices.Add(new OwnChoice(new ChoiceValue(Intent(draft), id), label).ToString());
        }

        return draft.Asking(saying, Missing, Guid.CreateVersion7(around.Turn.Now), choices);
    }

    /// <summary>Whose words are used of something new: what is only said at its time has words of its own.</summary>
    public static string Words(Draft draft) => draft is { Verb: DraftVerb.Add, IsReminder: true } ? "remember" : "dayplan";

    /// <summary>The day a draft comes to.</summary>
    public static DateOnly DateOf(Draft draft) => draft.Date ?? draft.Of?.Date ?? default;

    /// <summary>The hour it comes to; null for a whole day.</summary>
    public static TimeOnly? TimeOf(Around around, Draft draft) => draft.IsAllDay ? null
        : draft.At ?? (draft.Of is { IsAllDay: false } of ? around.Zone.TimeOf(of.At) : null);

    /// <summary>When it will be, in words; the values they need go into the outer saying.</summary>
    public static Saying When(Saying saying, Around around, Draft draft)
    {
        var (date, at) = (DateOf(draft), TimeOf(around, draft));
        var key = draft.Rule is { } rule ? Repeats(rule) : "once";
        return saying
            .With("days", DaysOf(draft, around).Select(day => Saying.Of("dayplan.weekday").With("on", around.Moment(day, null))))
            .With("at", around.Moment(date, at))
            .With("when", Saying.Of(WhenKey(draft, key, at is null)).With("at", around.Moment(date, at)));
    }

    private static string WhenKey(Draft draft, string repeats, bool isAllDay) => isAllDay ? $"dayplan.day.{repeats}"
        : repeats is "once" ? $"{Words(draft)}.when.once"
        : $"dayplan.when.{repeats}";

    private static Saying Ask(Around around, Draft draft, string key) =>
        draft.Asking(Saying.Of(key), Missing, Guid.CreateVersion7(around.Turn.Now));

    private static Saying AskScope(Around around, Draft draft)
    {
        var (once, always) = (Guid.CreateVersion7(around.Turn.Now), Guid.CreateVersion7(around.Turn.Now));
        var saying = (draft with { Scope = ChangeScope.ThisTime }).PickedBy(Saying.Of("dayplan.scope").With("what", draft.Of?.Title ?? ""), once);
        saying = (draft with { Scope = ChangeScope.FromThenOn }).PickedBy(saying, always);
        return draft.Asking(
            saying,
            Missing,
            Guid.CreateVersion7(around.Turn.Now),
            new OwnChoice(new ChoiceValue(Intent(draft), once), "=dayplan.label_once").ToString(),
            new OwnChoice(new ChoiceValue(Intent(draft), always), "=dayplan.label_always").ToString());
    }

    private async Task<Saying> RepeatAsync(Around around, Draft draft, CancellationToken cancellationToken)
    {
        var saying = draft.Verb switch
        {
            DraftVerb.Add when around.IsHerself => Saying.Of(draft.IsOffer ? "dayplan.offer" : $"{Words(draft)}.sure_add"),
            DraftVerb.Add => Saying.Of("dayplan.sure_add_for").Naming(around.Her.Name, Ground.Telling(SharedKind.Arranging, around.Resident.Id)),
            DraftVerb.Move => Saying.Of("dayplan.sure_move"),
            _ => Saying.Of("dayplan.sure_cancel"),
        };
        saying = When(saying, around, draft).With("what", draft.Of?.Title ?? draft.Title ?? "");
        saying = draft.Of is { } of ? Was(saying, draft, of) : saying;
        saying = draft.Verb is DraftVerb.Cancel ? saying : await RemarkAsync(saying, around, draft, cancellationToken);
        return draft.Asking(saying, Sure, Guid.CreateVersion7(around.Turn.Now), "yes", "no");
    }

    private static Saying Was(Saying saying, Draft draft, Target of)
    {
        saying = saying.With("was", of.At);
        return draft.Scope switch
        {
            ChangeScope.ThisTime => saying.With("scope", Saying.Of("dayplan.only_once")),
            not null => saying.With("scope", Saying.Of("dayplan.from_then_on")),
            null => saying.With("scope", ""),
        };
    }

    // What else is on her day is hers: somebody of her circle hears of it only where she agreed to that.
    private async Task<Saying> RemarkAsync(Saying saying, Around around, Draft draft, CancellationToken cancellationToken)
    {
        var day = new LocalDay(DateOf(draft), around.Zone);
        if (draft.IsReminder || TimeOf(around, draft) is not { } at || (!around.IsHerself && !await MayKnowAsync(around, SharedKind.DayPlan, cancellationToken)))
        {
            return saying.With("remark", "");
        }

        var there = await coming.OnAsync(around.Turn, around.Resident.Id, day, cancellationToken);
        var lasts = draft.Lasts ?? draft.Of?.Occupies ?? AppointmentSource.Usual;
        var inTheWay = Clash.With(there, day.At(at), lasts, draft.Of?.Series);
        return inTheWay.Count == 0 ? saying.With("remark", "")
            : saying.With("clash", string.Join('\n', inTheWay.Select(m => m.Title).Distinct())).With("remark", Saying.Of("dayplan.clash"));
    }

    public static async Task<bool> MayKnowAsync(Around around, SharedKind kind, CancellationToken cancellationToken)
    {
        var pair = new Pair(around.Resident.Id, around.Turn.Speaker.Id);
        return (await Discretion.ReadAsync(around.Turn.Db, [pair], around.Turn.Now, cancellationToken)).MayKnow(pair, kind).IsAllowed;
    }

    private static string Repeats(string rule) => Recurrence.Parse(rule) switch
    {
        { Frequency: RecurrenceFrequency.Daily, Interval: 1 } => "daily",
        { Frequency: RecurrenceFrequency.Weekly, Interval: 1 } => "weekly",
        { Frequency: RecurrenceFrequency.Weekly, Interval: 2 } => "other_week",
        { Frequency: RecurrenceFrequency.Yearly, Interval: 1 } => "yearly",
        _ => "again",
    };

    // The weekdays of a week in which it comes back.
    private static IEnumerable<DateOnly> DaysOf(Draft draft, Around around)
    {
        const int Week = 7;
        var first = DateOf(draft);
        return draft.Rule is { } rule && Recurrence.Parse(rule).Frequency is RecurrenceFrequency.Weekly
            ? Recurrence.Parse(rule).Dates(first, first, first.AddDays(Week - 1)).DefaultIfEmpty(around.Today)
            : [first];
    }

    private static string Intent(Draft draft) => draft.Verb switch
    {
        DraftVerb.Add => "dayplan.add",
        DraftVerb.Move => "dayplan.move",
        _ => "dayplan.cancel",
    };

    private static string Label(string key, Target target) => $"={key}\twhat={target.Title}\tat={target.At:O}";
}
