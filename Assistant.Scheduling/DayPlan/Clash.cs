namespace Assistant.Scheduling.DayPlan;

/// <summary>The rule of what is in the way of something new on a day. Pure.</summary>
/// <remarks>What occupies no time (a dose, a birthday) is in nobody's way; what ends when the other begins is not either.</remarks>
public static class Clash
{
    /// <summary>What is in the way, the first first.</summary>
    /// <param name="moments">All that is wanted around that time.</param>
    /// <param name="at">When the new thing begins.</param>
    /// <param name="lasts">How long it takes.</param>
    /// <param name="except">The series that is itself being moved; null for something new.</param>
    public static IReadOnlyList<PlannedMoment> With(
        IEnumerable<PlannedMoment> moments, DateTimeOffset at, TimeSpan lasts, Guid? except = null) =>
        [.. moments
            .Where(m => m.Occupies is { } takes && m.At < at + lasts && at < m.At + takes)
            .Where(m => except is null || OccurrenceSlot.Read(m.Slot)?.Series != except)
            .OrderBy(m => m.At)];
}
