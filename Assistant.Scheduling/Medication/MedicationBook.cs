using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Medication;

/// <summary>The book of a resident's medicines, opened in one unit of work at one moment by one person. Saves nothing itself.</summary>
/// <remarks>Nothing is ever overwritten: a change ends one regimen and begins another, so what held on a day can be read later.</remarks>
public sealed class MedicationBook(AssistantDb db, DateTimeOffset now, AccessActor by, string route)
{
    private PersonId Who => by.Person ?? throw new ArgumentException("Only a person changes medicines.", nameof(by));

    /// <summary>A medicine she did not take before.</summary>
    public RegimenChange Add(Regimen regimen)
    {
        db.Add(regimen);
        return Note(new RegimenChange
        {
            Id = Guid.CreateVersion7(now),
            ResidentId = regimen.ResidentId,
            TreatmentId = regimen.TreatmentId,
            Kind = RegimenChangeKind.Added,
            From = regimen.From,
            At = now,
            By = Who,
            StartedId = regimen.Id,
        });
    }

    /// <summary>From the first day of <paramref name="wanted"/> on it holds in place of this one.</summary>
    public RegimenChange Change(Regimen held, Regimen wanted)
    {
        if (wanted.TreatmentId != held.TreatmentId || wanted.ResidentId != held.ResidentId)
        {
            throw new ArgumentException("A change stays within its treatment.", nameof(wanted));
        }

        db.Add(wanted);
        var change = Note(Of(held, RegimenChangeKind.Changed, wanted.From, wanted.Id));
        held.Until = wanted.From.AddDays(-1);
        return change;
    }

    /// <summary>It is taken for the last time on this day.</summary>
    public RegimenChange Stop(Regimen held, DateOnly lastDay)
    {
        var change = Note(Of(held, RegimenChangeKind.Stopped, lastDay.AddDays(1), null));
        held.Until = held.Until < lastDay ? held.Until : lastDay;
        return change;
    }

