using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Medication.Import;

namespace Assistant.Tests.Scheduling.Medication.Import;

/// <summary>Short words for imports: one resource around a dosage, read for Amsterdam in the first week of March 2026.</summary>
internal static class Imports
{
    public static readonly HomeTimeZone Amsterdam = HomeTimeZone.Of("Europe/Amsterdam");

    public static string Request(string dosages, string more = "") =>
        """
        {"resourceType":"MedicationRequest","id":"one","status":"active","intent":"order","authoredOn":"2026-03-02",
         "medicationCodeableConcept":{"text":"Valeriana 10 mg"},
        """ + more + "\"dosageInstruction\":[" + dosages + "]}";

    public static string Bundle(params string[] resources) =>
        "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[" + string.Join(',', resources.Select(r => "{\"resource\":" + r + "}")) + "]}";

    public static ImportedEntry Single(string text) => Assert.Single(FhirImport.Read(text, Amsterdam));

    public static ImportedEntry.Proposal Proposal(string text) => Assert.IsType<ImportedEntry.Proposal>(Single(text));

    public static ImportedEntry.Refused Refused(string text) => Assert.IsType<ImportedEntry.Refused>(Single(text));

    public static string[] Codes(ImportedEntry.Proposal proposal) => [.. proposal.ToConfirm.Select(problem => problem.Code).Distinct()];

    public static string[] Doses(ImportedEntry.Proposal proposal, int days = 7)
    {
        var window = new DoseWindow(Plan.Monday, Plan.Monday.AddDays(days), Amsterdam, DayHours.Default, Plan.Monday);
        return [.. ImportPreview.Doses(proposal, window).Select(dose => $"{dose.Local:MM-dd HH:mm}")];
    }
}
