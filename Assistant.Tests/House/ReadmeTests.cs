using System.Text.RegularExpressions;

namespace Assistant.Tests.House;

public sealed partial class ReadmeTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(SourceTree.Root, "README.md"));

    [Theory]
    [InlineData("dotnet run --project Assistant.Bot")]
    [InlineData("dotnet test")]
    public void The_two_commands_are_there(string command) =>
        Assert.Contains(Text.Split('\n'), line => line.Trim() == command);

    [Fact]
    public void Every_project_it_names_exists() =>
        Assert.DoesNotContain(
            Project().Matches(Text).Select(m => m.Groups[1].Value),
            path => !Directory.Exists(Path.Combine(SourceTree.Root, path)) && !File.Exists(Path.Combine(SourceTree.Root, path)));

    [Fact]
    public void Every_link_into_the_house_leads_somewhere() =>
        Assert.Empty(
            from readme in Directory.EnumerateFiles(SourceTree.Root, "*.md")
                .Concat(SourceTree.All(".md").Select(f => Path.Combine(SourceTree.Root, f.Path)))
            from Match link in Link().Matches(File.ReadAllText(readme))
            let target = link.Groups[1].Value.Split('#')[0]
            where target.Length > 0 && !target.Contains(':', StringComparison.Ordinal)
            where !Path.Exists(Path.Combine(Path.GetDirectoryName(readme) ?? "", target))
            select $"{Path.GetFileName(readme)}: {target}");

    [Fact]
    public void Every_room_it_shows_exists() =>
        Assert.DoesNotContain(
            Rooms().Matches(Map().Match(Text).Value).SelectMany(row => Name().Matches(row.Groups[1].Value)).Select(m => m.Groups[1].Value),
            room => !((string[])["Assistant.Scheduling", "Assistant.Bot", "Assistant.Tests"])
                .Any(project => Directory.Exists(Path.Combine(SourceTree.Root, project, room))));

    [Fact]
    public void The_changelog_is_kept() =>
        Assert.Contains("- ", File.ReadAllText(Path.Combine(SourceTree.Root, "CHANGELOG.md")), StringComparison.Ordinal);

    [GeneratedRegex(@"--project (\S+)")]
    private static partial Regex Project();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^## The story.*?(?=^## )", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Map();

    [GeneratedRegex(@"^\| (`[^|]*) \|", RegexOptions.Multiline)]
    private static partial Regex Rooms();

    [GeneratedRegex("`([A-Z][A-Za-z]+)`")]
    private static partial Regex Name();
}
