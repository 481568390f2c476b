using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Assistant.Scheduling.Store.Migrations;

/// <summary>What was said to us, and what we asked.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("20261122000010_Conversation")]
internal sealed class CreateConversation : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "InboxMessages",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Channel = table.Column<string>(nullable: false),
                MessageKey = table.Column<string>(nullable: false),
                Utterance = table.Column<string>(nullable: false),
                Queue = table.Column<string>(nullable: false),
                ReceivedAt = table.Column<long>(nullable: false),
                HandledAt = table.Column<long>(nullable: true),
                NextActionAt = table.Column<long>(nullable: true),
                Attempt = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_InboxMessages", x => x.Id);
            });

        migrationBuilder.CreateIndex("IX_InboxMessages_Channel_MessageKey", "InboxMessages", ["Channel", "MessageKey"], unique: true);

        migrationBuilder.CreateIndex("IX_InboxMessages_Queue_ReceivedAt", "InboxMessages", ["Queue", "ReceivedAt"], filter: "\"NextActionAt\" IS NOT NULL");

        migrationBuilder.CreateIndex("IX_InboxMessages_NextActionAt", "InboxMessages", "NextActionAt", filter: "\"NextActionAt\" IS NOT NULL");

        migrationBuilder.CreateTable(
            "OpenQuestions",
            table => new
            {
                PersonId = table.Column<Guid>(nullable: false),
                Key = table.Column<string>(nullable: false),
                Subject = table.Column<Guid>(nullable: false),
                AskedAt = table.Column<long>(nullable: false),
                ValidUntil = table.Column<long>(nullable: false),
                Number = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_OpenQuestions", x => new { x.PersonId, x.Key, x.Subject });
                table.ForeignKey("FK_OpenQuestions_People_PersonId", x => x.PersonId, "People", "Id", onDelete: ReferentialAction.Cascade);
            });
    }
}
