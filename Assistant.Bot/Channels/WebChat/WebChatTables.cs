using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Assistant.Scheduling.Store.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Channels.WebChat;

/// <summary>How web chats are stored.</summary>
internal static class WebChatTables
{
    public static RoomTables Room { get; } = new(
        _ => { },
        model =>
        {
            model.Entity<ChatConversation>(conversation =>
            {
                conversation.ToTable("ChatConversations").HasIndex(c => c.PersonId);
                conversation.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId);
            });
            model.Entity<ChatActivity>(activity =>
            {
                activity.ToTable("ChatActivities").HasKey(a => new { a.ConversationId, a.Watermark });
                activity.Property(a => a.Json).Sealed();
                activity.HasIndex(a => new { a.ConversationId, a.ClientKey }).IsUnique();
                activity.HasOne<ChatConversation>().WithMany().HasForeignKey(a => a.ConversationId);
            });
        });
}
