using System.Globalization;
using System.Text.Json;
using System.Xml;
using Assistant.Scheduling.Calendar;

namespace Assistant.Scheduling.Medication.Import;

/// <summary>Reads medication that other systems wrote, as proposals: nothing is scheduled until a person confirms.</summary>
/// <remarks>
/// Shape: a FHIR R4 MedicationRequest, MedicationStatement, MedicationDispense or Bundle in JSON or XML, or our own
/// <see cref="RegimenFile"/>. Errors: never throws for what it is given; an entry that cannot be read says why and the
/// others go on. Source: FHIR R4 (4.0.1), Dutch MP9 9.2 and 9.3, STU3 where its dosages look the same.
/// </remarks>
public static class FhirImport
{
    /// <summary>A longer text is refused as a whole.</summary>
    /// <remarks>Unit: characters. One person's medication with all its history is below 1 million.</remarks>
    public const int MostCharacters = 16_000_000;

    private static readonly string[] Medications = ["MedicationRequest", "MedicationStatement", "MedicationDispense"];

    /// <summary>The entries of this text, in its order; at least one, if only to say what is wrong.</summary>
    /// <param name="text">The file.</param>
    /// <param name="zone">The zone of the person it is about, for what is written in UTC.</param>
    public static IReadOnlyList<ImportedEntry> Read(string text, HomeTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MostCharacters)
        {
            return Refuse($"The file is too large: at most {MostCharacters / 1_000_000} million characters. "
                + "Export one person's medication at a time.", "file-large");
        }
        var start = text.AsSpan().TrimStart('\uFEFF').TrimStart();
        try
        {
            return start.StartsWith("<") ? Entries(FhirXml.Read(start.ToString()), zone)
                : RegimenFile.IsOne(start) ? RegimenFile.Read(start.ToString())
                : Entries(FhirJson.Read(start.ToString()), zone);
        }
        catch (JsonException error)
        {
            return Refuse($"The file is not complete JSON (line {error.LineNumber + 1 ?? 1}). Export it again.", "file-json");
        }
        catch (XmlException error)
        {
            return Refuse($"The file is not plain XML: {error.Message} Export it again, without a DOCTYPE.", "file-xml");
        }
    }

    private static IReadOnlyList<ImportedEntry> Entries(FhirNode root, HomeTimeZone zone)
    {
        var bundle = FhirBundle.Of(root);
        var entries = bundle.Resources.Where(resource => Medications.Contains(resource.Node.Type))
            .Select((resource, i) => MedicationReading.Read(
                resource.Node, Source(resource, i), MedicineName.Of(resource.Node, bundle), zone))
            .ToList();
        return entries.Count > 0 ? SameTreatment.Reconcile(entries)
            : Refuse($"There is no medication in this {root.Type ?? "file"}. Give a MedicationRequest, MedicationStatement, "
                + "MedicationDispense or a Bundle of them.", "file-empty", "resourceType");
    }

    private static string Source(BundledResource resource, int index)
    {
        var id = resource.Node.Text("id") ?? resource.FullUrl?.Split(':', '/')[^1]
            ?? string.Create(CultureInfo.InvariantCulture, $"#{index + 1}");
        return $"{resource.Node.Type}/{id}";
    }

    private static IReadOnlyList<ImportedEntry> Refuse(string sentence, string code, string field = "") =>
        [new ImportedEntry.Refused("import", field, sentence) { Code = code }];
}
