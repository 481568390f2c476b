using System.Diagnostics;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Medication.Import;

namespace Assistant.Bot.Commands;

/// <summary><c>preview</c> of medication (FHIR in JSON or XML, or our own JSON), for a person with the default hours.</summary>
internal static class PreviewOfMedication
{
    public static IEnumerable<PreviewAnswer> Answers(string text, PreviewWindow window) =>
        FhirImport.Read(text, window.Zone)
            .SelectMany(entry => ImportPreview.Lines(entry, window.From, window.Until, (window.Zone, DayHours.Default)))
            .Select(Answer);

    private static PreviewAnswer Answer(PreviewLine line) => line switch
    {
        PreviewLine.Occurrence dose => PreviewAnswer.Occurrence(PreviewAnswer.Clock(dose.Local), dose.Instant, dose.Text, dose.Source),
        PreviewLine.Confirm confirm => PreviewAnswer.Confirm(confirm.Reason, confirm.Source),
        PreviewLine.Failure failure => PreviewAnswer.Error(failure.Sentence, failure.Source),
        _ => throw new UnreachableException(),
    };
}
