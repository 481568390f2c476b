using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Assistant.Scheduling.Store.Migrations;

/// <summary>Messages on their way out.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("20261122000005_Delivery")]
internal sealed class CreateDelivery : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "OutboundMessages",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                To = table.Column<Guid>(nullable: false),
                About = table.Column<Guid>(nullable: true),
                Purpose = table.Column<string>(nullable: true),
                Kind = table.Column<string>(nullable: true),
                IsVital = table.Column<bool>(nullable: false),
                Via = table.Column<Guid>(nullable: true),
                Means = table.Column<string>(nullable: true),
                DedupeKey = table.Column<string>(nullable: false),
                Saying = table.Column<string>(nullable: false),
                CreatedAt = table.Column<long>(nullable: false),
                Number = table.Column<int>(nullable: false, defaultValue: 0),
                ValidUntil = table.Column<long>(nullable: false),
                State = table.Column<string>(nullable: false),
                NextActionAt = table.Column<long>(nullable: true),
                Attempt = table.Column<int>(nullable: false),
                SentAt = table.Column<long>(nullable: true),
                Text = table.Column<string>(nullable: true),
                ProviderId = table.Column<string>(nullable: true),
                SentVia = table.Column<Guid>(nullable: true),
                Fault = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_OutboundMessages", x => x.Id);
                table.ForeignKey("FK_OutboundMessages_People_To", x => x.To, "People", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_OutboundMessages_DedupeKey", "OutboundMessages", "DedupeKey", unique: true);

        migrationBuilder.CreateIndex("IX_OutboundMessages_CreatedAt", "OutboundMessages", "CreatedAt", filter: "\"Fault\" IS NOT NULL");

        migrationBuilder.CreateIndex("IX_OutboundMessages_NextActionAt", "OutboundMessages", "NextActionAt", filter: "\"NextActionAt\" IS NOT NULL");

        migrationBuilder.CreateIndex("IX_OutboundMessages_To_CreatedAt", "OutboundMessages", ["To", "CreatedAt"]);
    }
}
