namespace Assistant.Scheduling.Medication.Import;

/// <summary>Extensions that change the meaning of what they stand in: who does not know one must not act on it.</summary>
/// <remarks>Source: FHIR R4 Extensibility §2.4.1 (modifierExtension).</remarks>
internal static class ModifierExtensions
{
    /// <summary>"Starts anew every so many days" (MP9 herhaalperiode cyclisch schema).</summary>
    public const string Cycle = "RepeatPeriodCyclicalSchedule";

    /// <summary>"Stops for good" or "for now" (MP9 stoptype).</summary>
    public const string Stop = "StopType";

    /// <summary>Withholds the entry when the element has a modifier that is not known here.</summary>
    public static void WithholdUnknown(FhirNode node, Findings findings, params IReadOnlyList<string> known)
    {
        foreach (var extension in node.All("modifierExtension").Except(node.Extensions(known)))
        {
            findings.Withhold("modifier-unknown", extension.Path,
                $"Changes the meaning in a way that is not understood here ({extension.Text("url") ?? "no url"}). "
                + "Read it and plan by hand.");
        }
    }
}
