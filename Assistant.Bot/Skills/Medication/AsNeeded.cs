using System.Globalization;
using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Times;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Skills.Medication;

/// <summary>"May I take a paracetamol?": what her list says, before the dose; and noting it when she takes one.</summary>
/// <remarks>It counts and tells; whether it is wise to take one is for the pharmacy (MDR 2017/745).</remarks>
internal sealed class AsNeeded(SayBook book)
{
    /// <summary>Whether she takes one now.</summary>
    public const string Question = "medication.as_needed?";

    /// <summary>Which of several.</summary>
    public const string Which = "medication.as_needed_which?";

    /// <summary>How long the button of the question is believed, if the list still says it can be. Default 1 h: who gets up for a glass of water is slow. (choice)</summary>
    public static readonly TimeSpan Believed = TimeSpan.FromHours(1);

    private const string RegimenValue = "regimen";
    private const string AskedValue = "asked";

    /// <remarks>The longest period a maximum is set for; what was taken before counts for none.</remarks>
    private static readonly TimeSpan LooksBack = TimeSpan.FromDays(31);

    private static readonly TimeSpan ADay = TimeSpan.FromDays(1);

    // A medicine on her list, and what was taken of it.
    private sealed record Pill(Regimen Regimen, Dosage Dosage, IReadOnlyList<Intake> Intakes)
    {
        public decimal Amount => Dosage.Dose?.High ?? 1;

        public AsNeededLimits Limits => AsNeededLimits.Of(Dosage);

        public AsNeededDecision At(DateTimeOffset at) => AsNeededGuard.Decide(Limits, Intakes, Amount, at);
    }

    /// <summary>Whether these words name one of her as-needed medicines, after it was asked which.</summary>
    public static async Task<bool> NamesOneAsync(Turn turn, Resident resident, CancellationToken cancellationToken) =>
        MedicineWords.Named(turn.Utterance.Text, Listed(await CabinetAsync(turn, resident, cancellationToken), turn)).Count == 1;

    public async Task<Saying> AnswerAsync(Turn turn, Resident resident, CancellationToken cancellationToken)
    {
        var cabinet = await CabinetAsync(turn, resident, cancellationToken);
        var listed = Listed(cabinet, turn);
        var named = MedicineWords.Named(turn.Utterance.Text, listed);
        if (listed.Count == 0 || NamesAnother(turn, listed))
        {
            return Saying.Of(listed.Count == 0 ? "medication.as_needed" : "medication.as_needed_other");
        }

        // "A painkiller" may be a box that is not on her list: without a name nothing is guessed, even where there is but one.
        if (named is not [var one])
        {
            return Saying.Of("medication.as_needed_which").Asking(Which, Guid.CreateVersion7(turn.Now));
        }

        var pill = await PillAsync(turn, cabinet, one, cancellationToken);
        return SaysSheHad(turn) ? Note(turn, pill, TakenAt(turn)) : Ask(turn, pill);
    }

    /// <summary>The answer to whether she takes one now.</summary>
    public static async Task<Saying> AnsweredAsync(Turn turn, Resident resident, Asked asked, CancellationToken cancellationToken)
    {
        var cabinet = await CabinetAsync(turn, resident, cancellationToken);
        var said = await EarlierWords.AboutAsync(turn, asked.Subject, cancellationToken);
        if (Listed(cabinet, turn).FirstOrDefault(r => $"{r.Id:N}" == said?.Values.GetValueOrDefault(RegimenValue)) is not { } regimen)
        {
            return Saying.Of("medication.gone");
        }

        turn.Close(asked.Subject);
        var pill = await PillAsync(turn, cabinet, regimen, cancellationToken);
        return turn.Understanding.Intent switch
        {
            "no" => Saying.Of("medication.as_needed_no"),

            // Hours later, or when something was taken since, a yes is asked again instead of believed.
            "yes" when said is not null && WasAskedJustNow(turn, asked, said) && pill.At(turn.Now) is AsNeededDecision.Allowed => Note(turn, pill, turn.Now),
            _ => Ask(turn, pill),
        };
    }

    // A bare "yes" is about whatever was said last; a button says itself which question it answers.
    private static bool WasAskedJustNow(Turn turn, Asked asked, Saying said) => turn.Utterance.Choice is { } pressed
        ? pressed.Subject == asked.Subject && turn.Now - DateTimeOffset.Parse(said.Values[AskedValue], CultureInfo.InvariantCulture) <= Believed
        : turn.OpenOf(asked.Question).Any(o => o.Subject == asked.Subject);

