using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Store;

/// <summary>What one room keeps: how its own words are stored, and its tables.</summary>
public sealed record RoomTables(Action<ModelConfigurationBuilder> Conventions, Action<ModelBuilder> Tables);

/// <summary>The tables of every room of the house; the store itself knows none of them by name.</summary>
/// <remarks>The same list for every context of a process: EF keeps one model per context type.</remarks>
public sealed record StoreTables(IReadOnlyList<RoomTables> Rooms);
