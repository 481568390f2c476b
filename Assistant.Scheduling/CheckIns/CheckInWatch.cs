using System.Diagnostics;
using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.CheckIns;

/// <summary>Watches over the check-ins whose moment has come.</summary>
public static class CheckInWatch
{
    /// <summary>The words by which she is asked how she is.</summary>
    public const string Prompt = "checkin.prompt";

    /// <summary>The question she is asked.</summary>
    public const string Question = "checkin.mood?";

    /// <summary>The least time she has to answer after the question left, when we were late with it. Default 15 min. (choice)</summary>
    public static readonly TimeSpan LateGrace = TimeSpan.FromMinutes(15);

    private static readonly string[] Choices = ["checkin.fine", "checkin.unwell"];

    private static readonly string[] Written =
    [
        nameof(CheckIn.State), nameof(CheckIn.DueBy), nameof(CheckIn.AskedAt), nameof(CheckIn.PutOffAt), nameof(CheckIn.ReceivedAt),
        nameof(CheckIn.NextActionAt), nameof(CheckIn.Attempt),
    ];

    private sealed record Due(CheckIn CheckIn, PersonId Person, DateTimeOffset? LastSignOfLife);

    /// <summary>The rule. Pure: a sign of life since the day began counts, early ones too; silence counts only after a question.</summary>
    /// <param name="checkIn">The check-in as it is stored.</param>
    /// <param name="lastSignOfLife">When she was last there.</param>
    /// <param name="isWanted">Whether she still agrees to be asked.</param>
    /// <param name="question">What became of the question; null where none was asked.</param>
    /// <param name="now">The moment of deciding.</param>
    public static CheckInDecision Decide(
        CheckIn checkIn, DateTimeOffset? lastSignOfLife, bool isWanted, AskedQuestion? question, DateTimeOffset now)
    {
        if (!isWanted)
        {
            return CheckInDecision.LetGo;
        }

        if (lastSignOfLife >= checkIn.CountsFrom)
        {
            return CheckInDecision.Receive;
        }

        if (now < checkIn.DueBy)
        {
            return CheckInDecision.Ask;
        }

        return checkIn.PutOffAt is not null ? CheckInDecision.Miss
            : checkIn.AskedAt is null ? CheckInDecision.AskLate
            : question?.LeavesHerTime(checkIn, now) is false ? CheckInDecision.PutOff
            : CheckInDecision.Miss;
    }

    /// <summary>Decides for these check-ins and writes what follows within the current transaction.</summary>
    public static async Task WatchAsync(
        AssistantDb db, IReadOnlyDictionary<Guid, int> claimed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = claimed.Keys.Select(CheckInId.From).ToList();
        var due = (await (
            from checkIn in db.Set<CheckIn>()
            join resident in db.Set<Resident>() on checkIn.ResidentId equals resident.Id
            where ids.Contains(checkIn.Id)
            select new Due(checkIn, resident.PersonId, resident.LastSignOfLifeAt)).ToListAsync(cancellationToken)).FindAll(d => claimed.IsStillHeld(d.CheckIn));
        var agreed = await Agreements.ReadAsync(
            db, [.. due.Select(d => d.CheckIn.ResidentId).Distinct()], [Purpose.CheckIns], now, cancellationToken);
        var questions = await AskedQuestion.ReadAsync(db, [.. due.Select(d => d.CheckIn)], cancellationToken);
        var decided = due.ConvertAll(one => (One: one, Decision: Decide(
            one.CheckIn, one.LastSignOfLife, agreed.ContainsKey(one.CheckIn.ResidentId), questions.GetValueOrDefault(one.CheckIn.Id), now)));

        // After two days away she is asked once how she is, not once for each day.
        var late = decided.Where(d => d.Decision is CheckInDecision.AskLate).GroupBy(d => d.One.CheckIn.ResidentId)
            .SelectMany(hers => hers.OrderByDescending(d => d.One.CheckIn.AskAt).Skip(1)).Select(d => d.One.CheckIn.Id).ToHashSet();
        foreach (var (one, decision) in decided)
        {
            Apply(db, late.Contains(one.CheckIn.Id) ? CheckInDecision.LetGo : decision, one, now);
        }

        // Three thousand graces may end in one second: the first human of each is asked in the transaction that found the silence.
        var missed = decided.Where(d => d.Decision is CheckInDecision.Miss).Select(d => (d.One.CheckIn.ResidentId, d.One.CheckIn.Id.Value)).ToList();
        if (missed.Count > 0)
        {
            var raised = await new ConcernBook(db, now).RaiseAllAsync(ConcernKind.MissedCheckIn, missed, cancellationToken);
            await Escalator.ClimbAsync(db, raised, now, cancellationToken);
        }

        await PreparedRows.StoreChangedAsync<CheckIn>(db, Written, cancellationToken);
    }

    /// <summary>Asks somebody how she is who broke the chain of her ring; from there on it is a check-in like any other.</summary>
    internal static void AskAtOnce(AssistantDb db, RingTurn broken, Person person, (LocalDay Day, TimeSpan Grace) when, DateTimeOffset now)
    {
        var checkIn = new CheckIn
        {
            Id = CheckInId.New(now),
            ResidentId = broken.ResidentId,
            ScheduleId = broken.Id,
            LocalDate = when.Day.Date,
            CountsFrom = when.Day.At(Resident.DayBegins),
            AskAt = now,
            DueBy = now + when.Grace,
        }.Expected();
        db.Add(checkIn);
        Ask(db, new Due(checkIn, person.Id, null), now);
    }

    private static void Apply(AssistantDb db, CheckInDecision decision, Due one, DateTimeOffset now)
    {
        var checkIn = one.CheckIn;
        switch (decision)
        {
            case CheckInDecision.LetGo:
                db.Remove(checkIn);
                break;
            case CheckInDecision.Receive:
                checkIn.Receive(one.LastSignOfLife ?? now);
                break;
            case CheckInDecision.Ask:
                Ask(db, one, now);
                break;
            case CheckInDecision.AskLate:
                Ask(db, one, now);
                checkIn.PutOff(now, now + LateGrace);
                break;
            case CheckInDecision.PutOff:
                checkIn.PutOff(now, now + LateGrace);
                break;
            case CheckInDecision.Miss:
                checkIn.Miss();
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static void Ask(AssistantDb db, Due one, DateTimeOffset now)
    {
        var checkIn = one.CheckIn;
        checkIn.Asked(now);
        var question = Saying.Of(Prompt).Asking(Question, checkIn.Id.Value, Choices);
        new Outbox(db, now).Put(one.Person, AskedQuestion.KeyOf(checkIn.Id), question, Ground.For(Purpose.CheckIns, checkIn.ResidentId));
    }
}
