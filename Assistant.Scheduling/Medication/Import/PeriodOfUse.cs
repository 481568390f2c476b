namespace Assistant.Scheduling.Medication.Import;

/// <summary>Reads from when until when a medicine is used.</summary>
/// <remarks>Source: MP9 ext-TimeInterval.Period and .Duration; FHIR R4 MedicationStatement.effective[x].</remarks>
internal static class PeriodOfUse
{
    public static Bounds Read(FhirNode resource, FhirValues values)
    {
        var extension = resource.Extensions(PeriodNames).FirstOrDefault();
        var period = extension?["valuePeriod"] ?? resource["effectivePeriod"];
        var bounds = new TimingReading(values).Period(period);
        if (bounds.Start is null && period is null && values.Moment(resource, "effectiveDateTime") is { } day)
        {
            bounds = bounds with { Start = day.First };
        }
        WarnOfCondition(extension, period, values.Findings);
        var length = resource.Extensions(DurationNames).Concat(period?.Extensions(DurationNames) ?? []).FirstOrDefault();
        return bounds with { Length = values.Length(length?["valueDuration"]) };
    }

    /// <summary>The day it was written, agreed or handed over.</summary>
    public static DateOnly? WrittenOn(FhirNode resource, FhirValues values)
    {
        var agreed = resource.Extensions("AdministrationAgreementDateTime", "AuthoredOn").FirstOrDefault();
        var written = values.Moment(agreed, "valueDateTime") ?? values.Moment(resource, "authoredOn")
            ?? values.Moment(resource, "whenHandedOver") ?? values.Moment(resource, "whenPrepared")
            ?? values.Moment(resource, "dateAsserted");
        return written?.First;
    }

    private static readonly string[] PeriodNames =
        ["TimeInterval.Period", "TimeInterval-Period", "Medication-PeriodOfUse"];

    private static readonly string[] DurationNames =
        ["TimeInterval.Duration", "TimeInterval-Duration", "MedicationUse-Duration"];

    private static void WarnOfCondition(FhirNode? extension, FhirNode? period, Findings findings)
    {
        var places = new[] { extension, period }.OfType<FhirNode>();
        if (places.SelectMany(place => place.Extensions("PeriodOfUse.Condition")).FirstOrDefault() is { } condition)
        {
            findings.Confirm("period-condition", condition.Path,
                $"Is used on a condition: \"{condition.Text("valueString")}\". Confirm the first and the last day.");
        }
    }
}
