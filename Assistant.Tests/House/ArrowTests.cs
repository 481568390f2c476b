using System.Text.RegularExpressions;

namespace Assistant.Tests.House;

/// <summary>Who may import whom. Each room may name only rooms above it, so no circle can be drawn.</summary>
public sealed partial class ArrowTests
{
    private static readonly (string Room, string[] Knows)[] Scheduling =
    [
        ("Calendar", []),
        ("Store", []),
        ("Residents", ["Calendar", "Store"]),
        ("Consent", ["Residents", "Calendar", "Store"]),
        ("DayPlan", ["Consent", "Residents", "Calendar", "Store"]),
        ("Delivery", ["Consent", "Residents", "Calendar", "Store"]),
        ("Medication", ["DayPlan", "Consent", "Residents", "Calendar", "Store"]),
        ("Companionship", ["DayPlan", "Consent", "Residents", "Calendar", "Store"]),
        ("Initiatives", ["DayPlan", "Consent", "Residents", "Calendar", "Store"]),
        ("Escalation", ["Delivery", "Consent", "Residents", "Calendar", "Store"]),
        ("Reminders", ["Escalation", "DayPlan", "Delivery", "Consent", "Residents", "Calendar", "Store"]),
        ("CheckIns", ["Escalation", "DayPlan", "Delivery", "Consent", "Residents", "Calendar", "Store"]),
    ];

    private static readonly string[] Everything = ["Jobs", "SchedulingSetup"];

    [Fact]
    public void The_rooms_of_Scheduling_know_only_rooms_above_them()
    {
        var allowed = Scheduling.ToDictionary(r => r.Room, r => r.Knows.ToHashSet());
        var wrong = Arrows("Assistant.Scheduling")
            .Where(arrow => !Everything.Contains(arrow.From))
            .Where(arrow => !allowed.TryGetValue(arrow.From, out var knows) || !knows.Contains(arrow.To))
            .Select(arrow => $"{arrow.File}: {arrow.From} -> {arrow.To}");

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_table_itself_draws_no_circle()
    {
        var above = new HashSet<string>();
        foreach (var (room, knows) in Scheduling)
        {
            Assert.Subset(above, knows.ToHashSet());
            above.Add(room);
        }
    }

    [Fact]
    public void Scheduling_knows_nothing_of_Bot() =>
        Assert.Empty(SourceTree.Product(".cs").Where(f => f.Path.StartsWith("Assistant.Scheduling/", StringComparison.Ordinal))
            .Where(f => f.Text.Contains("Assistant.Bot", StringComparison.Ordinal)).Select(f => f.Path));

    [Fact]
    public void The_rooms_of_Bot_know_only_what_they_may()
    {
        var wrong = Arrows("Assistant.Bot").Where(arrow => !BotMay(arrow)).Select(arrow => $"{arrow.File}: {arrow.From} -> {arrow.To}");

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_pages_of_the_dashboard_draw_no_circle()
    {
        var left = Arrows("Assistant.Bot").Where(a => a.From.StartsWith("Dashboard/", StringComparison.Ordinal))
            .Where(a => a.To.StartsWith("Dashboard/", StringComparison.Ordinal)).ToList();
        while (left.RemoveAll(a => !left.Any(other => other.From == a.To)) > 0)
        {
        }

        Assert.Empty(left);
    }

    [Fact]
    public void Only_the_timetable_knows_Quartz() =>
        Assert.Equal(
            ["Assistant.Scheduling/Jobs/Timetable.cs"],
            SourceTree.Product(".cs").Where(f => f.Lines.Any(l => l.StartsWith("using Quartz", StringComparison.Ordinal))).Select(f => f.Path));

    private static bool BotMay(Arrow arrow) => arrow.From.Split('/')[0] switch
    {
        "Hosting" or "Commands" or "Program" => true,
        "Conversation" or "Speech" or "Pictures" => false,
        "Skills" => arrow.To is "Conversation",
        "Channels" => arrow.To is "Conversation" or "Speech" or "Pictures",
        "Dashboard" => arrow.To.StartsWith("Dashboard", StringComparison.Ordinal) || arrow.To is "Pictures",
        _ => false,
    };

    // Every mention counts, a using or a full name: rooms of one house do not whisper.
    private static IEnumerable<Arrow> Arrows(string project) =>
        from file in SourceTree.Product(".cs", ".cshtml", ".razor")
        where file.Path.StartsWith(project + "/", StringComparison.Ordinal)
        let own = Room(project, [.. file.Path.Split('/')[1..].Select(part => part.Split('.')[0])])
        from line in file.Lines
        where !line.StartsWith("namespace ", StringComparison.Ordinal) && !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
        from Match match in Mention().Matches(line)
        where match.Groups[1].Value == project
        let to = Room(project, match.Groups[2].Value.Split('.', StringSplitOptions.RemoveEmptyEntries))
        where to.Length > 0 && to != own
        select new Arrow(own, to, file.Path);

    // Skills, Channels and pages are rooms of their own; elsewhere the first folder is the room.
    private static string Room(string project, string[] path) => path switch
    {
        [] => "",
        ["Skills" or "Channels" or "Dashboard", var inner, ..] when project == "Assistant.Bot" && path.Length > 2 => $"{path[0]}/{inner}",
        _ => path[0],
    };

    [GeneratedRegex(@"\b(Assistant\.(?:Scheduling|Bot))((?:\.[A-Z]\w+)+)")]
    private static partial Regex Mention();

    private sealed record Arrow(string From, string To, string File);
}
