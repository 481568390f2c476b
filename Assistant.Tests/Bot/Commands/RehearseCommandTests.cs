using System.Text.Json;
using System.Text.RegularExpressions;
using Assistant.Bot.Commands;
using Assistant.Tests.Town;

namespace Assistant.Tests.Bot.Commands;

/// <summary>Days that are lived through in the demo, on both weekends on which the clocks change.</summary>
public sealed partial class RehearseCommandTests
{
    private static readonly string[] EveryDay = ["07:00", "08:00", "11:30", "12:00", "15:30", "19:30"];

    /// <summary>In a quick run one of the two is enough.</summary>
    public static TheoryData<string> Weekends => Suite.IsFull ? ["2026-03-28", "2026-10-24"] : ["2026-10-24"];

    [Theory]
    [MemberData(nameof(Weekends))]
    public async Task Over_a_clock_change_each_moment_of_his_day_is_asked_once_and_none_is_lost(string from)
    {
        var lines = await RunAsync("rehearse", "--days", "3", "--from", from, "--who", "meneer Bakker", "--json");

        var asked = lines.Where(line => line.TryGetProperty("choices", out var choices) && choices.GetArrayLength() == 3)
            .Select(line => (Local: line.GetProperty("local").GetString() ?? "", Moment: Time().Match(line.GetProperty("text").GetString() ?? "").Value))
            .Where(line => line.Moment.Length > 0 && line.Local.EndsWith(line.Moment, StringComparison.Ordinal))
            .GroupBy(line => line.Local[..10]).ToList();
        Assert.Equal(3, asked.Count);
        Assert.All(asked, day => Assert.Equal(EveryDay, day.Select(line => line.Moment).Where(EveryDay.Contains)));
    }

    private static async Task<List<JsonElement>> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var status = await CommandLine.RunAsync(args, new Terminal(TextReader.Null, output, error, new FakeClock(DateTimeOffset.UnixEpoch)), (_, _) => Task.FromResult(0));
        Assert.Equal((0, ""), (status, error.ToString()));
        return [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
    }

    [GeneratedRegex(@"\d\d:\d\d(?= uur)")]
    private static partial Regex Time();
}
