namespace Assistant.Scheduling.Medication.Import;

/// <summary>The abbreviations that stand for a whole repetition.</summary>
/// <remarks>Source: FHIR R4 value set timing-abbreviation (HL7 v3 GTSAbbreviation). "Every n hours" is elapsed time.</remarks>
internal static class TimingCodes
{
    private static readonly Dictionary<string, Repeat> Known = new(StringComparer.Ordinal)
    {
        ["QD"] = Every(1, 1, PeriodUnit.Day),
        ["BID"] = Every(2, 1, PeriodUnit.Day),
        ["TID"] = Every(3, 1, PeriodUnit.Day),
        ["QID"] = Every(4, 1, PeriodUnit.Day),
        ["QOD"] = Every(1, 2, PeriodUnit.Day),
        ["WK"] = Every(1, 1, PeriodUnit.Week),
        ["MO"] = Every(1, 1, PeriodUnit.Month),
        ["Q1H"] = Every(1, 1, PeriodUnit.Hour),
        ["Q2H"] = Every(1, 2, PeriodUnit.Hour),
        ["Q3H"] = Every(1, 3, PeriodUnit.Hour),
        ["Q4H"] = Every(1, 4, PeriodUnit.Hour),
        ["Q6H"] = Every(1, 6, PeriodUnit.Hour),
        ["Q8H"] = Every(1, 8, PeriodUnit.Hour),
        ["AM"] = At(EventTiming.Morning),
        ["PM"] = At(EventTiming.Afternoon),
        ["BED"] = At(EventTiming.Bedtime),
    };

    public static Repeat? Find(string code) => Known.GetValueOrDefault(code);

    private static Repeat Every(int times, int period, PeriodUnit unit) =>
        new() { Frequency = times, Period = period, PeriodUnit = unit };

    private static Repeat At(EventTiming moment) => new() { When = [moment] };
}
