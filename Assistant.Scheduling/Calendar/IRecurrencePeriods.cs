namespace Assistant.Scheduling.Calendar;

/// <summary>The periods of a rule by number: 0 holds the start, n is n intervals later.</summary>
internal interface IRecurrencePeriods
{
    /// <summary>The last day number of the calendar, 31 December 9999.</summary>
    const int LastDay = 3_652_058;

    /// <summary>How many stretches every period gathers, where that is always the same; null where it depends on the period.</summary>
    int? StretchesEach { get; }

    /// <summary>The number of the last period that begins at or before this moment; 0 before the start.</summary>
    long NumberAt(DateTime moment);

    /// <summary>Gathers where the moments of period <paramref name="number"/> begin, in seconds since 1 January of year 1.</summary>
    /// <remarks>May raise the number to the next period that can hold anything.</remarks>
    /// <returns>False where the calendar ends, or where no later period can hold anything.</returns>
    bool TryGather(ref long number, List<long> stretches);
}
