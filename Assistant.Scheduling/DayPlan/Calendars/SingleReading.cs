using System.Globalization;
using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.DayPlan.ICalendar;

namespace Assistant.Scheduling.DayPlan.Calendars;

/// <summary>One time of an entry as an appointment of its own; some whole days as one for each.</summary>
internal static class SingleReading
{
    /// <remarks>A stay abroad in somebody's calendar is no reason for a thousand rows.</remarks>
    private const int MostDays = 31;

    /// <summary>Sooner than this nobody is told of an appointment. Default a day. (choice)</summary>
    private static readonly TimeSpan LongestNotice = TimeSpan.FromDays(1);

    public static IEnumerable<ReadAppointment> Of(CalendarOccurrence one, string uid)
    {
        var zone = one.Event.Start.Zone ?? one.Home;
        var local = zone.LocalOf(one.Instant);
        var isDate = one.Event.Start.IsDate;
        return Enumerable.Range(0, isDate ? Days(one.Event) : 1).Select(day => new ReadAppointment
        {
            Key = string.Create(CultureInfo.InvariantCulture, $"{uid}#{local.AddDays(day):yyyyMMdd'T'HHmm}"),
            Title = one.Event.Summary,
            Place = PlaceOf(one.Event),
            Date = DateOnly.FromDateTime(local.AddDays(day)),
            At = isDate ? null : TimeOnly.FromDateTime(local),
            Lasts = isDate ? null : LengthOf(one.Event, local, zone),
            Zone = ZoneOf(one.Event, one.Home),
            Notice = NoticeOf(one.Event),
        });
    }

    public static int Days(CalendarEvent of) => Math.Clamp(of.Span.Days, 1, MostDays);

    public static string? PlaceOf(CalendarEvent of) => of.Location.Length > 0 ? of.Location : null;

    public static string? ZoneOf(CalendarEvent of, HomeTimeZone home) =>
        of.Start is { IsDate: false, Zone: { } zone } && zone != home && HomeTimeZone.TryFind(zone.Id) is not null ? zone.Id : null;

    public static TimeSpan? LengthOf(CalendarEvent of, DateTime local, HomeTimeZone zone) =>
        of.Span.EndOf(local, zone) - zone.At(local) is var length && length > TimeSpan.Zero ? length : null;

    /// <summary>The last of its warnings that comes before it begins; a whole day is told in its morning.</summary>
    public static TimeSpan? NoticeOf(CalendarEvent of) => of.Start.IsDate ? null : of.Alarms
        .Where(alarm => alarm is { At: null, IsFromEnd: false } && alarm.Offset < TimeSpan.Zero && -alarm.Offset <= LongestNotice)
        .Select(alarm => (TimeSpan?)-alarm.Offset).Min();
}
