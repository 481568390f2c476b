using System.Diagnostics;
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
    /// <summary>The question she is asked.</summary>
    public const string Question = "checkin.mood?";

    /// <summary>The least time she has to answer after the question left, when we were late with it. Default 15 min. (choice)</summary>
    public static readonly TimeSpan LateGrace = TimeSpan.FromMinutes(15);

    private static readonly string[] Choices = ["checkin.fine", "checkin.unwell"];

    private sealed record Due(CheckIn CheckIn, Resident Resident);

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

    /// <summary>Decides for these check-ins and adds what follows to the context; saves nothing.</summary>
    public static async Task WatchAsync(
        AssistantDb db, IReadOnlyDictionary<Guid, int> claimed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = claimed.Keys.Select(CheckInId.From).ToList();
        var due = (await (
            from checkIn in db.Set<CheckIn>()
            join resident in db.Set<Resident>() on checkIn.ResidentId equals resident.Id
            where ids.Contains(checkIn.Id)
            select new Due(checkIn, resident)).ToListAsync(cancellationToken)).FindAll(d => claimed.IsStillHeld(d.CheckIn));
        var agreed = await Agreements.ReadAsync(
            db, [.. due.Select(d => d.Resident.Id).Distinct()], [Purpose.CheckIns], now, cancellationToken);
        var questions = await AskedQuestion.ReadAsync(db, [.. due.Select(d => d.CheckIn)], cancellationToken);
        var decided = due.ConvertAll(one => (One: one, Decision: Decide(
            one.CheckIn, one.Resident.LastSignOfLifeAt, agreed.ContainsKey(one.Resident.Id), questions.GetValueOrDefault(one.CheckIn.Id), now)));

        // After two days away she is asked once how she is, not once for each day.
        var late = decided.Where(d => d.Decision is CheckInDecision.AskLate).GroupBy(d => d.One.Resident.Id)
            .SelectMany(hers => hers.OrderByDescending(d => d.One.CheckIn.AskAt).Skip(1)).Select(d => d.One.CheckIn.Id).ToHashSet();
        foreach (var (one, decision) in decided)
        {
            Apply(db, late.Contains(one.CheckIn.Id) ? CheckInDecision.LetGo : decision, one, now);
        }

        // Three thousand graces may end in one second: the first human of each is asked in the transaction that found the silence.
        var missed = decided.Where(d => d.Decision is CheckInDecision.Miss).Select(d => (d.One.Resident.Id, d.One.CheckIn.Id.Value)).ToList();
        if (missed.Count > 0)
        {
            var raised = await new ConcernBook(db, now).RaiseAllAsync(ConcernKind.MissedCheckIn, missed, cancellationToken);
            await Escalator.ClimbAsync(db, raised, now, cancellationToken);
        }
    }

    private static void Apply(AssistantDb db, CheckInDecision decision, Due one, DateTimeOffset now)
    {
        var (checkIn, resident) = one;
        switch (decision)
        {
            case CheckInDecision.LetGo:
                db.Remove(checkIn);
                break;
            case CheckInDecision.Receive:
                checkIn.Receive(resident.LastSignOfLifeAt ?? now);
                break;
            case CheckInDecision.Ask:
                Ask(db, checkIn, resident, now);
                break;
            case CheckInDecision.AskLate:
                Ask(db, checkIn, resident, now);
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

    private static void Ask(AssistantDb db, CheckIn checkIn, Resident resident, DateTimeOffset now)
    {
        checkIn.Asked(now);
        var question = Saying.Of("checkin.prompt").Asking(Question, checkIn.Id.Value, Choices);
        new Outbox(db, now).Put(resident.PersonId, AskedQuestion.KeyOf(checkIn.Id), question, Ground.For(Purpose.CheckIns, resident.Id));
    }
}
