using System.Globalization;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.CheckIns;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Residents;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Skills.Medication;

/// <summary>Being away: what will not be asked, and until when, is repeated back before it is done.</summary>
/// <remarks>Her days are planned afresh in the same turn: who is home again may have a dose in five minutes.</remarks>
internal sealed class AwaySkill(DaysAhead days) : ISkill
{
    /// <summary>Whether it is good so.</summary>
    public const string Sure = "pause.sure?";

    /// <summary>When she is back.</summary>
    public const string Until = "pause.until?";

    private const string From = "from";
    private const string Back = "back";

    public IReadOnlyCollection<string> Intents { get; } = ["pause.start", "pause.end"];

    public IReadOnlyCollection<string> Questions { get; } = [Sure, Until];

    // "Friday", or "three days", means nothing by itself, and everything after "when are you back?".
    public Task<bool> ClaimsAsync(Turn turn, CancellationToken cancellationToken) =>
        Task.FromResult(turn.Answers?.Question == Until && turn.Times.Count > 0);

    public async Task<Saying> AnswerAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Resident is not { } resident)
        {
            return Saying.Of("conversation.residents_only");
        }

        return (turn.Answers?.Question, turn.Understanding.Intent) switch
        {
            (_, "pause.end") => await EndAsync(turn, resident, cancellationToken),
            (_, "pause.start") => Repeat(turn, AwayDays.Read(turn)),
            (Until, _) => await BackAsync(turn, cancellationToken),
            (_, "yes") => await BeginAsync(turn, resident, cancellationToken),
            (_, "no") => NotDone(turn),
            _ => await AskedAsync(turn, cancellationToken) ?? Saying.Of("pause.kept"),
        };
    }

    private static Saying Repeat(Turn turn, AwayDays away) => away is { AreClear: true, Back: { } back }
        ? Saying.Of("pause.sure").With(From, At(turn, away.From)).With(Back, At(turn, back))
            .Asking(Sure, Guid.CreateVersion7(turn.Now), "yes", "no")
        : Saying.Of("pause.until").With(From, At(turn, away.From)).Asking(Until, Guid.CreateVersion7(turn.Now));

    private static async Task<Saying> BackAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Understanding.Intent is "no")
        {
            return NotDone(turn);
        }

        var asked = await AskedAsync(turn, cancellationToken);
        Close(turn);
        return Repeat(turn, AwayDays.Read(turn, asked is null ? null : Day(turn, asked, From)));
    }

    private async Task<Saying> BeginAsync(Turn turn, Resident resident, CancellationToken cancellationToken)
    {
        if (await AskedAsync(turn, cancellationToken) is not { } asked || turn.Answers?.Question != Sure)
        {
            return Saying.Of("pause.kept");
        }

        Close(turn);
        var (from, back) = (Day(turn, asked, From), Day(turn, asked, Back));
        if (!PauseBook.IsPossible((from, back), turn.Speaker.Zone.DayOf(turn.Now).Date))
        {
            return Saying.Of("pause.kept");
        }

        HomeClock.Book(turn, resident).Pause(resident.Id, null, from, back);
        await new PauseBook(turn.Db, turn.Now).BeginAsync(resident.Id, turn.Speaker.Zone, (from, back), cancellationToken);
        await days.PlanAsync(turn.Db, resident.Id, cancellationToken);
        return Saying.Of("pause.begun").With(Back, At(turn, back));
    }

    private async Task<Saying> EndAsync(Turn turn, Resident resident, CancellationToken cancellationToken)
    {
        var wasElsewhere = await HomeClock.BackAsync(turn, resident, cancellationToken);
        var today = turn.Speaker.Zone.DayOf(turn.Now).Date;
        var pauses = await turn.Db.Set<MedicationPause>()
            .Where(p => p.ResidentId == resident.Id && p.TreatmentId == null && p.ReturnsOn > today && p.From <= today).ToListAsync(cancellationToken);
        foreach (var pause in pauses)
        {
            HomeClock.Book(turn, resident).Resume(pause, today);
        }

        var wasAway = await new PauseBook(turn.Db, turn.Now).EndAsync(resident.Id, turn.Speaker.Zone, cancellationToken);
        await days.PlanAsync(turn.Db, resident.Id, cancellationToken);
        return Saying.Of(wasElsewhere ? "place.home" : wasAway || pauses.Count > 0 ? "pause.ended" : "pause.welcome");
    }

    private static Saying NotDone(Turn turn)
    {
        Close(turn);
        return Saying.Of("pause.kept");
    }

    private static void Close(Turn turn)
    {
        if (turn.Answers is { } asked)
        {
            turn.Close(asked.Subject);
        }
    }

    private static async Task<Saying?> AskedAsync(Turn turn, CancellationToken cancellationToken) =>
        turn.Answers is { } asked ? await EarlierWords.AboutAsync(turn, asked.Subject, cancellationToken) : null;

    private static DateTimeOffset At(Turn turn, DateOnly day) => turn.Speaker.Zone.At(day, new TimeOnly(12, 0));

    private static DateOnly Day(Turn turn, Saying asked, string value) =>
        turn.Speaker.Zone.DayOf(DateTimeOffset.Parse(asked.Values[value], CultureInfo.InvariantCulture)).Date;
}
