using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Assistant.Scheduling.Store.Migrations;

/// <summary>What residents agreed to.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("20261122000013_Consent")]
internal sealed class CreateConsent : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "ConsentGrants",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                ResidentId = table.Column<Guid>(nullable: false),
                Purpose = table.Column<string>(nullable: false),
                Kind = table.Column<string>(nullable: true),
                ContactId = table.Column<Guid>(nullable: true),
                Answer = table.Column<string>(nullable: false),
                AnsweredAt = table.Column<long>(nullable: false),
                Version = table.Column<string>(nullable: false),
                How = table.Column<string>(nullable: false),
                By = table.Column<Guid>(nullable: false),
                Until = table.Column<long>(nullable: true),
                ReplacedAt = table.Column<long>(nullable: true),
                WithdrawnAt = table.Column<long>(nullable: true),
                WithdrawnBy = table.Column<Guid>(nullable: true),
                WithdrawalId = table.Column<Guid>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ConsentGrants", x => x.Id);
                table.ForeignKey("FK_ConsentGrants_Residents_ResidentId", x => x.ResidentId, "Residents", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_ConsentGrants_ResidentId", "ConsentGrants", "ResidentId");

        migrationBuilder.CreateIndex(
            "IX_ConsentGrants_ResidentId_Purpose",
            "ConsentGrants",
            ["ResidentId", "Purpose"],
            filter: "\"ReplacedAt\" IS NULL AND \"WithdrawnAt\" IS NULL");
    }
}
