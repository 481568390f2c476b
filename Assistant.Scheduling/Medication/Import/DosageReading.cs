namespace Assistant.Scheduling.Medication.Import;

/// <summary>Reads one FHIR Dosage.</summary>
/// <remarks>Also STU3's, whose dose stands beside <c>doseAndRate</c> instead of in it.</remarks>
internal sealed class DosageReading(FhirValues values)
{
    public Dosage Read(FhirNode node)
    {
        ModifierExtensions.WithholdUnknown(node, values.Findings);
        var dose = node["doseAndRate"] ?? node;
        if (node.All("doseAndRate").Count > 1)
        {
            values.Findings.Confirm("several-doses", node.Path,
                "Gives more than one amount; the first is planned. Confirm the amount.");
        }
        if ((dose["rateQuantity"] ?? dose["rateRange"] ?? dose["rateRatio"]) is { } rate)
        {
            values.Findings.Confirm("rate", rate.Path,
                "Is given at a rate, as an infusion or oxygen is. Confirm that a reminder helps.");
        }
        return new Dosage
        {
            Sequence = values.Whole(node, "sequence"),
            Text = node.Text("text") ?? node["timing"]?["code"]?.Text("text"),
            AdditionalInstructions = [.. Additional(node)],
            Timing = new TimingReading(values).Read(node["timing"]),
            AsNeeded = IsAsNeeded(node),
            AsNeededFor = [.. AsNeededFor(node)],
            Dose = Amount(dose),
            MaxDosePerPeriod = Maximum(node["maxDosePerPeriod"]),
            MinimumInterval = values.Length(MinimumGap(node))?.Elapsed,
        };
    }

    private static FhirNode? MinimumGap(FhirNode node) =>
        node.Extensions("minimumGapBetweenDose").FirstOrDefault()?["valueDuration"];

    private bool IsAsNeeded(FhirNode node) => values.Flag(node, "asNeededBoolean") == true
        || values.Flag(node, "asNeeded") == true || Reasons(node).Any();

    private static IEnumerable<string> AsNeededFor(FhirNode node) =>
        Reasons(node).Select(FhirValues.Words).OfType<string>().Distinct();

    private static IEnumerable<FhirNode> Reasons(FhirNode node) => node.All("asNeededCodeableConcept")
        .Concat(node.All("asNeededFor"))
        .Concat(node.Extensions("AsNeededFor").Select(extension => extension["valueCodeableConcept"]).OfType<FhirNode>());

    private static IEnumerable<string> Additional(FhirNode node)
    {
        var instructions = node.All("additionalInstruction").Select(FhirValues.Words).OfType<string>();
        return node.Text("patientInstruction") is { } own ? instructions.Append(own) : instructions;
    }

    private DoseAmount? Amount(FhirNode dose)
    {
        if (dose["doseQuantity"] is { } fixedAmount)
        {
            if (fixedAmount.Text("comparator") is { } comparator)
            {
                values.Findings.Confirm("dose-comparator", $"{fixedAmount.Path}.comparator",
                    $"The amount is only bounded ({comparator}). Confirm how much.");
            }
            return values.Decimal(fixedAmount, "value") is { } value ? DoseAmount.Of(value, UnitOf(fixedAmount)) : null;
        }
        if (dose["doseRange"] is not { } range)
        {
            return null;
        }
        var low = values.Decimal(range["low"], "value");
        var high = values.Decimal(range["high"], "value");
        var unit = range["high"] ?? range["low"];
        return unit is not null && (high ?? low) is { } most ? new DoseAmount(low ?? 0, most, UnitOf(unit)) : null;
    }

    /// <summary>The word for people: the unit, else that of the translation, else the code unless it is UCUM's bare "1".</summary>
    private static string UnitOf(FhirNode quantity) => quantity.Text("unit")
        ?? quantity.Extensions("PQ-translation").FirstOrDefault()?["valueQuantity"]?.Text("unit")
        ?? (quantity.Text("code") is { } code and not "1" ? code : "");

    private MaxDose? Maximum(FhirNode? ratio)
    {
        if (ratio?["numerator"] is not { } numerator || values.Decimal(numerator, "value") is not { } amount)
        {
            return null;
        }
        return values.Length(ratio["denominator"])?.Elapsed is { } per ? new MaxDose(amount, UnitOf(numerator), per) : null;
    }
}
