using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.DayPlan;

/// <summary>Puts a resident's appointments on her days.</summary>
/// <remarks>
/// What takes the whole day (a birthday) stands there with <see cref="PlannedMoment.IsAllDay"/>: it is mentioned once at
/// <see cref="ToldAt"/>, its time is never said, and it is in the way of nothing.
/// </remarks>
public sealed class AppointmentSource : IPlanSource
{
    /// <summary>The source's name in the rows.</summary>
    public const string SourceName = "appointment";

    /// <summary>The question of what is only to be said at its time: nobody asks it, the words of saying it hang on it.</summary>
    public const string ReminderQuestion = "remember.said?";

    /// <summary>When what takes the whole day is told. Default 08:00 on her clock: FHIR's MORN, as elsewhere. (choice)</summary>
    public static readonly TimeOnly ToldAt = new(8, 0);

    /// <summary>Until how long after that it is still worth a word. Default 4 h: the morning. (choice)</summary>
    public static readonly TimeSpan AllDayValidity = TimeSpan.FromHours(4);

    /// <summary>How long after its time an appointment is still worth a word. Default 30 min. (choice)</summary>
    public static readonly TimeSpan Validity = TimeSpan.FromMinutes(30);

    /// <summary>How long an appointment is taken to last where nobody said. Default 1 h. (choice)</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public string Name => SourceName;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PlannedMoment>> MomentsAsync(
        AssistantDb db, PlanWindow window, CancellationToken cancellationToken)
    {
        var overrides = await OccurrenceOverrides.ReadAsync(db, Name, window, cancellationToken);
        var moved = overrides.Series.Select(AppointmentId.From).ToList();

        // A day more on either side: elsewhere it may be yesterday or tomorrow already.
        var (from, to) = (window.From.AddDays(-1), window.To.AddDays(1));
        var appointments = await db.Set<Appointment>().AsNoTracking()
            .Where(a => window.Residents.Contains(a.ResidentId) && a.CancelledAt == null)
            .Where(a => moved.Contains(a.Id)
                || (a.Date <= to && (a.Until == null || a.Until >= from) && (a.Rule != null || a.Date >= from)))
            .ToListAsync(cancellationToken);
        return [.. appointments.SelectMany(appointment => Moments(appointment, overrides, window))];
    }

    private static IEnumerable<PlannedMoment> Moments(Appointment appointment, OccurrenceOverrides overrides, PlanWindow window)
    {
        var elsewhere = appointment.Zone is { } zone ? HomeTimeZone.Of(zone) : window.Zone;
        var margin = elsewhere == window.Zone ? 0 : 1;
        foreach (var one in overrides.Of(appointment, window.From.AddDays(-margin), window.To.AddDays(margin)))
        {
            var moment = one.ToDate is { } date
                ? Moment(appointment, one.Named, (date, one.ToAt is { } at ? window.Zone.At(date, at) : null), window)
                : Moment(appointment, one.Named, Where(appointment, one.Named, elsewhere, window.Zone), window);
            if (moment.LocalDate >= window.From && moment.LocalDate <= window.To)
            {
                yield return moment;
            }
        }
    }

    // A whole day is that day wherever she is; a time elsewhere may fall on another day here.
    private static (DateOnly Date, DateTimeOffset? At) Where(
        Appointment appointment, DateOnly named, HomeTimeZone elsewhere, HomeTimeZone here)
    {
        if (appointment.At is not { } time)
        {
            return (named, null);
        }

        var at = elsewhere.At(named, time);
        return (here.DayOf(at).Date, at);
    }

    private static PlannedMoment Moment(
        Appointment appointment, DateOnly named, (DateOnly Date, DateTimeOffset? At) stands, PlanWindow window) => new()
        {
            ResidentId = appointment.ResidentId,
            LocalDate = stands.Date,
            Slot = OccurrenceSlot.Of(appointment.Id.Value, named, stands.Date).ToString(),
            At = stands.At ?? window.Zone.At(stands.Date, ToldAt),
            IsAllDay = stands.At is null,
            Title = appointment.Title,
            Question = appointment is { IsReminder: true, Importance: Importance.Mention } ? ReminderQuestion : "routine.done?",
            Choices = "yes no",
            NoticeAhead = stands.At is null ? TimeSpan.Zero : appointment.NoticeAhead ?? TimeSpan.Zero,
            Importance = stands.At is null ? Importance.Mention : appointment.Importance,
            Validity = stands.At is null ? AllDayValidity : Validity,
            Occupies = stands.At is null || appointment.IsReminder ? null : appointment.Lasts ?? Usual,
        };
}
