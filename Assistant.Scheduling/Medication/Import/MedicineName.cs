namespace Assistant.Scheduling.Medication.Import;

/// <summary>Finds what a medicine is called: in the resource, contained in it, or elsewhere in the Bundle.</summary>
internal static class MedicineName
{
    public static string? Of(FhirNode resource, FhirBundle bundle)
    {
        var reference = resource["medicationReference"] ?? resource["medication"]?["reference"];
        var medication = bundle.Find(resource, reference?.Text("reference") ?? reference?.Value);
        return FhirValues.Words(resource["medicationCodeableConcept"] ?? resource["medication"]?["concept"])
            ?? FhirValues.Words(medication?["code"])
            ?? reference?.Text("display");
    }
}
