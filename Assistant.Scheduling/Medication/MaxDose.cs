namespace Assistant.Scheduling.Medication;

/// <summary>The most that may be taken within any stretch of this length.</summary>
/// <remarks>Unit: as <see cref="DoseAmount.Unit"/>. Source: FHIR R4 Dosage.maxDosePerPeriod; a day is a rolling 24 h.</remarks>
public sealed record MaxDose(decimal Amount, string Unit, TimeSpan Per);
