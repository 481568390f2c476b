using Assistant.Bot.Conversation;
using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Times;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Skills.DayPlan;

/// <summary>Putting something on her day, moving it and taking it off, by talking.</summary>
/// <remarks>
/// What is missing is asked, one thing at a time; everything is repeated back before it counts, and only a yes is a yes;
/// a correction changes the part it names; for ten minutes a word takes it back.
/// </remarks>
internal sealed class DayPlanSkill(SayBook book, TimeReader times, DayPlanner planner, DaysAhead days) : ISkill
{
    /// <remarks>A little more than what is asked again anyway: under an open question of ours the answer is likelier meant. (choice)</remarks>
    private const double Doubt = 0.7;

    /// <remarks>Who says more than this tells something. Default 12 words. (choice)</remarks>
    private const int MostWords = 12;

    /// <remarks>More words than this name something by themselves. Default 6. (choice)</remarks>
    private const int MostUndoWords = 6;

    private static readonly string[] Small = ["dayplan.once", "dayplan.always", "dayplan.drop", "dayplan.whole_day"];

    private readonly DayChanges changes = new(days);
    private readonly DraftTalk talk = new(times, planner, new DayChanges(days));

    public IReadOnlyCollection<string> Intents { get; } = ["dayplan.add", "dayplan.move", "dayplan.cancel", "reminder.add", "reminder.cancel"];

    public IReadOnlyCollection<string> Questions { get; } =
        [DraftQuestions.Missing, DraftQuestions.Sure, DayChanges.Undo, DayChanges.UndoSure, FromAfar.Question];

    // "Dinsdag", "altijd" and "laat maar" mean nothing by themselves, or something else; "nee, de tandarts" puts right.
    public Task<bool> ClaimsAsync(Turn turn, CancellationToken cancellationToken) => Task.FromResult(turn.Answers?.Question switch
    {
        DraftQuestions.Missing or DraftQuestions.Sure when !IsShort(turn) || SaidWhat.Begins(turn.Utterance.Text, Page(turn), "dayplan.asks") => false,
        DraftQuestions.Missing or DraftQuestions.Sure => SaidWhat.Begins(turn.Utterance.Text, Page(turn), "dayplan.no")
            || (!IsClear(turn) && (turn.Times.Count > 0 || IsUnsure(turn) || Small.Any(key => Hears(turn, key)))),
        DayChanges.Undo or DayChanges.UndoSure => IsUndo(turn),
        _ => false,
    });

    // "Maak dat ongedaan", when something else was asked in between; and "elke woensdag zwemmen", which no rule foresaw.
    public bool Overhears(Turn turn) => !turn.Speaker.IsStranger && turn.Utterance.Choice is null && IsShort(turn)
        && (Hears(turn, "dayplan.take_back") || ComesBack(turn));

    public async Task<Saying> AnswerAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (await Draft.PickedAsync(turn, cancellationToken) is var (picked, subject))
        {
            return await talk.PickAsync(turn, Page(turn), (picked, subject), cancellationToken);
        }

