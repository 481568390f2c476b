using Assistant.Bot.Commands;

namespace Assistant.Tests.Bot.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData]
    [InlineData("--environment=Development", "--contentRoot=/", "--applicationName=Assistant.Bot")]
    [InlineData("--Data:Path=x.db")]
    [InlineData("--data:path", "x.db", "--Demo", "false")]
    [InlineData("--Logging:LogLevel:Default=Warning")]
    public async Task Without_a_verb_it_serves_with_the_settings_given(params string[] args)
    {
        var run = await Run(args);

        Assert.Equal(args, run.Served);
        Assert.Equal(0, run.Status);
        Assert.Equal("", run.Error);
    }

    [Theory]
    [InlineData("verb 'serv'", "serv")]
    [InlineData("setting 'Data:Pad'", "--Data:Pad=x")]
    [InlineData("--Data:Path", "--Pth:Path=x")]
    [InlineData("no value", "--Demo")]
    [InlineData("'--explian'", "understand", "--explian")]
    [InlineData("'more'", "understand", "more")]
    public async Task What_it_does_not_know_it_says_in_one_line_with_a_hint(string says, params string[] args)
    {
        var run = await Run(args);

        Assert.Null(run.Served);
        Assert.Equal(2, run.Status);
        Assert.Equal("", run.Output);
        Assert.Contains(says, run.Error, StringComparison.Ordinal);
        Assert.Contains("Hint:", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Help_names_every_verb()
    {
        var run = await Run("--help");

        Assert.Equal(0, run.Status);
        Assert.Contains("understand", run.Output, StringComparison.Ordinal);
    }

    private static async Task<(int Status, string Output, string Error, string[]? Served)> Run(params string[] args)
    {
        string[]? served = null;
        using var output = new StringWriter();
        using var error = new StringWriter();
        var status = await CommandLine.RunAsync(
            args,
            new Terminal(TextReader.Null, output, error, new StoppedClock()),
            (settings, _) =>
            {
                served = settings;
                return Task.FromResult(0);
            });
        return (status, output.ToString(), error.ToString(), served);
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch;
    }
}
