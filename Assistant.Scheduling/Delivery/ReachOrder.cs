using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.Delivery;

/// <summary>The rule by which one of several places is chosen where somebody can be reached.</summary>
public static class ReachOrder
{
    /// <summary>The places, the best first.</summary>
    /// <remarks>
    /// 1. Places that refuse come last, those that fail again and again before them. 2. An answer goes where it was
    /// asked. 3. Then what fits the means (<see cref="MeansOrder"/>); 4. then where she last spoke; 5. then where something
    /// last arrived.
    /// </remarks>
    /// <param name="points">Where she can be reached.</param>
    /// <param name="via">Where it was asked, for an answer; null for what speaks by itself.</param>
    /// <param name="means">By what means she is to be reached; null where nothing was chosen.</param>
    public static IReadOnlyList<ContactPoint> Of(IEnumerable<ContactPoint> points, ContactPointId? via, Means? means = null) =>
        [.. points.OrderBy(point => point.RefusedSince is not null)
            .ThenByDescending(point => point.IsWell)
            .ThenByDescending(point => point.Id == via)
            .ThenBy(point => MeansOrder.Rank(point.Channel, means))
            .ThenByDescending(point => point.LastHeardAt)
            .ThenByDescending(point => point.LastArrivedAt)
            .ThenBy(point => point.Id.Value)];
}