        switch (turn.Answers)
        {
            case { Question: DayChanges.Undo or DayChanges.UndoSure } asked when !IsNew(turn):
                return await KeepOrUndoAsync(turn, asked, cancellationToken);
            case { Question: FromAfar.Question } asked when !IsNew(turn):
                return turn.Resident is { } resident
                    ? await FromAfar.AnswerAsync(new Around(turn, resident, turn.Speaker, Page(turn)), asked, changes, cancellationToken)
                    : Saying.Of("conversation.residents_only");
            case { Question: DraftQuestions.Missing or DraftQuestions.Sure } asked when await DraftTalk.OpenAsync(turn, asked, cancellationToken) is { } draft:
                return await talk.GoOnAsync(turn, Page(turn), (draft, asked.Subject, asked.Question), cancellationToken);
            case { Question: DraftQuestions.Missing or DraftQuestions.Sure } when !Intents.Contains(turn.Understanding.Intent):
                return Saying.Of("dayplan.answered");
            default:
                return Intents.Contains(turn.Understanding.Intent) || ComesBack(turn)
                    ? await talk.BeginAsync(turn, Page(turn), cancellationToken)
                    : await TakeBackAsync(turn, cancellationToken);
        }
    }

    private async Task<Saying> KeepOrUndoAsync(Turn turn, Asked asked, CancellationToken cancellationToken)
    {
        var change = await turn.Db.Set<DayChange>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == asked.Subject, cancellationToken);
        if (change is null || await WhoseDay.OfAsync(turn, Page(turn), change.ResidentId, cancellationToken) is not { } around || !(around.IsHerself || change.By == turn.Speaker.Id))
        {
            return Saying.Of("dayplan.answered");
        }

        var isPressed = turn.Utterance.Choice is { Intent: "dayplan.cancel" };
        if (isPressed || IsUndo(turn) || (asked.Question is DayChanges.UndoSure && turn.Understanding.Intent is "yes"))
        {
            turn.Close(asked.Subject);
            return await UndoAsync(around, change, cancellationToken);
        }

        if (turn.Understanding.Intent is "no" && asked.Question is DayChanges.Undo)
        {
            turn.Close(asked.Subject);
            return Saying.Of("dayplan.undo_sure").Asking(DayChanges.UndoSure, asked.Subject, "yes", "no");
        }

        if (turn.Understanding.Intent is Understanding.Other)
        {
            return Saying.Of("welcome.not_understood");
        }

        turn.Close(asked.Subject);
        return Saying.Of("dayplan.stays");
    }

    private async Task<Saying> TakeBackAsync(Turn turn, CancellationToken cancellationToken) =>
        await WhoseDay.FindAsync(turn, Page(turn), cancellationToken) is { } around
            && await DayChanges.LastAsync(around, cancellationToken) is { } last
                ? await UndoAsync(around, last, cancellationToken)
                : Saying.Of("dayplan.nothing_to_undo");

    private async Task<Saying> UndoAsync(Around around, DayChange change, CancellationToken cancellationToken)
    {
        var said = await changes.UndoAsync(around, change.Id, cancellationToken);
        if (said.Key is "dayplan.undone" && change.By != around.Resident.PersonId && !around.IsHerself)
        {
            await FromAfar.TellUndoneAsync(around, change, cancellationToken);
        }

        return said;
    }

    // A whole sentence about a day, said while something small is open.
    private bool IsNew(Turn turn) => turn.Utterance.Choice is null && Intents.Contains(turn.Understanding.Intent) && !IsUndo(turn);

    // "Ik hoef vrijdag toch niet naar het ziekenhuis" is about Friday, and not about what was done last.
    private bool IsUndo(Turn turn) => Hears(turn, "dayplan.undo") && turn.Times.Count == 0
        && turn.Utterance.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= MostUndoWords;

    private bool ComesBack(Turn turn) => turn is { Resident: not null, Understanding.Intent: Understanding.Other }
        && turn.Times.Any(time => time is { Kind: TimeKind.Recurrence, SpanStart: 0 }) && !turn.Utterance.Text.Contains('?', StringComparison.Ordinal)
        && !Hears(turn, "dayplan.pills") && !Hears(turn, "dayplan.take_back");

    private bool IsClear(Turn turn) => Intents.Contains(turn.Understanding.Intent) && !IsUnsure(turn);

    private static bool IsUnsure(Turn turn) => turn.Understanding.Confidence < Doubt;

    private static bool IsShort(Turn turn) => turn.Utterance.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= MostWords;

    private bool Hears(Turn turn, string key) => SaidWhat.Hears(turn.Utterance.Text, Page(turn), key);

    private SayPage Page(Turn turn) => book.In(turn.Speaker.Language);
}
