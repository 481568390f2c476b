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
                Codes = table.Column<string>(nullable: true),
                Dosages = table.Column<string>(nullable: false),
                From = table.Column<DateOnly>(nullable: false),
                Until = table.Column<DateOnly>(nullable: true),
                CountsFrom = table.Column<DateOnly>(nullable: true),
                Continues = table.Column<Guid>(nullable: true),
                TimeZoneId = table.Column<string>(nullable: true),
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
                Reason = table.Column<string>(nullable: true),
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
        Keep(migrationBuilder);
        Propose(migrationBuilder);
    }

    private static void Keep(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Intakes",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                ResidentId = table.Column<Guid>(nullable: false),
                TreatmentId = table.Column<Guid>(nullable: false),
                PlanItemId = table.Column<Guid>(nullable: true),
                TakenAt = table.Column<long>(nullable: false),
                Amount = table.Column<decimal>(nullable: false),
                SaidAt = table.Column<long>(nullable: false),
                SaidBy = table.Column<Guid>(nullable: false),
                Channel = table.Column<string>(nullable: false),
                WithdrawnAt = table.Column<long>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Intakes", x => x.Id);
                table.ForeignKey("FK_Intakes_Residents_ResidentId", x => x.ResidentId, "Residents", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_Intakes_ResidentId_TakenAt", "Intakes", ["ResidentId", "TakenAt"]);

        migrationBuilder.CreateIndex("IX_Intakes_PlanItemId", "Intakes", "PlanItemId");

        migrationBuilder.CreateTable(
            "StockCounts",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                ResidentId = table.Column<Guid>(nullable: false),
                TreatmentId = table.Column<Guid>(nullable: false),
                Amount = table.Column<decimal>(nullable: false),
                CountedAt = table.Column<long>(nullable: false),
                CountedBy = table.Column<Guid>(nullable: false),
                WithdrawnAt = table.Column<long>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_StockCounts", x => x.Id);
                table.ForeignKey("FK_StockCounts_Residents_ResidentId", x => x.ResidentId, "Residents", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_StockCounts_ResidentId", "StockCounts", "ResidentId");

        migrationBuilder.CreateTable(
            "MedicationPauses",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                ResidentId = table.Column<Guid>(nullable: false),
                TreatmentId = table.Column<Guid>(nullable: true),
                From = table.Column<DateOnly>(nullable: false),
                ReturnsOn = table.Column<DateOnly>(nullable: false),
                SaidAt = table.Column<long>(nullable: false),
                SaidBy = table.Column<Guid>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_MedicationPauses", x => x.Id);
                table.ForeignKey("FK_MedicationPauses_Residents_ResidentId", x => x.ResidentId, "Residents", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_MedicationPauses_ResidentId", "MedicationPauses", "ResidentId");

        migrationBuilder.CreateTable(
            "RegimenChanges",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                ResidentId = table.Column<Guid>(nullable: false),
                TreatmentId = table.Column<Guid>(nullable: true),
                Kind = table.Column<string>(nullable: false),
                From = table.Column<DateOnly>(nullable: false),
                At = table.Column<long>(nullable: false),
                By = table.Column<Guid>(nullable: false),
                StartedId = table.Column<Guid>(nullable: true),
                EndedId = table.Column<Guid>(nullable: true),
                EndedOn = table.Column<DateOnly>(nullable: true),
                ZoneBefore = table.Column<string>(nullable: true),
                UndoneAt = table.Column<long>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_RegimenChanges", x => x.Id);
                table.ForeignKey("FK_RegimenChanges_Residents_ResidentId", x => x.ResidentId, "Residents", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_RegimenChanges_ResidentId", "RegimenChanges", "ResidentId");
    }

    private static void Propose(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "MedicationProposals",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                ResidentId = table.Column<Guid>(nullable: false),
                FileName = table.Column<string>(nullable: false),
                ReceivedAt = table.Column<long>(nullable: false),
                ReceivedBy = table.Column<Guid>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_MedicationProposals", x => x.Id);
                table.ForeignKey("FK_MedicationProposals_Residents_ResidentId", x => x.ResidentId, "Residents", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_MedicationProposals_ResidentId", "MedicationProposals", "ResidentId");

        migrationBuilder.CreateTable(
            "ProposalLines",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                ProposalId = table.Column<Guid>(nullable: false),
                Place = table.Column<int>(nullable: false),
                Content = table.Column<string>(nullable: false),
                State = table.Column<string>(nullable: false),
                DecidedAt = table.Column<long>(nullable: true),
                DecidedBy = table.Column<Guid>(nullable: true),
                TreatmentId = table.Column<Guid>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ProposalLines", x => x.Id);
                table.ForeignKey("FK_ProposalLines_MedicationProposals_ProposalId", x => x.ProposalId, "MedicationProposals", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_ProposalLines_ProposalId", "ProposalLines", "ProposalId");
    }
}
