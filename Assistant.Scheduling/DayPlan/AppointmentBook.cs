using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.DayPlan;

/// <summary>The book of what is agreed for a resident's days, opened in one unit of work at one moment by one person. Saves nothing itself.</summary>
/// <remarks>
/// Every change is a row that says what was before, and can be taken back for <see cref="DayChange.UndoFor"/>. "Only this
/// time" is an <see cref="OccurrenceOverride"/>; "from then on" ends a series and begins another; "always" changes it where
/// it stands. After saving, plan her days again: until then the rows of her day say what was.
/// </remarks>
public sealed class AppointmentBook(AssistantDb db, DateTimeOffset now, AccessActor by, string route)
{
    private PersonId Who => by.Person ?? throw new ArgumentException("Only a person changes a day.", nameof(by));

    /// <summary>Puts it on her days.</summary>
    public DayChange Add(IPlanSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        db.Add(series);
        return Note(Of(series, DayChangeKind.Added, ChangeScope.Always, null), AccessEvent.Create);
    }

    /// <summary>Moves it.</summary>
    /// <param name="which">Which time of which series.</param>
    /// <param name="date">The date it will be on.</param>
    /// <param name="at">The time it will be at; null for the whole day.</param>
    /// <param name="scope">How much of it; what happens once has no scope.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<DayChangeOutcome> MoveAsync(
        Occurrence which, DateOnly date, TimeOnly? at, ChangeScope scope, CancellationToken cancellationToken)
    {
        if (await FindAsync(which, cancellationToken) is not { } series)
        {
            return new DayChangeOutcome.Gone();
        }

        var times = series.Times;
        if (IsByOverride(series, scope))
        {
            return await OverrideAsync(series, which, said => said.MoveTo(date, at), DayChangeKind.Moved, cancellationToken);
        }

        if (series.IsOfACalendar)
        {
            return new DayChangeOutcome.OfACalendar();
        }

        if (times.Rule is not { } rule)
        {
            return InPlace(series, scope, times with { First = date, At = at });
        }

        var first = scope is ChangeScope.Always ? times.First : which.Date;
        var before = OccurrenceOverrides.Dates(times, times.First, first.AddDays(-1)).Count();
        if (RuleShift.Of(rule, which.Date, date, before) is not { } shifted)
        {
            return new DayChangeOutcome.TooIrregular();
        }

        var wanted = times with { First = first.AddDays(date.DayNumber - which.Date.DayNumber), At = at, Rule = shifted };
        return before == 0 ? InPlace(series, scope, wanted) : Split(series, which, wanted);
    }

    /// <summary>Takes it off her days.</summary>
    public async Task<DayChangeOutcome> CancelAsync(Occurrence which, ChangeScope scope, CancellationToken cancellationToken)
    {
        if (await FindAsync(which, cancellationToken) is not { } series)
        {
            return new DayChangeOutcome.Gone();
        }

        if (IsByOverride(series, scope))
        {
            return await OverrideAsync(series, which, said => said.LeaveOut(), DayChangeKind.Cancelled, cancellationToken);
        }

        if (series.IsOfACalendar)
        {
            return new DayChangeOutcome.OfACalendar();
        }

        var change = Note(Of(series, DayChangeKind.Cancelled, scope, null), AccessEvent.Update);
        series.EndAfter((scope is ChangeScope.FromThenOn ? which.Date : series.Times.First).AddDays(-1), now);
        return new DayChangeOutcome.Changed(change);
    }

    /// <summary>The last change of a resident's days that somebody made and may still take back; null where there is none.</summary>
    public async Task<DayChange?> LastAsync(ResidentId resident, CancellationToken cancellationToken)
    {
        var since = now - DayChange.UndoFor;
        return await db.Set<DayChange>().Where(c => c.ResidentId == resident && c.By == Who && c.UndoneAt == null && c.At > since)
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Undoes a change, while it can be undone and nothing was done to the same series since.</summary>
    /// <returns>Whether it was undone.</returns>
    public async Task<bool> UndoAsync(ResidentId resident, Guid changeId, CancellationToken cancellationToken)
    {
        await OneNode.AtATimeAsync(db, $"day:{resident}", cancellationToken);
        var changes = await db.Set<DayChange>().Where(c => c.ResidentId == resident && c.UndoneAt == null).ToListAsync(cancellationToken);
        if (changes.Find(c => c.Id == changeId) is not { } change || !change.CanUndo(now)
            || changes.Exists(c => c.At > change.At && (c.Touches(change.SeriesId) || (change.StartedId is { } started && c.Touches(started)))))
        {
            return false;
        }

        await SeriesRows.PutBackAsync(db, change, now, cancellationToken);
        change.Undo(now);
        Log(AccessEvent.Update, resident);
        return true;
    }

    /// <summary>The series an occurrence is of; null where it is gone, or where its rule does not name that date.</summary>
    public async Task<IPlanSeries?> FindAsync(Occurrence which, CancellationToken cancellationToken)
    {
        await OneNode.AtATimeAsync(db, $"day:{which.ResidentId}", cancellationToken);
        var series = await SeriesRows.FindAsync(db, which.Source, which.SeriesId, cancellationToken);
        return series?.ResidentId == which.ResidentId && series is not Appointment { CancelledAt: not null }
            && OccurrenceOverrides.Dates(series.Times, which.Date, which.Date).Any()
            ? series
            : null;
    }

    // What happens once is itself changed, unless a calendar would write over it.
    private static bool IsByOverride(IPlanSeries series, ChangeScope scope) =>
        series.Times.Rule is null ? series.IsOfACalendar : scope is ChangeScope.ThisTime;

    private DayChangeOutcome.Changed InPlace(IPlanSeries series, ChangeScope scope, SeriesTimes wanted)
    {
        var change = Note(Of(series, DayChangeKind.Moved, scope, null), AccessEvent.Update);
        series.Take(wanted);
        return new DayChangeOutcome.Changed(change);
    }

    private DayChangeOutcome.Changed Split(IPlanSeries series, Occurrence which, SeriesTimes wanted)
    {
        var started = series.From(wanted, now);
        var change = Note(Of(series, DayChangeKind.Moved, ChangeScope.FromThenOn, started.SeriesId), AccessEvent.Update);
        series.EndAfter(which.Date.AddDays(-1), now);
        db.Add(started);
        return new DayChangeOutcome.Changed(change);
    }

    private async Task<DayChangeOutcome> OverrideAsync(
        IPlanSeries series, Occurrence which, Action<OccurrenceOverride> say, DayChangeKind kind, CancellationToken cancellationToken)
    {
        var said = await SeriesRows.OverrideAsync(db, which, cancellationToken);
        var change = Note(
            new DayChange
            {
                Id = Guid.CreateVersion7(now),
                ResidentId = which.ResidentId,
                Source = which.Source,
                SeriesId = series.SeriesId,
                Kind = kind,
                Scope = ChangeScope.ThisTime,
                At = now,
                By = Who,
                Occurrence = which.Date,
                BeforeDate = said?.ToDate,
                BeforeAt = said?.ToAt,
                WasOverridden = said is not null,
            },
            AccessEvent.Update);
        said ??= db.Add(new OccurrenceOverride
        {
            Id = Guid.CreateVersion7(now),
            ResidentId = which.ResidentId,
            Source = which.Source,
            SeriesId = which.SeriesId,
            Date = which.Date,
        }).Entity;
        say(said);
        return new DayChangeOutcome.Changed(change);
    }

    private DayChange Of(IPlanSeries series, DayChangeKind kind, ChangeScope scope, Guid? started)
    {
        var times = series.Times;
        return new DayChange
        {
            Id = Guid.CreateVersion7(now),
            ResidentId = series.ResidentId,
            Source = series.Source,
            SeriesId = series.SeriesId,
            Kind = kind,
            Scope = scope,
            At = now,
            By = Who,
            StartedId = started,
            BeforeDate = times.First,
            BeforeAt = times.At,
            BeforeRule = times.Rule,
            BeforeUntil = times.Until,
        };
    }

    private DayChange Note(DayChange change, AccessEvent what)
    {
        db.Add(change);
        Log(what, change.ResidentId);
        return change;
    }

    private void Log(AccessEvent what, ResidentId resident) => new AccessLog(db, now).Note(new AccessNote(
        what,
        by,
        resident,
        DataCategories.DayPlan,
        route,
        by.Role is AccessRole.Resident ? AccessPurpose.OwnRequest : AccessPurpose.Care));
}
