namespace Assistant.Scheduling.Calendar;

/// <summary>The length of the period within which a <see cref="Recurrence"/> picks its moments, short to long.</summary>
/// <remarks>Source: RFC 5545 §3.3.10, FREQ.</remarks>
public enum RecurrenceFrequency
{
    /// <summary>One second.</summary>
    Secondly,

    /// <summary>One minute.</summary>
    Minutely,

    /// <summary>One hour of the wall clock.</summary>
    Hourly,

    /// <summary>One date.</summary>
    Daily,

    /// <summary>Seven dates, the first of them the rule's WKST.</summary>
    Weekly,

    /// <summary>One calendar month.</summary>
    Monthly,

    /// <summary>One calendar year, or one year of whole weeks where the rule names weeks.</summary>
    Yearly,
}
