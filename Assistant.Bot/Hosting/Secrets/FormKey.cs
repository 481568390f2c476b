using Assistant.Scheduling.Store;
using Assistant.Scheduling.Store.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Hosting.Secrets;

/// <summary>One of the keys by which forms and cookies are known as ours, as the framework writes it down.</summary>
internal sealed class FormKey
{
    /// <summary>The tables of this room.</summary>
    public static RoomTables Room { get; } = new(
        _ => { },
        model => model.Entity<FormKey>().ToTable("FormKeys").Property(key => key.Xml).Sealed());

    public required Guid Id { get; init; }

    /// <summary>The framework's own name of it.</summary>
    public required string Name { get; init; }

    /// <summary>The key itself. Sealed: whoever has it can make any cookie.</summary>
    public required string Xml { get; init; }
}
