namespace Assistant.Bot.Dashboard.Days;

/// <summary>What has to be put on which weekdays so that they are like one day. Pure.</summary>
/// <remarks>What is there already, by its words and its time, is not put there twice.</remarks>
internal static class DayCopy
{
    /// <param name="things">What the one day is made of, each with its words and its time.</param>
    /// <param name="there">What the other weekdays have.</param>
    /// <param name="to">The weekdays that are to be like it.</param>
    /// <returns>Each thing with the weekdays that miss it; what none misses is left out.</returns>
    public static IReadOnlyList<(T Thing, IReadOnlyList<DayOfWeek> On)> Missing<T>(
        IEnumerable<(T Thing, string Title, TimeOnly At)> things,
        IReadOnlyCollection<(DayOfWeek Day, string Title, TimeOnly At)> there,
        IReadOnlyCollection<DayOfWeek> to) =>
        [.. things
            .Select(one => (one.Thing, On: (IReadOnlyList<DayOfWeek>)
                [.. WeekRule.Week.Where(to.Contains).Where(day => !there.Any(other =>
                    other.Day == day && other.At == one.At && string.Equals(other.Title, one.Title, StringComparison.OrdinalIgnoreCase)))]))
            .Where(one => one.On.Count > 0)];
}
