using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Assistant.Bot.Conversation;
using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Times;
using Assistant.Scheduling;
using Xunit.Abstractions;

namespace Assistant.Tests.House;

public sealed partial class HouseRulesTests(ITestOutputHelper output)
{
    // Two of these in one string are a sentence, not a name.
    private static readonly HashSet<string> DutchWords =
    [
        "de", "het", "een", "niet", "ik", "u", "uw", "bent", "heeft", "hebt", "wij", "zijn", "naar", "voor", "aan", "op", "dat",
        "wilt", "kunt", "zal", "goed", "vandaag", "morgen", "geen", "ook", "nog",
    ];

    [Fact]
    public void No_file_is_longer_than_250_lines()
    {
        var sizes = SourceTree.All(".cs", ".cshtml", ".razor").Select(f => (f.Path, Lines: f.Lines.Count() - 1)).ToList();
        foreach (var (path, lines) in sizes.Where(s => s.Lines > 150).OrderByDescending(s => s.Lines))
        {
            output.WriteLine($"{lines} {path}");
        }

        Assert.Empty(sizes.Where(s => s.Lines > 250).Select(s => s.Path));
    }

    [Fact]
    public void Every_class_is_sealed() =>
        Assert.Empty(
            from assembly in (Assembly[])[typeof(SchedulingSetup).Assembly, typeof(PhraseBook).Assembly]
            from type in assembly.GetTypes()
            where type is { IsClass: true, IsSealed: false, IsAbstract: false }
            where !type.IsDefined(typeof(CompilerGeneratedAttribute)) && type.Namespace?.StartsWith("Assistant", StringComparison.Ordinal) == true
            select type.FullName);

    [Fact]
    public void What_is_abstract_is_a_closed_outcome() =>
        Assert.Empty(
            from assembly in (Assembly[])[typeof(SchedulingSetup).Assembly, typeof(PhraseBook).Assembly]
            from type in assembly.GetTypes()
            where type is { IsClass: true, IsAbstract: true, IsSealed: false }
            where type.GetConstructors(BindingFlags.Instance | BindingFlags.Public).Length > 0
            select type.FullName);

    [Fact]
    public void No_Dutch_sentence_lives_in_code() =>
        Assert.Empty(
            from file in SourceTree.Product(".cs")
            where !file.Path.StartsWith("Assistant.Bot/Hosting/Demo/", StringComparison.Ordinal) // what made-up people wrote on their calendars
            from line in file.Lines
            where !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
            from Match text in Text().Matches(line)
            where Words().Matches(text.Value).Count(word => DutchWords.Contains(word.Value)) >= 2
            select $"{file}: {text.Value}");

    [Fact]
    public void No_word_that_puts_work_off_or_waits_for_a_while() =>
        Assert.Empty(
            from file in SourceTree.All(".cs", ".cshtml", ".razor", ".yaml", ".css", ".js")
            where !file.Path.StartsWith("Assistant.Tests/House/", StringComparison.Ordinal)
            from line in file.Lines
            where Banned().IsMatch(line)
            select $"{file}: {line.Trim()}");

    [Fact]
    public void Every_phrase_file_can_be_read_in_every_language()
    {
        var says = SayBook.Load(PhraseBook.FolderOfProgram);

        Assert.Superset(new HashSet<string> { "nl", "en" }, PhraseBook.Load(PhraseBook.FolderOfProgram).Languages.ToHashSet());
        Assert.NotNull(TimeReader.Load(PhraseBook.FolderOfProgram));
        Assert.NotNull(says);
    }

    [Fact]
    public void Top_level_folders_are_those_of_the_design()
    {
        string[] known = ["Assistant.Bot", "Assistant.Scheduling", "Assistant.Tests", "deploy", "data", "TestResults"];

        Assert.Empty(Directory.EnumerateDirectories(SourceTree.Root).Select(Path.GetFileName)
            .Where(name => name?.StartsWith('.') == false).Except(known));
    }

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"")]
    private static partial Regex Text();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Words();

    [GeneratedRegex(@"\bTODO\b|\bFIXME\b|\bHACK\b|Thread\.Sleep|#region|\.Result;|async void")]
    private static partial Regex Banned();
}
