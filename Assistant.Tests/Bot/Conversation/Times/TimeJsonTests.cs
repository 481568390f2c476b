using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Assistant.Bot.Conversation.Times;

namespace Assistant.Tests.Bot.Conversation.Times;

public sealed class TimeJsonTests
{
    [Theory]
    [InlineData("morgen om half acht", """[{"kind":"instant","start":"2026-03-11T07:30:00+01:00","grain":"minute"}]""")]
    [InlineData("vanavond", """[{"kind":"interval","start":"2026-03-10T18:00:00+01:00","end":"2026-03-11T00:00:00+01:00","grain":"hour"}]""")]
    [InlineData("sinds gisteren", """[{"kind":"interval","start":"2026-03-09","grain":"day"}]""")]
    [InlineData("anderhalf uur", """[{"kind":"duration","seconds":5400,"grain":"hour"}]""")]
    [InlineData("elke dag om 8 uur", """[{"kind":"recurrence","rrule":"FREQ=DAILY","timesOfDay":["08:00"],"grain":"minute"}]""")]
    [InlineData("goed zo", "[]")]
    public void Mentions_are_written_as_the_command_line_promises(string text, string expected)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            TimeJson.Write(json, Reading.Mentions(text));
        }
        Assert.Equal(expected, Encoding.UTF8.GetString(buffer.ToArray()));
    }
}