    private static Saying Ask(Turn turn, Pill pill)
    {
        if (pill.Limits.AreOpen)
        {
            return Saying.Of("medication.as_needed_open");
        }

        return pill.At(turn.Now) switch
        {
            AsNeededDecision.Allowed allowed => May(allowed.Left)
                .With(RegimenValue, $"{pill.Regimen.Id:N}").With(AskedValue, turn.Now)
                .Asking(Question, Guid.CreateVersion7(turn.Now), "yes", "no"),
            AsNeededDecision.TooSoon soon => Soon(pill, soon.NextAt),
            AsNeededDecision.MaximumReached { NextAt: var next } when next < DateTimeOffset.MaxValue =>
                Saying.Of("medication.as_needed_full").With("next", next),
            _ => Saying.Of("medication.as_needed_open"),
        };
    }

    private static Saying May(int? left) => left is { } some
        ? Saying.Of("medication.as_needed_may_left").With("left", $"{some}")
        : Saying.Of("medication.as_needed_may");

    private static Saying Soon(Pill pill, DateTimeOffset next)
    {
        var last = pill.Intakes.Max(intake => intake.At);
        var saying = pill.At(next) is AsNeededDecision.Allowed { Left: { } after }
            ? Saying.Of("medication.as_needed_soon_left").With("left", $"{after + 1}")
            : Saying.Of("medication.as_needed_soon");
        return saying.With("last", last).With("next", next);
    }

    // A fact is noted whatever the list says; that it was too soon is said.
    private static Saying Note(Turn turn, Pill pill, DateTimeOffset takenAt)
    {
        var before = pill.At(takenAt);
        new DoseBook(turn.Db, turn.Now).RecordAsNeeded(
            pill.Regimen, pill.Amount, takenAt, new Said(turn.Speaker.Id, turn.Utterance.Channel, turn.Speaker.Zone));
        if (before is not AsNeededDecision.Allowed && !pill.Limits.AreOpen)
        {
            return Saying.Of("medication.as_needed_over");
        }

        var after = pill with { Intakes = [.. pill.Intakes, new Intake(takenAt, pill.Amount)] };
        return after.At(turn.Now) switch
        {
            AsNeededDecision.TooSoon soon => Saying.Of("medication.as_needed_noted_next").With("next", soon.NextAt),
            AsNeededDecision.MaximumReached { NextAt: var next } when next < DateTimeOffset.MaxValue =>
                Saying.Of("medication.as_needed_noted_next").With("next", next),
            AsNeededDecision.Allowed { Left: { } left } => Saying.Of("medication.as_needed_noted_left").With("left", $"{left + 1}"),
            _ => Saying.Of("medication.as_needed_noted"),
        };
    }

    private static Task<MedicineCabinet> CabinetAsync(Turn turn, Resident resident, CancellationToken cancellationToken) =>
        MedicineCabinet.ReadAsync(turn.Db, resident.Id, turn.Speaker.Zone, cancellationToken);

    private static List<Regimen> Listed(MedicineCabinet cabinet, Turn turn)
    {
        var today = turn.Speaker.Zone.DayOf(turn.Now).Date;
        return [.. cabinet.Regimens.Where(r => r.From <= today && !(r.Until < today) && r.Dosages.Any(d => d.AsNeeded))];
    }

    // What she takes of the same medicine at fixed hours fills the day as well.
    private static async Task<Pill> PillAsync(Turn turn, MedicineCabinet cabinet, Regimen regimen, CancellationToken cancellationToken)
    {
        var intakes = new List<Intake>();
        var doses = new DoseBook(turn.Db, turn.Now);
        foreach (var treatment in cabinet.Regimens.Where(r => MedicineWords.AreSame(r, regimen)).Select(r => r.TreatmentId).Distinct())
        {
            intakes.AddRange(await doses.IntakesAsync(cabinet.Resident, treatment, turn.Now - LooksBack, cancellationToken));
        }

        return new Pill(regimen, regimen.Dosages.First(d => d.AsNeeded), intakes);
    }

    private bool SaysSheHad(Turn turn) => turn.Utterance.Choice is null
        && MedicineWords.Hears(turn, book.In(turn.Speaker.Language), "medication.had")
        && !MedicineWords.Hears(turn, book.In(turn.Speaker.Language), "medication.may");

    // Another medicine by name is none of hers; "a painkiller" is none by name.
    private bool NamesAnother(Turn turn, IReadOnlyList<Regimen> listed) => turn.Understanding.Slots.TryGetValue("what", out var what)
        && MedicineWords.Named(what, listed).Count == 0
        && !book.In(turn.Speaker.Language).Hears["medication.any"].Any(word => what.Contains(word, StringComparison.OrdinalIgnoreCase));

    // "At two o'clock" was two o'clock today, when that has been.
    private static DateTimeOffset TakenAt(Turn turn) => turn.Times
        .Where(time => time is { Kind: TimeKind.Instant, Grain: Grain.Minute or Grain.Hour })
        .Select(time => time.Start).OfType<DateTimeOffset>()
        .Select(at => at > turn.SaidAt ? at - ADay : at)
        .Where(at => turn.SaidAt - at < ADay)
        .DefaultIfEmpty(turn.SaidAt).First();
}