    /// <summary>Nothing is asked from a day until she is back.</summary>
    /// <param name="resident">Whose.</param>
    /// <param name="treatment">Which; null for all.</param>
    /// <param name="from">The first day without.</param>
    /// <param name="returnsOn">The day on which it begins again.</param>
    public RegimenChange Pause(ResidentId resident, Guid? treatment, DateOnly from, DateOnly returnsOn)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(returnsOn, from);
        var pause = new MedicationPause
        {
            Id = Guid.CreateVersion7(now),
            ResidentId = resident,
            TreatmentId = treatment,
            From = from,
            ReturnsOn = returnsOn,
            SaidAt = now,
            SaidBy = Who,
        };
        db.Add(pause);
        return Note(new RegimenChange
        {
            Id = Guid.CreateVersion7(now),
            ResidentId = resident,
            TreatmentId = treatment,
            Kind = RegimenChangeKind.Paused,
            From = from,
            At = now,
            By = Who,
            StartedId = pause.Id,
        });
    }

    /// <summary>She is back on this day already: what nobody answered comes back.</summary>
    public RegimenChange Resume(MedicationPause pause, DateOnly today)
    {
        var change = Note(new RegimenChange
        {
            Id = Guid.CreateVersion7(now),
            ResidentId = pause.ResidentId,
            TreatmentId = pause.TreatmentId,
            Kind = RegimenChangeKind.Resumed,
            From = today,
            At = now,
            By = Who,
            EndedId = pause.Id,
            EndedOn = pause.ReturnsOn,
        });
        pause.ReturnsOn = today;
        return change;
    }

    /// <summary>Somebody counted what is left in the house.</summary>
    public RegimenChange Count(ResidentId resident, Guid treatment, decimal amount, DateOnly today)
    {
        var count = new StockCount
        {
            Id = Guid.CreateVersion7(now),
            ResidentId = resident,
            TreatmentId = treatment,
            Amount = amount,
            CountedAt = now,
            CountedBy = Who,
        };
        db.Add(count);
        return Note(new RegimenChange
        {
            Id = Guid.CreateVersion7(now),
            ResidentId = resident,
            TreatmentId = treatment,
            Kind = RegimenChangeKind.Counted,
            From = today,
            At = now,
            By = Who,
            StartedId = count.Id,
        });
    }

    /// <summary>She lives by another clock from now on; her pills keep the one they had until she says otherwise.</summary>
    /// <returns>The change; null where it is the clock she lives by already. And whether she has to be asked.</returns>
    public async Task<(RegimenChange? Change, bool IsAsked)> MoveAsync(Resident resident, HomeTimeZone zone, CancellationToken cancellationToken)
    {
        var person = await db.Set<Person>().SingleAsync(p => p.Id == resident.PersonId, cancellationToken);
        var before = person.TimeZoneId;
        var isAsked = await ZoneMove.MoveAsync(db, resident, zone, cancellationToken);
        return before == zone.Id ? (null, false) : (
            Note(new RegimenChange
            {
                Id = Guid.CreateVersion7(now),
                ResidentId = resident.Id,
                Kind = RegimenChangeKind.Moved,
                From = zone.DayOf(now).Date,
                At = now,
                By = Who,
                ZoneBefore = before,
            }),
            isAsked);
    }

    /// <summary>Undoes a change, while it can be undone and is the last one of its treatment.</summary>
    /// <returns>Whether it was undone.</returns>
    public async Task<bool> UndoAsync(ResidentId resident, Guid changeId, CancellationToken cancellationToken)
    {
        var changes = await db.Set<RegimenChange>().Where(c => c.ResidentId == resident && c.UndoneAt == null)
            .OrderBy(c => c.Id).ToListAsync(cancellationToken);
        var change = changes.Find(c => c.Id == changeId);
        if (change?.CanUndo(now) != true || changes.FindLast(c => IsOfOneKind(c, change)) != change)
        {
            return false;
        }

        await PutBackAsync(change, cancellationToken);
        change.Undo(now);
        Log(AccessEvent.Update, resident);
        return true;
    }

    // A count stands apart from what is taken and when, and so does a move.
    private static bool IsOfOneKind(RegimenChange one, RegimenChange other) =>
        one.TreatmentId == other.TreatmentId && KindOf(one) == KindOf(other);

    private static RegimenChangeKind? KindOf(RegimenChange change) =>
        change.Kind is RegimenChangeKind.Counted or RegimenChangeKind.Moved ? change.Kind : null;

    private async Task PutBackAsync(RegimenChange change, CancellationToken cancellationToken)
    {
        if (await db.Set<Regimen>().SingleOrDefaultAsync(r => r.Id == change.StartedId, cancellationToken) is { } started)
        {
            started.Until = started.From.AddDays(-1);
        }

        if (await db.Set<Regimen>().SingleOrDefaultAsync(r => r.Id == change.EndedId, cancellationToken) is { } ended)
        {
            ended.Until = change.EndedOn;
        }

        if (await db.Set<StockCount>().SingleOrDefaultAsync(c => c.Id == change.StartedId, cancellationToken) is { } count)
        {
            count.Withdraw(now);
        }

        if (change.ZoneBefore is { } home)
        {
            await ZoneMove.UndoAsync(db, change.ResidentId, HomeTimeZone.Of(home), cancellationToken);
        }

        var pauses = await db.Set<MedicationPause>()
            .Where(p => p.Id == change.StartedId || p.Id == change.EndedId).ToListAsync(cancellationToken);
        foreach (var pause in pauses)
        {
            pause.ReturnsOn = pause.Id == change.EndedId && change.EndedOn is { } before ? before : pause.From;
        }
    }

    private RegimenChange Of(Regimen held, RegimenChangeKind kind, DateOnly from, Guid? started) => new()
    {
        Id = Guid.CreateVersion7(now),
        ResidentId = held.ResidentId,
        TreatmentId = held.TreatmentId,
        Kind = kind,
        From = from,
        At = now,
        By = Who,
        StartedId = started,
        EndedId = held.Id,
        EndedOn = held.Until,
    };

    private RegimenChange Note(RegimenChange change)
    {
        db.Add(change);
        Log(change.Kind is RegimenChangeKind.Added ? AccessEvent.Create : AccessEvent.Update, change.ResidentId);
        return change;
    }

    private void Log(AccessEvent what, ResidentId resident) => new AccessLog(db, now)
        .Note(new AccessNote(what, by, resident, DataCategories.Medication, route, AccessPurpose.Care));
}
