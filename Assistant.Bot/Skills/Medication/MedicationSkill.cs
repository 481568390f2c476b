using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Skills.Medication;

/// <summary>What is said about pills. It notes and remembers; it never advises and never guesses.</summary>
internal sealed class MedicationSkill(DoseFinder finder, AsNeeded asNeeded, Stock stock, SayBook book) : ISkill
{
    /// <summary>Which of the moments that wait for an answer.</summary>
    public const string Which = "medication.which?";

    /// <summary>Whether to ask again, after a bare no.</summary>
    public const string AskLater = "medication.later?";

    public IReadOnlyCollection<string> Intents { get; } =
    [
        "medication.taken", "medication.skipped", "medication.later", "medication.status", "medication.list",
        "medication.as_needed", "medication.stock", "medication.advice",
    ];

    public IReadOnlyCollection<string> Questions { get; } = [DoseSource.Question, Which, AskLater, AsNeeded.Question, AsNeeded.Which, Stock.Which, StockTold.Question];

    public async Task<bool> ClaimsAsync(Turn turn, CancellationToken cancellationToken) => (turn.Answers?.Question, turn.Resident) switch
    {
        (Which, _) => finder.MeansAll(turn) || finder.NamedMoment(turn) is not null,
        (AsNeeded.Which, { } resident) => await AsNeeded.NamesOneAsync(turn, resident, cancellationToken),
        (Stock.Which, { } resident) => await Stock.NamesOneAsync(turn, resident, cancellationToken),
        (StockTold.Question, { } resident) => await StockTold.NamesSomebodyAsync(turn, resident, book.In(turn.Speaker.Language), cancellationToken),
        _ => false,
    };

    public async Task<Saying> AnswerAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Resident is not { } resident)
        {
            return Saying.Of("conversation.residents_only");
        }

        var intent = turn.Understanding.Intent;
        return intent switch
        {
            "medication.taken" or "medication.skipped" or "medication.later" =>
                await FindAsync(turn, resident, intent, cancellationToken),
            "medication.status" => await DoseStatus.TellAsync(turn, resident, finder, cancellationToken),
            "medication.list" => await DoseStatus.ListAsync(turn, resident, cancellationToken),
            "medication.as_needed" => await asNeeded.AnswerAsync(turn, resident, cancellationToken),
            "medication.stock" => await stock.AnswerAsync(turn, resident, cancellationToken),
            "medication.advice" => Saying.Of(intent),
            _ => await BareAsync(turn, resident, cancellationToken),
        };
    }

    private async Task<Saying> FindAsync(Turn turn, Resident resident, string intent, CancellationToken cancellationToken)
    {
        var found = await finder.FindAsync(turn, resident, cancellationToken);
        return found switch
        {
            { Doses: [var one], IsCertain: true } => await NoteAsync(turn, one, intent, cancellationToken),
            { Doses: [var one] } => DoseAnswers.Ask("medication.unclear", one),
            { Doses: [] } => found.Pressed ? Saying.Of("medication.gone") : Saying.Of("medication.nothing_now"),
            _ => DoseAnswers.AskWhich(turn, found.Doses, intent),
        };
    }

    // "Ja, om half negen" before half past eight is a plan and no intake; "forgotten" in time is no decision.
    private async Task<Saying> NoteAsync(Turn turn, PlanItem item, string intent, CancellationToken cancellationToken)
    {
        var isInTime = item.IsAnswerable && turn.Now < item.ValidUntil;
        if (intent == "medication.skipped" && isInTime && finder.SaysForgot(turn))
        {
            return Saying.Of("medication.ask_later").Asking(AskLater, item.Id.Value, "yes", "no");
        }

        var isPlan = intent == "medication.taken" && item.IsAnswerable && finder.IsStillToCome(turn, item);
        return isPlan && turn.Understanding.Intent != "yes"
            ? DoseAnswers.Ask("medication.unclear", item)
            : await DoseAnswers.NoteAsync(
                turn, item, new Word(isPlan ? "medication.later" : intent, finder.NamedTime(turn), finder.Reason(turn)), cancellationToken);
    }

    // A bare no to "have you taken them?" is seldom "I leave them out": mostly it is "not yet".
    private async Task<Saying> BareAsync(Turn turn, Resident resident, CancellationToken cancellationToken)
    {
        var (question, bare) = (turn.Answers?.Question, turn.Understanding.Intent);
        switch (question)
        {
            case Which:
                return await DoseAnswers.WhichAsync(turn, resident, finder, cancellationToken);
            case AsNeeded.Question when turn.Answers is { } asked:
                return await AsNeeded.AnsweredAsync(turn, resident, asked, cancellationToken);
            case AsNeeded.Which:
                return await asNeeded.AnswerAsync(turn, resident, cancellationToken);
            case Stock.Which:
                return await stock.AnswerAsync(turn, resident, cancellationToken);
            case StockTold.Question:
                return await StockTold.AnsweredAsync(turn, resident, book.In(turn.Speaker.Language), cancellationToken);
        }

        if ((question, bare) is (DoseSource.Question, "yes") or (AskLater, "yes" or "no"))
        {
            var intent = question == DoseSource.Question ? "medication.taken" : bare == "yes" ? "medication.later" : "medication.skipped";
            return await FindAsync(turn, resident, intent, cancellationToken);
        }

        var found = await finder.FindAsync(turn, resident, cancellationToken);
        return found.Doses is not [.., var one] ? Saying.Of("medication.gone")
            : bare == "no" ? Saying.Of("medication.ask_later").Asking(AskLater, one.Id.Value, "yes", "no")
            : DoseAnswers.Ask("medication.unclear", one);
    }
}
