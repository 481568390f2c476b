using System.Text.Json;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Assistant.Scheduling.Store.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.ValueGeneration;

namespace Assistant.Scheduling.Delivery;

/// <summary>How messages are stored.</summary>
public static class DeliveryTables
{
    /// <summary>The tables of this room.</summary>
    public static RoomTables Room { get; } = new(
        conventions => conventions.TypedId<MessageId>(),
        model => model.Entity<OutboundMessage>(message =>
        {
            message.ToTable("OutboundMessages").Ignore(m => m.RowId).Ignore(m => m.Ground).Ignore(m => m.IsLost);
            message.Property(m => m.Attempt).IsConcurrencyToken();
            message.Property(m => m.Saying).HasConversion(
                saying => JsonSerializer.Serialize(saying, JsonSerializerOptions.Web),
                stored => JsonSerializer.Deserialize<Saying>(stored, JsonSerializerOptions.Web) ?? Saying.Of(stored)).Sealed();
            message.Property(m => m.Text).Sealed();
            message.Property(m => m.ProviderId).Hashed(); // WhatsApp's holds the telephone number, in base64
            message.Property(m => m.Number).HasDefaultValue(0).HasValueGenerator<NumberInOrder>();
            message.HasIndex(m => m.DedupeKey).IsUnique();
            message.HasIndex(m => m.NextActionAt).HasFilter("\"NextActionAt\" IS NOT NULL");
            message.HasIndex(m => new { m.To, m.CreatedAt });
            message.HasIndex(m => m.CreatedAt).HasFilter("\"Fault\" IS NOT NULL");
            message.HasIndex(m => m.ProviderId).HasFilter("\"ProviderId\" IS NOT NULL");
            message.HasOne<Person>().WithMany().HasForeignKey(m => m.To);
        }));

    private sealed class NumberInOrder : ValueGenerator<int>
    {
        public override bool GeneratesTemporaryValues => false;

        public override int Next(EntityEntry entry) => ((AssistantDb)entry.Context).NextNumber();
    }
}
