using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.CheckIns;

/// <summary>What became of a word about a greeting.</summary>
public enum RingAnswer
{
    /// <summary>It is passed on.</summary>
    PassedOn,

    /// <summary>It went on without her: she was too late, or kept it.</summary>
    WentOn,

    /// <summary>There is no such turn of hers.</summary>
    Unknown,
}

/// <summary>Makes rings, and takes down who is in them and who greeted; opened in one unit of work, whoever opened it saves.</summary>
public sealed class RingBook(AssistantDb db, DateTimeOffset now)
{
    /// <summary>The question whether she joins.</summary>
    public const string JoinQuestion = "ring.join?";

    /// <summary>How long she has to say so. Default 14 days. (choice)</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromDays(14);

    private readonly Outbox outbox = new(db, now);

    /// <summary>Makes a ring of these residents in this order, and asks each whether she joins.</summary>
    /// <returns>Who cannot be in it, because she is in one or is not asked how she is; nothing is made then.</returns>
    public async Task<IReadOnlyList<ResidentId>> MakeAsync(
        GreetingRing ring, IReadOnlyList<Resident> inOrder, CancellationToken cancellationToken)
    {
        var ids = inOrder.Select(r => r.Id).ToList();
        var taken = await db.Set<RingMember>().Where(m => ids.Contains(m.ResidentId)).Select(m => m.ResidentId).ToListAsync(cancellationToken);
        var agreed = await Agreements.ReadAsync(db, ids, [Purpose.CheckIns], now, cancellationToken);
        List<ResidentId> refused = [.. ids.Where(id => taken.Contains(id) || !agreed.ContainsKey(id))];
        if (refused.Count > 0)
        {
            return refused;
        }

        db.Add(ring.AwaitingRound(now));
        foreach (var (place, resident) in inOrder.Index())
        {
            var member = new RingMember { Id = Guid.CreateVersion7(now), RingId = ring.Id, ResidentId = resident.Id, Place = place };
            db.Add(member);
            var saying = Saying.Of("ring.invite").With("at", ring.BeginsOn(ring.Zone.DayOf(now).Date)).Asking(JoinQuestion, member.Id, "yes", "no");
            outbox.Put(resident.PersonId, $"ring:{member.Id:N}:invite", saying, Ground.ToHerself(resident.Id), Waits);
        }

        return [];
    }

    /// <summary>She says whether she joins.</summary>
    /// <returns>Whether somebody had asked her.</returns>
    public async Task<bool> AnswerAsync(Guid member, ResidentId resident, bool joins, CancellationToken cancellationToken)
    {
        if (await db.Set<RingMember>().SingleOrDefaultAsync(m => m.Id == member && m.ResidentId == resident, cancellationToken) is not { } found)
        {
            return false;
        }

        if (!joins)
        {
            return await LeaveAsync(resident, cancellationToken);
        }

        found.JoinedAt ??= now;
        Log(resident);
        return true;
    }

    /// <summary>She is in no ring any more; who came after her now follows who came before.</summary>
    /// <returns>Whether she was in one.</returns>
    public async Task<bool> LeaveAsync(ResidentId resident, CancellationToken cancellationToken)
    {
        if (await db.Set<RingMember>().SingleOrDefaultAsync(m => m.ResidentId == resident, cancellationToken) is not { } member)
        {
            return false;
        }

        db.Remove(member);
        Log(resident);
        foreach (var turn in (await db.Set<RingTurn>().Where(t => t.ResidentId == resident).ToListAsync(cancellationToken)).Where(t => !t.IsOver))
        {
            turn.End(RingTurnState.LeftOut);
            await GoOnAsync(turn, cancellationToken);
        }

        return true;
    }

    /// <summary>She passes her greeting on, or keeps it.</summary>
    public async Task<RingAnswer> GreetAsync(Guid turn, ResidentId by, bool passesOn, CancellationToken cancellationToken)
    {
        if (await db.Set<RingTurn>().SingleOrDefaultAsync(t => t.Id == turn && t.ResidentId == by, cancellationToken) is not { } hers)
        {
            return RingAnswer.Unknown;
        }

        if (hers.State is not RingTurnState.Greeted)
        {
            return hers.State is RingTurnState.PassedOn ? RingAnswer.PassedOn : RingAnswer.WentOn;
        }

        hers.End(passesOn ? RingTurnState.PassedOn : RingTurnState.Kept);
        await GoOnAsync(hers, cancellationToken);
        return passesOn ? RingAnswer.PassedOn : RingAnswer.WentOn;
    }

    /// <summary>The ring goes round no more, and its people are free for another.</summary>
    public async Task EndAsync(GreetingRing ring, CancellationToken cancellationToken)
    {
        ring.End(now);
        db.RemoveRange(await db.Set<RingMember>().Where(m => m.RingId == ring.Id).ToListAsync(cancellationToken));
    }

    // The next is greeted at the next look, which is at once.
    private async Task GoOnAsync(RingTurn turn, CancellationToken cancellationToken)
    {
        await outbox.WithdrawAsync(RingWatch.KeyOf(turn), cancellationToken);
        (await db.Set<GreetingRing>().SingleAsync(r => r.Id == turn.RingId, cancellationToken)).LookAgain(now);
    }

    private void Log(ResidentId about) => new AccessLog(db, now).Note(new AccessNote(
        AccessEvent.Update, AccessActor.Program(nameof(RingBook)), about, DataCategories.Person, "ring", AccessPurpose.OwnRequest));
}
