using Assistant.Scheduling.Store;

namespace Assistant.Scheduling.Delivery;

/// <summary>What follows when messages could not be brought, whatever was tried; joins the transaction in which that is written down.</summary>
/// <param name="db">The context, in a transaction; it is saved by the caller.</param>
/// <param name="lost">The messages as they were given up.</param>
/// <param name="now">The moment of giving up.</param>
/// <param name="cancellationToken">Ends it.</param>
public delegate Task Undelivered(
    AssistantDb db, IReadOnlyCollection<OutboundMessage> lost, DateTimeOffset now, CancellationToken cancellationToken);
