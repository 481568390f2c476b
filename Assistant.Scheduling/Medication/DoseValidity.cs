namespace Assistant.Scheduling.Medication;

/// <summary>How long around its time a dose may still be asked for.</summary>
/// <remarks>
/// Source: ISMP Guidelines for Timely Administration of Scheduled Medications (Acute), as defaults only: time-critical
/// 30 min, several times a day 1 h, once a day or less 2 h. What is answered later is recorded with its real time.
/// </remarks>
public static class DoseValidity
{
    /// <summary>For insulin, Parkinson and whatever must be exact.</summary>
    public static readonly TimeSpan TimeCritical = TimeSpan.FromMinutes(30);

    /// <summary>For what is taken several times a day.</summary>
    public static readonly TimeSpan SeveralADay = TimeSpan.FromHours(1);

    /// <summary>For what is taken once a day or less.</summary>
    public static readonly TimeSpan OnceADay = TimeSpan.FromHours(2);

    /// <summary>The validity of a dose of this instruction.</summary>
    public static TimeSpan Of(Dosage dosage)
    {
        var repeat = dosage.Timing?.Repeat;
        if (repeat is null)
        {
            return OnceADay;
        }

        var moments = Math.Max(repeat.TimesOfDay.Count, repeat.When.Count);
        var several = moments > 1 || repeat is { PeriodUnit: PeriodUnit.Day, Period: 1, Frequency: > 1 }
            || repeat is { PeriodUnit: PeriodUnit.Hour, Period: < 24 };
        return repeat.Exact ? TimeCritical : several ? SeveralADay : OnceADay;
    }
}
