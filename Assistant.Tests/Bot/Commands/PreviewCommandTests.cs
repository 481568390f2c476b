using System.Globalization;
using System.Text;
using System.Text.Json;
using Assistant.Bot.Commands;

namespace Assistant.Tests.Bot.Commands;

public sealed class PreviewCommandTests
{
    private const string Calendar = """
        BEGIN:VCALENDAR
        BEGIN:VEVENT
        UID:soup
        SUMMARY:Soep in het buurthuis
        DTSTART;TZID=Europe/Amsterdam:20260328T120000
        RRULE:FREQ=DAILY
        END:VEVENT
        BEGIN:VEVENT
        UID:broken
        DTSTART:someday
        END:VEVENT
        BEGIN:VEVENT
        UID:birthday
        SUMMARY:Jarig
        DTSTART;VALUE=DATE:20260329
        END:VEVENT
        BEGIN:VTODO
        UID:tax
        SUMMARY:Belasting
        END:VTODO
        END:VCALENDAR
        """;

    [Fact]
    public async Task A_calendar_is_shown_day_by_day_with_to_left_out_and_a_bad_entry_by_itself()
    {
        var (status, lines) = await Run(Calendar, "--from", "2026-03-28", "--to", "2026-03-30");

        Assert.Equal(
            [
                """{"local":"2026-03-28T12:00","instant":"2026-03-28T11:00:00Z","text":"Soep in het buurthuis","source":"soup"}""",
                """{"local":"2026-03-29T12:00","instant":"2026-03-29T10:00:00Z","text":"Soep in het buurthuis","source":"soup"}""",
                """{"local":"2026-03-29","instant":"2026-03-28T23:00:00Z","text":"Jarig","source":"birthday"}""",
            ],
            lines[..3]);
        Assert.Equal(("broken", "tax"), (Source("error", lines[3]), Source("confirm", lines[4])));
        Assert.Equal(5, lines.Count);
        Assert.Equal(2, status);
    }

    [Fact]
    public async Task Without_options_it_shows_two_weeks_from_today_in_Amsterdam()
    {
        // The clock stands at half past eleven in the evening in UTC: in Amsterdam it is tomorrow.
        var (status, lines) = await Run("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20260101T080000\nRRULE:FREQ=DAILY\nEND:VEVENT\nEND:VCALENDAR");

        Assert.Equal(0, status);
        Assert.Equal(14, lines.Count);
        Assert.Contains("\"2026-03-02T08:00\"", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"2026-03-15T08:00\"", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clock_shown_is_the_one_where_the_person_lives()
    {
        var (_, lines) = await Run(Calendar, "--from", "2026-03-28", "--to", "2026-03-29", "--zone", "America/Curacao");

        Assert.Contains("\"2026-03-28T07:00\"", lines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"resourceType":"MedicationRequest","id":"m1","status":"active","intent":"order","medicationCodeableConcept":{"text":"Pil"},"authoredOn":"2026-03-01","dosageInstruction":[{"text":"om acht uur","timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"d","timeOfDay":["08:00:00"]}},"doseAndRate":[{"doseQuantity":{"value":1,"unit":"stuk"}}]}]}""")]
    [InlineData("""<MedicationRequest xmlns="http://hl7.org/fhir"><id value="m1"/><status value="active"/><intent value="order"/><medicationCodeableConcept><text value="Pil"/></medicationCodeableConcept><authoredOn value="2026-03-01"/><dosageInstruction><text value="om acht uur"/><timing><repeat><frequency value="1"/><period value="1"/><periodUnit value="d"/><timeOfDay value="08:00:00"/></repeat></timing><doseAndRate><doseQuantity><value value="1"/><unit value="stuk"/></doseQuantity></doseAndRate></dosageInstruction></MedicationRequest>""")]
    public async Task Medication_is_shown_dose_by_dose_in_its_own_words(string fhir)
    {
        var (_, lines) = await Run(fhir, "--from", "2026-03-28", "--to", "2026-03-30");

        Assert.Equal(
            """{"local":"2026-03-29T08:00","instant":"2026-03-29T06:00:00Z","text":"om acht uur","source":"MedicationRequest/m1"}""",
            lines.Last(l => l.Contains("\"local\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n ")]
    [InlineData("hello there")]
    [InlineData("{ half an object")]
    [InlineData("<half")]
    [InlineData("[]")]
    [InlineData("BEGIN:VCARD\nEND:VCARD")]
    [InlineData("\0\u0001\u0002")]
    public async Task What_is_no_schedule_is_told_in_one_line(string input) => AssertOneError(await Run(input));

    [Theory]
    [InlineData("--from", "tomorrow")]
    [InlineData("--from", "2026-02-30")]
    [InlineData("--to", "0001-01-01")]
    [InlineData("--from", "2026-03-28", "--to", "2026-03-28")]
    [InlineData("--from", "1700-01-01", "--to", "2026-03-28")]
    [InlineData("--zone", "Amsterdam")]
    public async Task A_wrong_option_is_told_in_one_line_with_a_hint(params string[] options)
    {
        var run = await Run(Calendar, options);

        AssertOneError(run);
        Assert.Contains("Hint:", run.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_read_in_the_letters_it_was_saved_in()
    {
        var calendar = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:Caf\u00e9\nDTSTART:20260328T080000\nEND:VEVENT\nEND:VCALENDAR";
        using var stream = new MemoryStream([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(calendar)]);
        using var reader = new StreamReader(stream, Encoding.UTF8);

        var (_, lines) = await Run(reader, "--from", "2026-03-28");

        Assert.Contains("\"Caf\u00e9\"", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hundreds_of_entries_are_one_run()
    {
        var events = Enumerable.Range(0, 300).Select(i => $"BEGIN:VEVENT\nUID:e{i}\nDTSTART:20260328T{i % 24:00}0000\nEND:VEVENT\n");
        var (status, lines) = await Run($"BEGIN:VCALENDAR\n{string.Concat(events)}END:VCALENDAR", "--from", "2026-03-28");

        Assert.Equal((0, 300), (status, lines.Count));
    }

    private static void AssertOneError((int Status, List<string> Lines) run)
    {
        Assert.Equal(2, run.Status);
        Assert.StartsWith("{\"error\":\"", Assert.Single(run.Lines), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Lines[0], StringComparison.Ordinal);
    }

    private static string? Source(string kind, string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.TryGetProperty(kind, out _) ? json.RootElement.GetProperty("source").GetString() : null;
    }

    private static async Task<(int Status, List<string> Lines)> Run(string input, params string[] options)
    {
        using var reader = new StringReader(input);
        return await Run(reader, options);
    }

    private static async Task<(int Status, List<string> Lines)> Run(TextReader input, params string[] options)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var status = await CommandLine.RunAsync(
            ["preview", .. options],
            new Terminal(input, output, error, new StoppedClock()),
            (_, _) => Task.FromResult(0));
        Assert.Equal("", error.ToString());
        return (status, [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)]);
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.Parse("2026-03-01T23:30Z", CultureInfo.InvariantCulture);
    }
}
