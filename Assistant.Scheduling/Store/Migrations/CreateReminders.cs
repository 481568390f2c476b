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

        migrationBuilder.CreateTable(
            "Walkthroughs",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                ResidentId = table.Column<Guid>(nullable: false),
                RoutineId = table.Column<Guid>(nullable: false),
                ItemId = table.Column<Guid>(nullable: true),
                StartedAt = table.Column<long>(nullable: false),
                Step = table.Column<int>(nullable: false),
                Waits = table.Column<int>(nullable: false),
                Silences = table.Column<int>(nullable: false),
                State = table.Column<string>(nullable: false),
                EndedAt = table.Column<long>(nullable: true),
                NextActionAt = table.Column<long>(nullable: true),
                Attempt = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Walkthroughs", x => x.Id);
                table.ForeignKey("FK_Walkthroughs_Residents_ResidentId", x => x.ResidentId, "Residents", "Id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("FK_Walkthroughs_Routines_RoutineId", x => x.RoutineId, "Routines", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_Walkthroughs_NextActionAt", "Walkthroughs", "NextActionAt", filter: "\"NextActionAt\" IS NOT NULL");

        migrationBuilder.CreateIndex("IX_Walkthroughs_ResidentId_StartedAt", "Walkthroughs", ["ResidentId", "StartedAt"]);

        migrationBuilder.CreateIndex("IX_Walkthroughs_RoutineId", "Walkthroughs", "RoutineId");

        migrationBuilder.CreateIndex("IX_Reminders_NextActionAt", "Reminders", "NextActionAt", filter: "\"NextActionAt\" IS NOT NULL");
    }
}
