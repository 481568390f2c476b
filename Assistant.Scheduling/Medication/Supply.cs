namespace Assistant.Scheduling.Medication;

/// <summary>How much of a medicine is in the house, and until when it lasts.</summary>
/// <remarks>Unit: that of the dose ("tablet"). Of a varying amount the larger counts: better to reorder a day early.</remarks>
/// <param name="Stock">What was counted, less what was taken since; below 0 where more was taken than counted.</param>
public readonly record struct Supply(decimal Stock)
{
    /// <summary>Nobody plans further ahead.</summary>
    public const int MostDaysAhead = 366;

    /// <summary>What is left after an intake.</summary>
    public Supply After(Intake intake) => new(Stock - intake.Amount);

    /// <summary>The first planned dose that the stock no longer covers, found by living through the plan.</summary>
    /// <returns>Null when it lasts for <see cref="MostDaysAhead"/> days, or when the plan ends first.</returns>
    /// <param name="dosages">The plan.</param>
    /// <param name="window">Its first day is today; its last is set by this method.</param>
    /// <param name="after">Doses up to this instant are past, whether taken or not.</param>
    public DoseMoment? RunsOutAt(IReadOnlyList<Dosage> dosages, DoseWindow window, DateTimeOffset after)
    {
        var left = Stock;
        foreach (var dose in DoseExpansion.Expand(dosages, window with { Until = window.From.AddDays(MostDaysAhead) }))
        {
            if (dose.Instant <= after)
            {
                continue;
            }
            left -= dose.Dosage.Dose?.High ?? 1;
            if (left < 0)
            {
                return dose;
            }
        }
        return null;
    }
}
