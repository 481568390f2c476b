using Assistant.Scheduling.Calendar;

namespace Assistant.Scheduling.DayPlan.ICalendar;

/// <summary>Moments that name instances of an event: by the instant, or by the date where either side is a whole day.</summary>
/// <remarks>
/// RFC 5545 §3.8.5.1 wants both sides of one kind; exporters leave times out of an appointment by the date alone, and
/// write a whole day's date as a midnight.
/// </remarks>
internal sealed class MomentSet
{
    private readonly HashSet<DateTimeOffset> instants = [];
    private readonly HashSet<DateOnly> dates = [];

    public MomentSet(IEnumerable<CalendarMoment> moments, CalendarEvent of, HomeTimeZone home)
    {
        foreach (var moment in moments)
        {
            if (moment.IsDate || of.Start.IsDate)
            {
                dates.Add(moment.Date);
            }
            else
            {
                instants.Add((moment.Zone ?? of.Start.Zone ?? home).At(moment.Local));
            }
        }
    }

    public bool Contains(EventInstance instance) =>
        instants.Contains(instance.At) || (dates.Count > 0 && dates.Contains(DateOnly.FromDateTime(instance.Local)));
}
