using System.Globalization;
using System.Text.Json;

namespace Assistant.Bot.Conversation.Times;

/// <summary>Writes mentions in the shape that the command line promises.</summary>
internal static class TimeJson
{
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:sszzz";
    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>An array value: the caller has written the property's name.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<TimeMention> mentions)
    {
        json.WriteStartArray();
        foreach (var mention in mentions)
        {
            json.WriteStartObject();
            json.WriteString("kind", mention.Kind.ToString().ToLowerInvariant());
            WriteBound(json, "start", mention.Start, mention);
            WriteBound(json, "end", mention.End, mention);
            if (mention.Seconds is { } seconds)
            {
                json.WriteNumber("seconds", seconds);
            }
            if (mention.Rrule is { } rule)
            {
                json.WriteString("rrule", rule);
                WriteTimes(json, mention.TimesOfDay);
            }
            json.WriteString("grain", mention.Grain.ToString().ToLowerInvariant());
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <remarks>"Since August", "before Friday": an open range of whole days begins or ends with a day, not with a midnight.</remarks>
    private static void WriteBound(Utf8JsonWriter json, string name, DateTimeOffset? bound, TimeMention mention)
    {
        if (bound is { } at)
        {
            var isOpen = mention.Kind == TimeKind.Interval && (mention.Start is null || mention.End is null);
            json.WriteString(name, at.ToString(
                isOpen && mention.Grain >= Grain.Day ? DateFormat : InstantFormat, CultureInfo.InvariantCulture));
        }
    }

    private static void WriteTimes(Utf8JsonWriter json, IReadOnlyList<string> times)
    {
        json.WriteStartArray("timesOfDay");
        foreach (var time in times)
        {
            json.WriteStringValue(time);
        }
        json.WriteEndArray();
    }
}
