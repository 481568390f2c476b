using Assistant.Bot.Commands;

namespace Assistant.Tests.Bot.Commands;

public sealed class UnderstandRequestTests
{
    [Theory]
    [InlineData("", "not a JSON object")]
    [InlineData("[1]", "not a JSON object")]
    [InlineData("{\"text\":", "not a JSON object")]
    [InlineData("{}", "no 'text'")]
    [InlineData("{\"text\":5}", "'text' is not a text")]
    [InlineData("{\"text\":\"\\ud800\"}", "not valid Unicode")]
    [InlineData("{\"text\":\"x\",\"language\":\"xx\"}", "'xx' is not known")]
    [InlineData("{\"text\":\"x\",\"zone\":\"Mars\"}", "'Mars' is not known")]
    [InlineData("{\"text\":\"x\",\"now\":\"gisteren\"}", "not a moment")]
    [InlineData("{\"text\":\"x\",\"now\":\"0001-01-01T00:00:00+14:00\"}", "not a moment")]
    public void A_line_it_cannot_read_gets_one_kind_sentence(string line, string says)
    {
        var (request, error) = Parse(line);

        Assert.Null(request);
        Assert.Contains(says, error, StringComparison.Ordinal);
        Assert.Contains("Hint:", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-03-10T10:00:00+01:00", "2026-03-10T09:00:00Z")]
    [InlineData("2026-03-10T09:00:00Z", "2026-03-10T09:00:00Z")]
    [InlineData("2026-03-10T10:00", "2026-03-10T09:00:00Z")]
    public void Now_without_an_offset_is_the_clock_on_the_wall(string now, string instant)
    {
        var (request, _) = Parse($$"""{"text":"x","now":"{{now}}"}""");

        Assert.Equal(DateTimeOffset.Parse(instant, null), request?.Now);
    }

    [Fact]
    public void Only_the_text_must_be_there()
    {
        var (request, _) = Parse("""{"text":"hoi","awaiting":null}""");

        Assert.Equal(("hoi", "nl", "Europe/Amsterdam"), (request?.Text, request?.Language, request?.Zone.Id));
    }

    [Fact]
    public void Without_now_it_is_the_start_of_today_in_the_zone()
    {
        var (request, _) = Parse("""{"text":"om zeven uur","zone":"America/New_York"}""");

        Assert.Equal(DateTimeOffset.Parse("1969-12-31T05:00:00Z", null), request?.Now);
    }

    private static (UnderstandRequest?, string) Parse(string line) =>
        UnderstandRequest.Parse(line, ["nl", "en"], new StoppedClock());

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch;
    }
}
