using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Reminders;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Skills.DayPlan;

/// <summary>Does what was agreed on, plans her days afresh, and takes it back when she thinks better of it.</summary>
internal sealed class DayChanges(DaysAhead days)
{
    /// <summary>Whether something that was done stays so; open as long as it can be undone.</summary>
    public const string Undo = "dayplan.undo?";

    /// <summary>Whether a bare no meant that it should be undone.</summary>
    public const string UndoSure = "dayplan.undo_sure?";

    /// <summary>How long before an appointment it is spoken of. Default 30 min: a coat and a bus. (choice)</summary>
    private static readonly TimeSpan Notice = TimeSpan.FromMinutes(30);

    private const string Route = "talk";

    /// <summary>Does it.</summary>
    public async Task<Saying> DoAsync(Around around, Draft draft, CancellationToken cancellationToken)
    {
        var book = Book(around);
        var (date, at) = (DraftQuestions.DateOf(draft), DraftQuestions.TimeOf(around, draft));
        DayChangeOutcome outcome = draft switch
        {
            { Verb: DraftVerb.Add } => new DayChangeOutcome.Changed(book.Add(Appointment(around, draft))),
            { Verb: DraftVerb.Move, Of: { } of } =>
                await book.MoveAsync(of.Occurrence(draft.Resident), date, at, draft.Scope ?? ChangeScope.Always, cancellationToken),
            { Of: { } of } => await book.CancelAsync(of.Occurrence(draft.Resident), draft.Scope ?? ChangeScope.Always, cancellationToken),
            _ => new DayChangeOutcome.Gone(),
        };
        switch (outcome)
        {
            case DayChangeOutcome.OfACalendar:
                return Saying.Of("dayplan.of_a_calendar");
            case DayChangeOutcome.TooIrregular:
                return Saying.Of("dayplan.too_irregular");
            case DayChangeOutcome.Changed { Change: var change }:
                await PlanAsync(around, draft, cancellationToken);
                return Done(around, draft, change);
            default:
                return Saying.Of("dayplan.not_found");
        }
    }

    /// <summary>Takes a change back.</summary>
    public async Task<Saying> UndoAsync(Around around, Guid change, CancellationToken cancellationToken)
    {
        if (!await Book(around).UndoAsync(around.Resident.Id, change, cancellationToken))
        {
            return Saying.Of("dayplan.undo_late");
        }

        await days.PlanAsync(around.Turn.Db, around.Resident.Id, cancellationToken);
        return Saying.Of("dayplan.undone");
    }

    /// <summary>What the speaker changed last and may still take back; null where there is nothing.</summary>
    public static Task<DayChange?> LastAsync(Around around, CancellationToken cancellationToken) =>
        Book(around).LastAsync(around.Resident.Id, cancellationToken);

    /// <summary>Takes what somebody else put there off her days again.</summary>
    public async Task RefuseAsync(Around around, Appointment appointment, CancellationToken cancellationToken)
    {
        var which = new Occurrence(around.Resident.Id, AppointmentSource.SourceName, appointment.Id.Value, appointment.Date);
        await Book(around).CancelAsync(which, ChangeScope.Always, cancellationToken);
        await days.PlanAsync(around.Turn.Db, around.Resident.Id, cancellationToken);
    }

    private static Saying Done(Around around, Draft draft, DayChange change)
    {
        var key = draft.Verb switch
        {
            DraftVerb.Add => $"{DraftQuestions.Words(draft)}.added",
            DraftVerb.Move => "dayplan.moved",
            _ => "dayplan.cancelled",
        };
        var saying = around.IsHerself ? Saying.Of(key)
            : Saying.Of($"{key.Replace("remember", "dayplan", StringComparison.Ordinal)}_for").Naming(around.Her.Name, Ground.Telling(SharedKind.Arranging, around.Resident.Id));
        return DraftQuestions.When(saying, around, draft).With("what", draft.Of?.Title ?? draft.Title ?? "")
            .Asking(Undo, change.Id, new OwnChoice(new ChoiceValue("dayplan.cancel", change.Id), "=dayplan.label_undo").ToString());
    }

    private static Appointment Appointment(Around around, Draft draft) => new()
    {
        Id = AppointmentId.New(around.Turn.Now),
        ResidentId = around.Resident.Id,
        Title = draft.Title ?? throw new ArgumentException("Nobody said what it is.", nameof(draft)),
        Date = DraftQuestions.DateOf(draft),
        At = DraftQuestions.TimeOf(around, draft),
        Lasts = draft.Lasts,
        Rule = draft.Rule,
        Importance = Importance.Mention,
        IsReminder = draft.IsReminder,
        NoticeAhead = draft.IsAllDay || draft.IsReminder ? null : Notice,
        AddedBy = around.Turn.Speaker.Id,
    };

    // What was asked about already is history for planning; where it was moved or left out, nobody waits for that answer.
    private async Task PlanAsync(Around around, Draft draft, CancellationToken cancellationToken)
    {
        if (draft.Of is { } of && await AskedAsync(around, of, cancellationToken) is { } asked)
        {
            asked.Cancel();
            (await around.Turn.Db.Set<Reminder>().SingleAsync(r => r.Id == asked.Id, cancellationToken)).Close();
        }

        await days.PlanAsync(around.Turn.Db, around.Resident.Id, cancellationToken);
    }

    private static Task<PlanItem?> AskedAsync(Around around, Target of, CancellationToken cancellationToken)
    {
        var slot = OccurrenceSlot.Of(of.Series, of.Named, of.Date).ToString();
        return around.Turn.Db.Set<PlanItem>().SingleOrDefaultAsync(
            i => i.ResidentId == around.Resident.Id && i.Source == of.Source && i.LocalDate == of.Date && i.Slot == slot && i.State == PlanItemState.Open,
            cancellationToken);
    }

    private static AppointmentBook Book(Around around) => new(around.Turn.Db, around.Turn.Now, around.Actor, Route);
}
