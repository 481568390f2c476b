using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Assistant.Scheduling.Store.Migrations;

/// <summary>Medicines, hours and what was said of doses.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("20261122000003_Medication")]
internal sealed class CreateMedication : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Regimens",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                ResidentId = table.Column<Guid>(nullable: false),
                Medicine = table.Column<string>(nullable: false),
                Dosages = table.Column<string>(nullable: false),
                From = table.Column<DateOnly>(nullable: false),
                Until = table.Column<DateOnly>(nullable: true),
                TellsCircle = table.Column<bool>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Regimens", x => x.Id);
                table.ForeignKey("FK_Regimens_Residents_ResidentId", x => x.ResidentId, "Residents", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_Regimens_ResidentId", "Regimens", "ResidentId");

        migrationBuilder.CreateTable(
            "ResidentHours",
            table => new
            {
                ResidentId = table.Column<Guid>(nullable: false),
                Hours = table.Column<string>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ResidentHours", x => x.ResidentId);
                table.ForeignKey("FK_ResidentHours_Residents_ResidentId", x => x.ResidentId, "Residents", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            "DoseRecords",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                ResidentId = table.Column<Guid>(nullable: false),
                PlanItemId = table.Column<Guid>(nullable: false),
                Outcome = table.Column<string>(nullable: false),
                SaidAt = table.Column<long>(nullable: false),
                SaidBy = table.Column<Guid>(nullable: false),
                Channel = table.Column<string>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_DoseRecords", x => x.Id);
                table.ForeignKey("FK_DoseRecords_Residents_ResidentId", x => x.ResidentId, "Residents", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_DoseRecords_PlanItemId", "DoseRecords", "PlanItemId");

        migrationBuilder.CreateIndex("IX_DoseRecords_ResidentId", "DoseRecords", "ResidentId");
    }
}
