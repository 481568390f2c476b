namespace Assistant.Scheduling.Medication;

/// <summary>How often and how much of an as-needed medicine may be taken.</summary>
/// <param name="MinimumInterval">The least time between two intakes; null where nobody set one.</param>
/// <param name="MostTimes">The most intakes within <paramref name="TimesPer"/>.</param>
/// <param name="TimesPer">Unit: elapsed time, a rolling stretch; a day is any 24 hours.</param>
/// <param name="MostAmount">The most within its own stretch, in the unit of the dose.</param>
public sealed record AsNeededLimits(TimeSpan? MinimumInterval, int? MostTimes, TimeSpan TimesPer, MaxDose? MostAmount)
{
    /// <summary>Whether neither a least interval nor any maximum is known.</summary>
    public bool AreOpen => MinimumInterval is null && MostTimes is null && MostAmount is null;

    /// <summary>The limits that an instruction sets.</summary>
    /// <remarks>
    /// "Every 4 to 6 hours as needed" sets a least interval of 4 hours; "3 per day as needed" at most 3 in any 24
    /// hours. A maximum in another unit than the dose (720 mg against 1 suppository) cannot be counted and is left
    /// out. Source: FHIR R4 Dosage.asNeeded[x], maxDosePerPeriod.
    /// </remarks>
    public static AsNeededLimits Of(Dosage dosage)
    {
        var repeat = dosage.Timing?.Repeat;
        var hourly = DosesOf.Interval(dosage);
        var period = repeat is { Period: { } length, PeriodUnit: { } unit }
            ? new TimeLength(length, unit).Elapsed
            : null;
        var times = hourly is null && period is not null ? repeat?.FrequencyMax ?? repeat?.Frequency ?? 1 : (int?)null;
        var most = dosage is { MaxDosePerPeriod: { } max, Dose: { } dose } && IsSameUnit(max.Unit, dose.Unit)
            ? max
            : null;
        return new(dosage.MinimumInterval ?? hourly, times, period ?? TimeSpan.FromDays(1), most);
    }

    private static bool IsSameUnit(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
