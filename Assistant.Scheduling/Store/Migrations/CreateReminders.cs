using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Assistant.Scheduling.Store.Migrations;

/// <summary>Reminders.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("20261122000007_Reminders")]
internal sealed class CreateReminders : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Reminders",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                State = table.Column<string>(nullable: false),
                Prompts = table.Column<int>(nullable: false),
                Snoozes = table.Column<int>(nullable: false),
                NextActionAt = table.Column<long>(nullable: true),
                Attempt = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Reminders", x => x.Id);
                table.ForeignKey("FK_Reminders_PlanItems_Id", x => x.Id, "PlanItems", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_Reminders_NextActionAt", "Reminders", "NextActionAt", filter: "\"NextActionAt\" IS NOT NULL");
    }
}
