namespace Assistant.Scheduling.DayPlan.ICalendar;

/// <summary>Builds the components of a file from its lines, and keeps what is broken to the component it is in.</summary>
/// <remarks>
/// A line that is no content line spoils the component it stands in: it may be the half of a line that mattered. A
/// missing END is told when the next entry begins, or the file ends; then reading goes on.
/// </remarks>
internal sealed class ComponentReader
{
    /// <remarks>A calendar holds an event holds an alarm: three. More than this is no calendar.</remarks>
    private const int Deepest = 16;

    private static readonly string[] Entries = ["VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE", "VCALENDAR"];

    private readonly CalendarComponent root = new("", 0);
    private readonly Stack<CalendarComponent> open = new();

    private ComponentReader() => open.Push(root);

    /// <summary>A nameless component that holds the calendars of the file; its fault is about what lies outside them.</summary>
    public static CalendarComponent Read(IEnumerable<UnfoldedLine> lines)
    {
        var reader = new ComponentReader();
        foreach (var line in lines)
        {
            reader.Take(line);
        }

        reader.CloseDownTo(reader.root, "the file ends before it does");
        return reader.root;
    }

    private void Take(UnfoldedLine line)
    {
        switch (ContentLine.TryParse(line))
        {
            case null:
                open.Peek().Fail($"Line {line.Number} '{Shown(line.Text)}' is not of the form NAME:value. Is it the rest "
                    + "of the line before? Then it begins with a space.");
                break;
            case { Name: "BEGIN" } begin:
                Begin(begin);
                break;
            case { Name: "END" } end:
                End(end);
                break;
            case var property:
                open.Peek().Add(property);
                break;
        }
    }

    private void Begin(ContentLine line)
    {
        var name = line.Value.Trim().ToUpperInvariant();
        if (Entries.Contains(name))
        {
            // An entry stands in a calendar, a calendar in nothing: whatever else is open was never ended.
            var home = name == "VCALENDAR" ? root : open.FirstOrDefault(c => c.Name == "VCALENDAR") ?? root;
            CloseDownTo(home, $"the next {name} begins on line {line.Number}");
        }

        if (open.Count > Deepest)
        {
            open.Peek().Fail($"Line {line.Number}: BEGIN:{Shown(name)} lies more than {Deepest} deep.");
            return;
        }

        var component = new CalendarComponent(name, line.Number);
        open.Peek().Add(component);
        open.Push(component);
    }

    private void End(ContentLine line)
    {
        var name = line.Value.Trim().ToUpperInvariant();
        if (open.FirstOrDefault(c => c.Name == name) is { } ended && ended != root)
        {
            CloseDownTo(ended, $"END:{name} comes first on line {line.Number}");
            open.Pop();
        }
        else
        {
            open.Peek().Fail($"Line {line.Number}: END:{Shown(name)} ends nothing that was begun.");
        }
    }

    private void CloseDownTo(CalendarComponent keep, string because)
    {
        while (open.Peek() != keep)
        {
            var left = open.Pop();
            left.Fail($"END:{left.Name} is missing: {because}.");
            if (left.Name is not "VCALENDAR" && open.Peek() is { Name: not ("VCALENDAR" or "") } parent)
            {
                parent.Fail($"Its {left.Name} has no end: {because}.");
            }
        }
    }

    private static string Shown(string text) => text.Length > 40 ? text[..40] + "..." : text;
}
