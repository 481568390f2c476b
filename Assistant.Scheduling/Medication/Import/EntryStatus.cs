namespace Assistant.Scheduling.Medication.Import;

/// <summary>Whether an entry, as a whole, is something to plan: its status, intent, category and stop.</summary>
internal static class EntryStatus
{
    private static readonly Dictionary<string, AgreementKind> Categories = new(StringComparer.Ordinal)
    {
        ["33633005"] = AgreementKind.Prescription,
        ["16076005"] = AgreementKind.Prescription,
        ["52711000146108"] = AgreementKind.Supply,
        ["373784005"] = AgreementKind.Supply,
        ["422037009"] = AgreementKind.Administration,
        ["395067002"] = AgreementKind.VariableSchedule,
        ["422979000"] = AgreementKind.Use,
    };

    private const string OnHold = "on-hold";

    /// <remarks>SNOMED CT, Dutch edition: stopped for a while; and what MP9 before 9.2 wrote for it.</remarks>
    private static readonly string?[] Temporary = ["113381000146106", "385655000"];

    /// <remarks>A dispense that is completed was handed over: then use begins. Source: FHIR R4 status of each resource.</remarks>
    private static readonly Dictionary<string, string[]> Plannable = new(StringComparer.Ordinal)
    {
        ["MedicationRequest"] = ["active", "unknown"],
        ["MedicationStatement"] = ["active", "intended", "unknown"],
        ["MedicationDispense"] = ["preparation", "in-progress", "completed", "unknown"],
    };

    /// <summary>Withholds what must not be planned, and tells which kind of agreement this is.</summary>
    public static AgreementKind Check(FhirNode resource, FhirValues values)
    {
        var findings = values.Findings;
        if (values.Flag(resource, "doNotPerform") == true || resource.Text("taken") is "n")
        {
            findings.Withhold("do-not-perform", "doNotPerform",
                "Says that it must not or is not taken. Nothing is planned.");
        }
        var status = resource.Text("status");
        if (status is null)
        {
            findings.Confirm("status-missing", "status", "Has no status. Confirm that it is in use.");
        }
        else if (status != OnHold && !Plannable[resource.Type ?? ""].Contains(status))
        {
            findings.Withhold("status", "status",
                $"Has the status '{status}', so it is not planned. Confirm whether it is in use.");
        }
        if (resource.Text("intent") is "proposal" or "plan" or "option")
        {
            findings.Withhold("intent", "intent", $"Is a {resource.Text("intent")}, not an order. Ask who prescribes.");
        }
        return Kind(resource, findings);
    }

    /// <summary>Whether what it ends begins again: a stop of the type temporary, or on hold.</summary>
    public static bool IsTemporary(FhirNode resource) => TypeOf(resource) is { } stop
        ? stop.All("coding").Any(coding => Temporary.Contains(coding.Text("code")))
        : resource.Text("status") is OnHold;

    /// <summary>Whether it ends a treatment; a temporary end too is told, never carried out unasked.</summary>
    public static bool IsStop(FhirNode resource, Findings findings)
    {
        if (IsTemporary(resource))
        {
            findings.Withhold("rest", resource.Extensions(ModifierExtensions.Stop).FirstOrDefault()?.Path ?? "status",
                "Says that this medicine rests for a while. Confirm from when until when.");
            return true;
        }
        if (resource.Extensions(ModifierExtensions.Stop).FirstOrDefault() is not { } stop)
        {
            return false;
        }
        var words = FhirValues.Words(stop["valueCodeableConcept"]);
        findings.Withhold("stop", stop.Path,
            $"Says that this medicine stops{(words is null ? "" : $" ({words})")}. Confirm the day and end it.");
        return true;
    }

    private static FhirNode? TypeOf(FhirNode resource) =>
        resource.Extensions(ModifierExtensions.Stop).FirstOrDefault()?["valueCodeableConcept"];

    private static AgreementKind Kind(FhirNode resource, Findings findings)
    {
        var codes = resource.All("category").SelectMany(category => category.All("coding"))
            .Select(coding => coding.Text("code")).OfType<string>();
        var kinds = codes.Where(Categories.ContainsKey).Select(code => Categories[code]).ToList();
        var kind = kinds.Count > 0 ? kinds[0]
            : resource.Type == "MedicationStatement" ? AgreementKind.Use : AgreementKind.Prescription;
        if (kind == AgreementKind.Supply)
        {
            findings.Withhold("supply", "category", "Is about supply, not about use. Nothing is planned from it.");
        }
        return kind;
    }
}
