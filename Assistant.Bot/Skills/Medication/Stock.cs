using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Skills.Medication;

/// <summary>"I have ten left" is counted, and "are they nearly finished?" is answered from the count.</summary>
internal sealed class Stock(SayBook book)
{
    /// <summary>Of which medicine she counted.</summary>
    public const string Which = "medication.stock_which?";

    private const string Amount = "amount";

    /// <summary>Whether these words name one of her medicines, after it was asked which.</summary>
    public static async Task<bool> NamesOneAsync(Turn turn, Resident resident, CancellationToken cancellationToken) =>
        MedicineWords.Named(turn.Utterance.Text, Held(await CabinetAsync(turn, resident, cancellationToken), turn)).Count == 1;

    public async Task<Saying> AnswerAsync(Turn turn, Resident resident, CancellationToken cancellationToken)
    {
        var page = book.In(turn.Speaker.Language);
        var cabinet = await CabinetAsync(turn, resident, cancellationToken);
        var asked = turn.Answers is { Question: Which } answers ? await EarlierWords.AboutAsync(turn, answers.Subject, cancellationToken) : null;
        var counted = MedicineWords.Number(asked?.Values.GetValueOrDefault(Amount) ?? turn.Understanding.Slots.GetValueOrDefault(Amount), page);
        if (counted is not { } amount || (asked is null && MedicineWords.Hears(turn, page, "medication.how_much")))
        {
            return await TellAsync(turn, cabinet, cancellationToken);
        }

        var held = Held(cabinet, turn);
        var meant = MedicineWords.Named(turn.Utterance.Text, held) is { Count: > 0 } named ? named : held;
        if (meant is not [var one])
        {
            return meant.Count == 0 ? Saying.Of("medication.stock")
                : Saying.Of("medication.stock_which").With(Amount, $"{amount}").Asking(Which, Guid.CreateVersion7(turn.Now));
        }

        if (turn.Answers is { Question: Which } answered)
        {
            turn.Close(answered.Subject);
        }

        new MedicationBook(turn.Db, turn.Now, AccessActor.Of(turn.Speaker.Id, AccessRole.Resident), "talk")
            .Count(resident.Id, one.TreatmentId, amount, turn.Speaker.Zone.DayOf(turn.Now).Date);
        var noted = Saying.Of("medication.stock_noted").With(Amount, $"{amount}");
        return cabinet.RunsOut(one.TreatmentId, new Supply(amount), turn.Now) is { } last
            ? await StockTold.AskAsync(
                turn, resident, (noted with { Key = "medication.stock_noted_until" }).With("out", last.Moment.Instant), cancellationToken)
            : noted;
    }

    // The first one that runs out decides when somebody has to go to the pharmacy.
    private static async Task<Saying> TellAsync(Turn turn, MedicineCabinet cabinet, CancellationToken cancellationToken)
    {
        var left = await new StockBook(turn.Db, turn.Now).LeftAsync(cabinet, cancellationToken);
        var named = MedicineWords.Named(turn.Utterance.Text, Held(cabinet, turn)).Select(r => r.TreatmentId).ToList();
        var meant = left.Where(l => named.Count == 0 || named.Contains(l.TreatmentId)).ToList();
        var first = meant.Where(l => l.RunsOut is not null).MinBy(l => l.RunsOut?.Moment.Instant);
        return meant.Count == 0 ? Saying.Of("medication.stock")
            : first?.RunsOut is not { } last ? Saying.Of("medication.stock_enough")
            : Saying.Of(first.IsLow(turn.Now) ? "medication.stock_low" : "medication.stock_until").With("out", last.Moment.Instant).With("what", cabinet.TitleOf(last));
    }

    private static Task<MedicineCabinet> CabinetAsync(Turn turn, Resident resident, CancellationToken cancellationToken) =>
        MedicineCabinet.ReadAsync(turn.Db, resident.Id, turn.Speaker.Zone, cancellationToken);

    private static List<Regimen> Held(MedicineCabinet cabinet, Turn turn)
    {
        var today = turn.Speaker.Zone.DayOf(turn.Now).Date;
        return [.. cabinet.Regimens.Where(r => r.From <= today && !(r.Until < today))];
    }
}
