namespace Assistant.Scheduling.Medication.Import;

/// <summary>What a medicine is called by people, and by the systems that wrote of it.</summary>
/// <param name="Name">The words; null where there are none.</param>
/// <param name="Codes">Shape: system|code, the source's own order.</param>
internal sealed record MedicineName(string? Name, IReadOnlyList<string> Codes)
{
    /// <summary>Found in the resource, contained in it, or elsewhere in the Bundle.</summary>
    public static MedicineName Of(FhirNode resource, FhirBundle bundle)
    {
        var reference = resource["medicationReference"] ?? resource["medication"]?["reference"];
        var medication = bundle.Find(resource, reference?.Text("reference") ?? reference?.Value);
        var own = resource["medicationCodeableConcept"] ?? resource["medication"]?["concept"];
        return new MedicineName(
            FhirValues.Words(own) ?? FhirValues.Words(medication?["code"]) ?? reference?.Text("display"),
            [.. In(own).Concat(In(medication?["code"])).Distinct()]);
    }

    private static IEnumerable<string> In(FhirNode? concept) => concept is null ? [] : concept.All("coding")
        .Where(coding => coding.Text("system") is not null && coding.Text("code") is not null)
        .Select(coding => MedicineCodes.Token(coding.Text("system") ?? "", coding.Text("code") ?? ""));
}
