namespace Assistant.Scheduling.DayPlan.ICalendar;

/// <summary>What stands between a BEGIN and its END.</summary>
internal sealed class CalendarComponent(string name, int number)
{
    private readonly List<ContentLine> lines = [];
    private readonly List<CalendarComponent> children = [];

    /// <summary>In capitals: VEVENT.</summary>
    public string Name { get; } = name;

    /// <summary>The line of its BEGIN.</summary>
    public int Number { get; } = number;

    public IReadOnlyList<ContentLine> Lines => lines;

    public IReadOnlyList<CalendarComponent> Children => children;

    /// <summary>Why it cannot be trusted as a whole; null where it was read without a hitch.</summary>
    public string? Fault { get; private set; }

    public void Add(ContentLine line) => lines.Add(line);

    public void Add(CalendarComponent child) => children.Add(child);

    /// <remarks>The first fault is kept: what follows is often its echo.</remarks>
    public void Fail(string fault) => Fault ??= fault;

    public ContentLine? Line(string property) => lines.FirstOrDefault(l => l.Name == property);

    public IEnumerable<ContentLine> All(string property) => lines.Where(l => l.Name == property);

    public string? Text(string property) => Line(property) is { } line ? TextEscapes.Read(line.Value).Trim() : null;
}
