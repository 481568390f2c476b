using System.Text.Json;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Assistant.Scheduling.Store.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Conversation;

/// <summary>How conversations are stored.</summary>
internal static class ConversationTables
{
    public static RoomTables Room { get; } = new(
        _ => { },
        model =>
        {
            model.Entity<InboxMessage>(message =>
            {
                message.ToTable("InboxMessages").Ignore(m => m.RowId);
                message.Property(m => m.Attempt).IsConcurrencyToken();
                message.Property(m => m.MessageKey).Hashed(); // WhatsApp's holds the telephone number, in base64
                message.Property(m => m.Queue).Hashed();
                message.Property(m => m.Utterance).HasConversion(
                    utterance => JsonSerializer.Serialize(utterance, JsonSerializerOptions.Web),
                    stored => Read(stored)).Sealed();
                message.HasIndex(m => new { m.Channel, m.MessageKey }).IsUnique();
                message.HasIndex(m => new { m.Queue, m.ReceivedAt }).HasFilter("\"NextActionAt\" IS NOT NULL");
                message.HasIndex(m => m.NextActionAt).HasFilter("\"NextActionAt\" IS NOT NULL");
            });
            model.Entity<OpenQuestion>(question =>
            {
                question.ToTable("OpenQuestions").HasKey(q => new { q.PersonId, q.Key, q.Subject });
                question.HasOne<Person>().WithMany().HasForeignKey(q => q.PersonId);
            });
        });

    private static Utterance Read(string stored) => JsonSerializer.Deserialize<Utterance>(stored, JsonSerializerOptions.Web)
        ?? throw new InvalidDataException("An inbox row holds no utterance.");
}
