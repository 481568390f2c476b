using Assistant.Bot.Conversation.Times;

namespace Assistant.Tests.Bot.Conversation.Times;

public sealed class TimeGrammarTests
{
    /// <summary>What a third language takes: a folder with one file, no code.</summary>
    private const string German = """
        date_order: day-month
        digital_clock: 24
        numbers:
          units_before_tens: true
          join: [und]
          articles: [ein, eine]
          values: {ein: 1, eins: 1, zwei: 2, drei: 3, vier: 4, acht: 8, zwanzig: 20}
          ordinals: {}
          ordinal_endings: [te, ste]
          ordinal_marks: []
        dayparts:
          evening: {from: "18:00", until: "00:00", usual: "18:00"}
        words:
          day-name:
            1: [morgen]
          daypart:
            evening: [abend]
          unit:
            minute: [minuten]
        grammar:
          clock:
            clock.before-half: |
              [um] halb <hour:number>
            clock.hour: |
              um <hour:number> uhr
          span:
            span.of: |
              <count:number> <unit>
          day:
            day.relative: |
              <days:day-name>
          moment:
            moment.day-clock: |
              <day> <clock>
            moment.ahead: |
              in <span>
          time:
            moment.same: |
              <moment>
            moment.clock: |
              <clock>
            range.part-on: |
              <day> <daypart>
        """;

    [Theory]
    [InlineData("morgen um halb acht", "2026-03-11T07:30")]
    [InlineData("in vierundzwanzig Minuten", "2026-03-10T10:24")]
    [InlineData("morgen Abend", "2026-03-11T18:00 / 2026-03-12T00:00")]
    public void A_third_language_is_a_file(string text, string expected) => Assert.Equal(expected, With(German, reader =>
        string.Join(" + ", reader.Read(text, Reading.ContextAt("2026-03-10T10:00", "de")).Select(Reading.Write))));

    [Theory]
    [InlineData("day.relative", "day.telepathic", "There is no rule 'day.telepathic'")]
    [InlineData("[um] halb", "[um halb", "no end to its '['")]
    [InlineData("in <span>", "[in]", "may match nothing")]
    public void A_wrong_file_is_refused_with_a_reason(string right, string wrong, string reason)
    {
        var fault = Assert.Throws<FormatException>(() => With(German.Replace(right, wrong, StringComparison.Ordinal), _ => ""));
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rule_is_used_by_some_language()
    {
        var used = Directory.EnumerateFiles(Reading.Folder, "times.yaml", SearchOption.AllDirectories)
            .SelectMany(file => YamlParts.Load(file).Entries("grammar"))
            .SelectMany(symbol => ((YamlDotNet.RepresentationModel.YamlMappingNode)symbol.Node).Entries())
            .Select(rule => rule.Name)
            .ToHashSet(StringComparer.Ordinal);
        Assert.Empty(TimeRules.ByName.Keys.Except(used));
    }

    [Fact]
    public void Every_symbol_that_a_pattern_asks_for_can_be_made()
    {
        foreach (var file in Directory.EnumerateFiles(Reading.Folder, "times.yaml", SearchOption.AllDirectories))
        {
            Assert.Empty(TimeLanguage.Load(file, HolidayBook.Load(Reading.Folder).Recipes).UnmadeSymbols());
        }
    }

    private static string With(string yaml, Func<TimeReader, string> use)
    {
        var folder = Directory.CreateTempSubdirectory("times").FullName;
        try
        {
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "de")).FullName, "times.yaml"), yaml);
            return use(TimeReader.Load(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
