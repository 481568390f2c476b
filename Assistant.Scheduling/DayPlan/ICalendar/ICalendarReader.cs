using System.Globalization;
using System.Text;

namespace Assistant.Scheduling.DayPlan.ICalendar;

/// <summary>Reads an iCalendar file: what somebody's appointments are, and what could not be read of them.</summary>
/// <remarks>
/// Never throws for what a file holds: a bad entry is a problem of its own and the others go on. Only VEVENT is
/// planned; a VTODO is told. Source: RFC 5545, with RFC 6868 and the names of zones as they are found in the wild.
/// </remarks>
public static class ICalendarReader
{
    /// <summary>Entries beyond this number are not read.</summary>
    /// <remarks>20,000: a lifetime of appointments; more is a mistake or an attack.</remarks>
    public const int MostEvents = 20_000;

    /// <summary>The series and the problems of a file; its text is UTF-8, or what its byte order mark says.</summary>
    public static CalendarFile Read(byte[] file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var root = ComponentReader.Read(CalendarText.Unfold(file));
        var problems = new List<CalendarProblem>();
        var events = new List<CalendarEvent>();
        var calendars = root.Children.Where(c => c.Name == "VCALENDAR").ToList();
        if (calendars.Count == 0)
        {
            problems.Add(Error("calendar", "There is no BEGIN:VCALENDAR. Give a file that a calendar exported (.ics)."));
        }
        else if (root.Fault is not null || calendars.Count != root.Children.Count)
        {
            problems.Add(Error("calendar", root.Fault ?? "Outside BEGIN:VCALENDAR and END:VCALENDAR nothing is read."));
        }

        foreach (var calendar in calendars)
        {
            Read(calendar, events, problems);
        }

        return new CalendarFile(SeriesGrouping.Of(events), problems);
    }

    /// <summary>As <see cref="Read(byte[])"/>, of text that was decoded already.</summary>
    public static CalendarFile Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static void Read(CalendarComponent calendar, List<CalendarEvent> events, List<CalendarProblem> problems)
    {
        if (calendar.Fault is { } fault)
        {
            problems.Add(Error("calendar", fault));
        }

        var zones = new CalendarZones(calendar);
        var isCancellation = calendar.Text("METHOD")?.ToUpperInvariant() is "CANCEL";
        var number = 0;
        foreach (var entry in calendar.Children.Where(c => c.Name is "VEVENT" or "VTODO"))
        {
            var source = entry.Text("UID") is { Length: > 0 } uid ? uid
                : string.Create(CultureInfo.InvariantCulture, $"{entry.Name}/{number + 1}");
            if (++number > MostEvents)
            {
                problems.Add(Error("calendar", $"There are more than {MostEvents} entries; the rest was not read. Export a shorter time."));
                return;
            }

            if (entry.Name == "VTODO")
            {
                problems.Add(new CalendarProblem(source, $"'{entry.Text("SUMMARY")}' is a to-do: it has no time and is not planned.", IsError: false));
            }
            else if (EventReading.Read(entry, source, zones, out var faults) is { } read)
            {
                events.Add(isCancellation ? read with { IsCancelled = true } : read);
            }
            else
            {
                problems.Add(Error(source, string.Join(" ", faults)));
            }
        }
    }

    private static CalendarProblem Error(string source, string sentence) => new(source, sentence, IsError: true);
}
