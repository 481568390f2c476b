using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assistant.Scheduling.Medication;

/// <summary>How dosages are written as JSON, in the database and in our own regimen files.</summary>
/// <example>
/// <code>[{"dose":{"low":1,"high":1,"unit":"tablet"},"timing":{"repeat":{"frequency":2,"period":1,"periodUnit":"d"}}}]</code>
/// </example>
public static class DosageJson
{
    /// <summary>Names in camel case, enumerations by their FHIR codes, absent things left out, unknown names refused.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>The dosages as JSON.</summary>
    public static string Write(IReadOnlyList<Dosage> dosages) => JsonSerializer.Serialize(dosages, Options);

    /// <summary>The dosages that <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">Not such JSON; the path in it tells where.</exception>
    public static IReadOnlyList<Dosage> Read(string json) =>
        JsonSerializer.Deserialize<IReadOnlyList<Dosage>>(json, Options) ?? [];

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            NumberHandling = JsonNumberHandling.Strict,
            Converters =
            {
                new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
                new WallClock(),
            },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    /// <summary>A wall clock has no offset: one that is written is refused, rather than turned by the machine's own.</summary>
    private sealed class WallClock : JsonConverter<DateTime>
    {
        private static readonly string[] Shapes = ["s", "yyyy-MM-dd'T'HH:mm"];

        public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            DateTime.TryParseExact(
                reader.GetString(), Shapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
                ? time
                : throw new JsonException("A wall clock reads 2026-03-01T08:00:00, without an offset.");

        public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString("s", CultureInfo.InvariantCulture));
    }
}
