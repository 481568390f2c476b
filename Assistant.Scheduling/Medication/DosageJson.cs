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
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
