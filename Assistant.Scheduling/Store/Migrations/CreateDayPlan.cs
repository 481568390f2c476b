using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Assistant.Scheduling.Store.Migrations;

/// <summary>What days are made of.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("20261122000002_DayPlan")]
internal sealed class CreateDayPlan : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "PlanItems",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                ResidentId = table.Column<Guid>(nullable: false),
                Source = table.Column<string>(nullable: false),
                LocalDate = table.Column<DateOnly>(nullable: false),
                Slot = table.Column<string>(nullable: false),
                Title = table.Column<string>(nullable: false),
                Question = table.Column<string>(nullable: false),
                Choices = table.Column<string>(nullable: false),
                Importance = table.Column<string>(nullable: false),
                TellsCircle = table.Column<bool>(nullable: false),
                At = table.Column<long>(nullable: false),
                ValidUntil = table.Column<long>(nullable: false),
                State = table.Column<string>(nullable: false),
                AnsweredAt = table.Column<long>(nullable: true),
                AnsweredBy = table.Column<Guid>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_PlanItems", x => x.Id);
                table.ForeignKey("FK_PlanItems_Residents_ResidentId", x => x.ResidentId, "Residents", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_PlanItems_ResidentId_LocalDate", "PlanItems", ["ResidentId", "LocalDate"]);

        migrationBuilder.CreateIndex("IX_PlanItems_ResidentId_Source_LocalDate_Slot", "PlanItems", ["ResidentId", "Source", "LocalDate", "Slot"], unique: true);

        migrationBuilder.CreateTable(
            "Routines",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                ResidentId = table.Column<Guid>(nullable: false),
                Title = table.Column<string>(nullable: false),
                At = table.Column<TimeOnly>(nullable: false),
                Rule = table.Column<string>(nullable: false),
                From = table.Column<DateOnly>(nullable: false),
                Until = table.Column<DateOnly>(nullable: true),
                Importance = table.Column<string>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Routines", x => x.Id);
                table.ForeignKey("FK_Routines_Residents_ResidentId", x => x.ResidentId, "Residents", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_Routines_ResidentId", "Routines", "ResidentId");
    }
}
