namespace Assistant.Scheduling.Medication;

/// <summary>One dose that is due: the day it belongs to, the instant, and the id of its moment.</summary>
/// <param name="Date">The day it belongs to; an offset after bedtime may put its instant past midnight.</param>
/// <param name="Instant">When it is due, with the person's offset, so its local part is what the wall clock shows.</param>
/// <param name="Slot">
/// The id of the moment within its day, unique there and the same whatever the hour turns out to be:
/// <c>MORN</c>, <c>1of3</c>, <c>0800</c>.
/// </param>
/// <param name="Dosage">The instruction it comes from.</param>
public readonly record struct DoseMoment(DateOnly Date, DateTimeOffset Instant, string Slot, Dosage Dosage)
{
    /// <summary>What the wall clock shows when it is due.</summary>
    public DateTime Local => Instant.DateTime;

    /// <summary>The time of day when it is due.</summary>
    public TimeOnly Time => TimeOnly.FromDateTime(Instant.DateTime);

    /// <summary>The instruction's own words, otherwise the amount: "1 tablet".</summary>
    public string Text => Dosage.Words;
}
