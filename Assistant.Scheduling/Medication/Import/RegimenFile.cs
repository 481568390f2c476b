using System.Text.Json;

namespace Assistant.Scheduling.Medication.Import;

/// <summary>Our own way to write a regimen in a file.</summary>
/// <remarks>Errors: an unknown name or a wrong value refuses that regimen alone and names the place.</remarks>
/// <example>
/// One regimen, or several as <c>{"regimens":[...]}</c>; amounts, words and codes as in <see cref="Dosage"/>:
/// <code>
/// {"id":"r1","medicine":"Prednisolone 5 mg","start":"2026-03-02","end":"2026-03-31","dosages":[
///   {"sequence":1,"dose":{"low":2,"high":2,"unit":"tablet"},"timing":{"repeat":{
///     "when":["CM"],"bounds":{"length":{"value":1,"unit":"wk"}}}}},
///   {"sequence":2,"dose":{"low":1,"high":1,"unit":"tablet"},"timing":{"repeat":{"when":["CM"]}}}]}
/// </code>
/// </example>
public sealed record RegimenFile
{
    /// <summary>How the answer calls it: <c>regimen/ID</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What is taken.</summary>
    public required string Medicine { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>The last day, inclusive.</summary>
    public DateOnly? End { get; init; }

    /// <summary>How it is taken.</summary>
    public required IReadOnlyList<Dosage> Dosages { get; init; }

    internal static bool IsOne(ReadOnlySpan<char> text)
    {
        return text.Contains("\"dosages\"", StringComparison.Ordinal)
            && !text.Contains("\"resourceType\"", StringComparison.Ordinal);
    }

    /// <exception cref="JsonException">Not JSON at all.</exception>
    internal static IReadOnlyList<ImportedEntry> Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        var many = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("regimens", out var list)
            && list.ValueKind == JsonValueKind.Array;
        return many ? [.. root.GetProperty("regimens").EnumerateArray().Select(Entry)] : [Entry(root, 0)];
    }

    private static ImportedEntry Entry(JsonElement element, int index)
    {
        var named = element.ValueKind == JsonValueKind.Object && element.TryGetProperty("id", out _);
        var id = named ? element.GetProperty("id").ToString() : $"#{index + 1}";
        var source = $"regimen/{id}";
        try
        {
            return element.Deserialize<RegimenFile>(DosageJson.Options) is { } regimen
                ? regimen.Proposal(source)
                : new ImportedEntry.Refused(source, "", "Is empty. Give an id, a medicine, a start and dosages.");
        }
        catch (JsonException error)
        {
            return new ImportedEntry.Refused(source, error.Path ?? "",
                "Cannot be read here. Compare it with the sample of a regimen.");
        }
    }

    private ImportedEntry Proposal(string source)
    {
        var problems = DosageCheck.Of(Dosages, "dosages");
        var wrong = problems.FirstOrDefault(problem => problem.Weight == ProblemWeight.Wrong);
        if (wrong is not null || End < Start)
        {
            return new ImportedEntry.Refused(source, wrong?.Field ?? "end",
                wrong?.Sentence ?? "The end is before the start. Correct one of them.") { Code = wrong?.Code ?? "end-before-start" };
        }
        return new ImportedEntry.Proposal(source)
        {
            Medicine = Medicine,
            Dosages = Dosages,
            PeriodOfUse = new Bounds { Start = Start, End = End },
            Kind = AgreementKind.Prescription,
            ToConfirm = problems,
        };
    }
}
