using System.Diagnostics;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.CheckIns;

/// <summary>What to do about a check-in now.</summary>
public enum CheckInDecision
{
    /// <summary>She was there already; nobody has to ask.</summary>
    Receive,

    /// <summary>Ask her.</summary>
    Ask,

    /// <summary>The grace is over: tell somebody.</summary>
    Miss,

    /// <summary>She does not want to be asked any more: nobody is told anything.</summary>
    LetGo,
}

/// <summary>Watches over the check-ins whose moment has come.</summary>
public static class CheckInWatch
{
    /// <summary>The question she is asked.</summary>
    public const string Question = "checkin.mood?";

    private static readonly string[] Choices = ["checkin.fine", "checkin.unwell"];

    /// <summary>The rule. Pure: a sign of life since the day began counts, early ones too.</summary>
    public static CheckInDecision Decide(CheckIn checkIn, DateTimeOffset? lastSignOfLife, bool isWanted, DateTimeOffset now)
    {
        if (!isWanted)
        {
            return CheckInDecision.LetGo;
        }

        if (lastSignOfLife >= checkIn.CountsFrom)
        {
            return CheckInDecision.Receive;
        }

        return now >= checkIn.DueBy ? CheckInDecision.Miss : CheckInDecision.Ask;
    }

    /// <summary>Decides for these check-ins and adds what follows to the context; saves nothing.</summary>
    public static async Task WatchAsync(
        AssistantDb db, IReadOnlyDictionary<Guid, int> claimed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = claimed.Keys.Select(CheckInId.From).ToList();
        var due = await (
            from checkIn in db.Set<CheckIn>()
            join resident in db.Set<Resident>() on checkIn.ResidentId equals resident.Id
            where ids.Contains(checkIn.Id)
            select new { CheckIn = checkIn, Resident = resident }).ToListAsync(cancellationToken);
        var agreed = await Agreements.ReadAsync(
            db, [.. due.Select(d => d.Resident.Id).Distinct()], [Purpose.CheckIns], now, cancellationToken);
        foreach (var one in due.Where(d => claimed.IsStillHeld(d.CheckIn)))
        {
            var decision = Decide(one.CheckIn, one.Resident.LastSignOfLifeAt, agreed.ContainsKey(one.Resident.Id), now);
            await ApplyAsync(db, decision, (one.CheckIn, one.Resident), now, cancellationToken);
        }
    }

    private static async Task ApplyAsync(
        AssistantDb db, CheckInDecision decision, (CheckIn, Resident) one, DateTimeOffset now, CancellationToken cancellationToken)
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
                checkIn.Asked(now);
                var question = Saying.Of("checkin.prompt").Asking(Question, checkIn.Id.Value, Choices);
                new Outbox(db, now).Put(resident.PersonId, $"checkin:{checkIn.Id}:ask", question, Ground.For(Purpose.CheckIns, resident.Id));
                break;
            case CheckInDecision.Miss:
                checkIn.Miss();
                await new ConcernBook(db, now)
                    .RaiseAsync(ConcernKind.MissedCheckIn, resident.Id, checkIn.Id.Value, cancellationToken);
                break;
            default:
                throw new UnreachableException();
        }
    }
}
