using System.Globalization;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.DayPlan.Calendars;

/// <summary>The appointments of one calendar elsewhere, with what is said of single times of them.</summary>
internal sealed class AppointmentRows
{
    private readonly AssistantDb db;
    private readonly OtherCalendar calendar;
    private readonly Dictionary<AppointmentId, Appointment> appointments;
    private readonly ILookup<Guid, OccurrenceOverride> said;

    private AppointmentRows(
        AssistantDb db, OtherCalendar calendar, Dictionary<AppointmentId, Appointment> appointments, ILookup<Guid, OccurrenceOverride> said) =>
        (this.db, this.calendar, this.appointments, this.said) = (db, calendar, appointments, said);

    public static async Task<AppointmentRows> ReadAsync(AssistantDb db, OtherCalendar calendar, CancellationToken cancellationToken)
    {
        await OneNode.AtATimeAsync(db, $"day:{calendar.ResidentId}", cancellationToken);
        var appointments = await db.Set<Appointment>().Where(a => a.Calendar == calendar.Id && a.CancelledAt == null)
            .ToDictionaryAsync(a => a.Id, cancellationToken);
        var said = await db.Set<OccurrenceOverride>()
            .Where(o => o.ResidentId == calendar.ResidentId && o.Source == AppointmentSource.SourceName).ToListAsync(cancellationToken);
        return new AppointmentRows(db, calendar, appointments, said.ToLookup(one => one.SeriesId));
    }

    /// <summary>Dates as a row keeps them.</summary>
    public static string Written(IEnumerable<DateOnly> dates) =>
        string.Join(' ', dates.Order().Select(date => date.ToString("O", CultureInfo.InvariantCulture)));

    public AppointmentId Add(ReadAppointment wanted, DateTimeOffset now)
    {
        var appointment = new Appointment
        {
            Id = AppointmentId.New(now),
            ResidentId = calendar.ResidentId,
            Title = wanted.Title,
            Date = wanted.Date,
            Importance = Importance.Mention,
            AddedBy = calendar.AddedBy,
            Calendar = calendar.Id,
            Uid = wanted.Key,
        };
        Fill(appointment, wanted);
        db.Add(appointment);
        Say(appointment.Id.Value, wanted.Changes);
        return appointment.Id;
    }

    public void Change(CalendarEntry known, ReadAppointment wanted)
    {
        if (!appointments.TryGetValue(known.AppointmentId, out var appointment))
        {
            return;
        }

        Fill(appointment, wanted);
        var before = known.ChangedDates.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(date => DateOnly.ParseExact(date, "O", CultureInfo.InvariantCulture)).ToHashSet();
        var there = said[appointment.Id.Value].ToList();
        db.RemoveRange(there.Where(one => before.Contains(one.Date)));
        var hers = there.Select(one => one.Date).Where(date => !before.Contains(date)).ToHashSet();
        Say(appointment.Id.Value, wanted.Changes.Where(change => !hers.Contains(change.Date)));
    }

    /// <returns>Whether something to come was called off.</returns>
    public bool End(CalendarEntry gone, DateOnly today, DateTimeOffset now)
    {
        if (!appointments.TryGetValue(gone.AppointmentId, out var appointment)
            || (appointment.Rule is null && appointment.Date < today) || appointment.Until < today)
        {
            return false;
        }

        ((IPlanSeries)appointment).EndAfter(today.AddDays(-1), now);
        return true;
    }

    private static void Fill(Appointment appointment, ReadAppointment wanted)
    {
        (appointment.Title, appointment.Place, appointment.Lasts, appointment.Zone) = (wanted.Title, wanted.Place, wanted.Lasts, wanted.Zone);
        (appointment.Date, appointment.At, appointment.Rule, appointment.Until) = (wanted.Date, wanted.At, wanted.Rule, wanted.Until);
        appointment.NoticeAhead = wanted.Notice;
    }

    private void Say(Guid series, IEnumerable<ReadChange> changes)
    {
        foreach (var change in changes)
        {
            var one = new OccurrenceOverride
            {
                Id = Guid.CreateVersion7(calendar.AddedAt),
                ResidentId = calendar.ResidentId,
                Source = AppointmentSource.SourceName,
                SeriesId = series,
                Date = change.Date,
            };
            if (change.ToDate is { } date)
            {
                one.MoveTo(date, change.ToAt);
            }

            db.Add(one);
        }
    }
}
