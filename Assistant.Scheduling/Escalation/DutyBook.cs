using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Escalation;

/// <summary>What became of a change of the duty.</summary>
public enum DutyAnswer
{
    /// <summary>It holds.</summary>
    Noted,

    /// <summary>Somebody else took a part of these hours already.</summary>
    Overlaps,

    /// <summary>Somebody in it does not organise this neighbourhood.</summary>
    NotAnOrganiser,

    /// <summary>It ends before it begins.</summary>
    EndsBeforeItBegins,

    /// <summary>There is nothing to change: no rotation, or the same person twice.</summary>
    NothingToChange,
}

/// <summary>Writes down who is on duty, opened in one unit of work at one moment; whoever opened it saves.</summary>
public sealed class DutyBook(AssistantDb db, DateTimeOffset now)
{
    /// <summary>They take turns from now on; what was changed for single hours stays.</summary>
    public async Task<DutyAnswer> RotateAsync(DutyRotation rotation, CancellationToken cancellationToken)
    {
        if (rotation.People.Count == 0)
        {
            return DutyAnswer.NothingToChange;
        }

        var plan = await PlanAsync(rotation.NeighbourhoodId, cancellationToken);
        if (rotation.People.Any(person => !plan.Organisers.Contains(person)))
        {
            return DutyAnswer.NotAnOrganiser;
        }

        await db.Set<DutyRotation>().Where(r => r.NeighbourhoodId == rotation.NeighbourhoodId).ExecuteDeleteAsync(cancellationToken);
        db.Add(rotation);
        return DutyAnswer.Noted;
    }

    /// <summary>Somebody takes these hours, or is away in them.</summary>
    public async Task<DutyAnswer> ChangeAsync(DutyChange change, CancellationToken cancellationToken)
    {
        if (change.Until <= change.From)
        {
            return DutyAnswer.EndsBeforeItBegins;
        }

        var plan = await PlanAsync(change.NeighbourhoodId, cancellationToken);
        if (!plan.Organisers.Contains(change.PersonId))
        {
            return DutyAnswer.NotAnOrganiser;
        }

        if (change.Kind is DutyChangeKind.Takes
            && plan.Changes.Any(c => c.Kind is DutyChangeKind.Takes && c.From < change.Until && change.From < c.Until))
        {
            return DutyAnswer.Overlaps;
        }

        db.Add(change);
        return DutyAnswer.Noted;
    }

    /// <summary>The people of two weeks change places; each week is named by any day in it.</summary>
    public async Task<DutyAnswer> SwapAsync(
        NeighbourhoodId neighbourhood, DateTimeOffset inOne, DateTimeOffset inOther, CancellationToken cancellationToken)
    {
        var plan = await PlanAsync(neighbourhood, cancellationToken);
        if (plan.Rotation is not { } rotation || rotation.WeekOf(inOne) is not { } one || rotation.WeekOf(inOther) is not { } other
            || rotation.PersonOf(one) == rotation.PersonOf(other))
        {
            return DutyAnswer.NothingToChange;
        }

        DutyChange[] both = [Week(rotation, one, rotation.PersonOf(other)), Week(rotation, other, rotation.PersonOf(one))];
        foreach (var change in both)
        {
            if (await ChangeAsync(change, cancellationToken) is not DutyAnswer.Noted and var answer)
            {
                db.ChangeTracker.Clear();
                return answer;
            }
        }

        return DutyAnswer.Noted;
    }

    private DutyChange Week(DutyRotation rotation, DateOnly week, PersonId person) => new()
    {
        Id = Guid.CreateVersion7(now),
        NeighbourhoodId = rotation.NeighbourhoodId,
        PersonId = person,
        Kind = DutyChangeKind.Takes,
        From = rotation.HandOver(week),
        Until = rotation.HandOver(week.AddDays(7)),
    };

    private async Task<DutyPlan> PlanAsync(NeighbourhoodId neighbourhood, CancellationToken cancellationToken) =>
        (await DutyRota.PlansAsync(db, [neighbourhood], now, cancellationToken))[neighbourhood];
}
