using System.Globalization;
using System.Text.Json;
using Assistant.Scheduling.Calendar;

namespace Assistant.Bot.Commands;

/// <summary>One input line of <c>understand</c>: only <c>text</c> must be there.</summary>
internal sealed record UnderstandRequest(
    string Text,
    string Language,
    DateTimeOffset Now,
    HomeTimeZone Zone,
    string? Awaiting)
{
    private const string DefaultZone = "Europe/Amsterdam";

    /// <returns>The request, or a sentence with a hint that says what is wrong with the line.</returns>
    public static (UnderstandRequest? Request, string Error) Parse(
        string line,
        IReadOnlyCollection<string> languages,
        TimeProvider clock)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? Read(json.RootElement, languages, clock)
                : (null, NotAnObject);
        }
        catch (JsonException)
        {
            return (null, NotAnObject);
        }
        catch (InvalidOperationException)
        {
            // The JSON reader's word for half a surrogate pair.
            return (null, "A text in this line is not valid Unicode. Hint: write whole characters, such as \"\\u00e9\".");
        }
    }

    private const string NotAnObject =
        "This line is not a JSON object. Hint: write one object a line, such as {\"text\":\"goedemorgen\"}.";

    private static (UnderstandRequest? Request, string Error) Read(
        JsonElement line,
        IReadOnlyCollection<string> languages,
        TimeProvider clock)
    {
        foreach (var name in (string[])["text", "language", "now", "zone", "awaiting"])
        {
            if (line.TryGetProperty(name, out var value)
                && value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
            {
                return (null, $"'{name}' is not a text. Hint: write it between quotes.");
            }
        }

        if (TextOf(line, "text") is not { } text)
        {
            return (null, "There is no 'text'. Hint: {\"text\":\"goedemorgen\"} is enough.");
        }

        var language = TextOf(line, "language") ?? "nl";
        if (!languages.Contains(language))
        {
            return (null, $"The language '{language}' is not known. Hint: use one of {string.Join(", ", languages)}.");
        }

        var zoneId = TextOf(line, "zone") ?? DefaultZone;
        if (HomeTimeZone.TryFind(zoneId) is not { } zone)
        {
            return (null, $"The zone '{zoneId}' is not known. Hint: use an IANA name such as {DefaultZone}.");
        }

        var now = TextOf(line, "now");
        if (Moment(now, zone, clock) is not { } moment)
        {
            return (null, $"'now' is not a moment: '{now}'. Hint: 2026-03-10T10:00:00+01:00, or without offset for "
                + "local time.");
        }

        return (new UnderstandRequest(text, language, moment, zone, TextOf(line, "awaiting")), "");
    }

    private static string? TextOf(JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>
    /// A moment without offset is the clock on the wall in the zone. No moment at all is the start of today, so that a
    /// sentence means the same at any hour of the day it is tried.
    /// </summary>
    private static DateTimeOffset? Moment(string? text, HomeTimeZone zone, TimeProvider clock)
    {
        if (text is null)
        {
            return zone.DayOf(clock.GetUtcNow()).Start;
        }

        // RoundtripKind keeps the three ways of writing apart: Z, an offset, and neither.
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var written)
            || !char.IsAsciiDigit(text.FirstOrDefault())
            || written.Year is < 1900 or > 2200
            || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var moment))
        {
            return null;
        }

        return written.Kind == DateTimeKind.Unspecified ? zone.At(written) : moment;
    }
}
