using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Assistant.Scheduling.Store.Migrations;

/// <summary>Web chats.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("20261122000011_WebChat")]
internal sealed class CreateWebChat : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "ChatConversations",
            table => new
            {
                Id = table.Column<string>(nullable: false),
                PersonId = table.Column<Guid>(nullable: false),
                StartedAt = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ChatConversations", x => x.Id);
                table.ForeignKey("FK_ChatConversations_People_PersonId", x => x.PersonId, "People", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_ChatConversations_PersonId", "ChatConversations", "PersonId");

        migrationBuilder.CreateTable(
            "ChatActivities",
            table => new
            {
                ConversationId = table.Column<string>(nullable: false),
                Watermark = table.Column<long>(nullable: false),
                ClientKey = table.Column<string>(nullable: false),
                Json = table.Column<string>(nullable: false),
                At = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ChatActivities", x => new { x.ConversationId, x.Watermark });
                table.ForeignKey("FK_ChatActivities_ChatConversations_ConversationId", x => x.ConversationId, "ChatConversations", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_ChatActivities_ConversationId_ClientKey", "ChatActivities", ["ConversationId", "ClientKey"], unique: true);
    }
}
