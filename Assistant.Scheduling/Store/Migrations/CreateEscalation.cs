using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Assistant.Scheduling.Store.Migrations;

/// <summary>Concerns and their ladders.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("20261122000006_Escalation")]
internal sealed class CreateEscalation : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "EscalationPolicies",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                ResidentId = table.Column<Guid>(nullable: false),
                Kind = table.Column<string>(nullable: false),
                Steps = table.Column<string>(nullable: false),
                Delay = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_EscalationPolicies", x => x.Id);
                table.ForeignKey("FK_EscalationPolicies_Residents_ResidentId", x => x.ResidentId, "Residents", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_EscalationPolicies_ResidentId_Kind", "EscalationPolicies", ["ResidentId", "Kind"], unique: true);

        migrationBuilder.CreateTable(
            "Concerns",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                ResidentId = table.Column<Guid>(nullable: false),
                Kind = table.Column<string>(nullable: false),
                Cause = table.Column<string>(nullable: false),
                RaisedAt = table.Column<long>(nullable: false),
                State = table.Column<string>(nullable: false),
                Rung = table.Column<int>(nullable: false),
                AskedPersonId = table.Column<Guid>(nullable: true),
                AcknowledgedBy = table.Column<Guid>(nullable: true),
                AcknowledgedAt = table.Column<long>(nullable: true),
                AskedAfterPromiseAt = table.Column<long>(nullable: true),
                Outcome = table.Column<string>(nullable: true),
                ResolvedAt = table.Column<long>(nullable: true),
                NextActionAt = table.Column<long>(nullable: true),
                Attempt = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Concerns", x => x.Id);
                table.ForeignKey("FK_Concerns_Residents_ResidentId", x => x.ResidentId, "Residents", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_Concerns_Cause", "Concerns", "Cause", unique: true);

        migrationBuilder.CreateIndex("IX_Concerns_NextActionAt", "Concerns", "NextActionAt", filter: "\"NextActionAt\" IS NOT NULL");

        migrationBuilder.CreateIndex("IX_Concerns_ResidentId_State", "Concerns", ["ResidentId", "State"]);

        migrationBuilder.CreateTable(
            "ConcernEvents",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                ConcernId = table.Column<Guid>(nullable: false),
                Kind = table.Column<string>(nullable: false),
                PersonId = table.Column<Guid>(nullable: true),
                At = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ConcernEvents", x => x.Id);
                table.ForeignKey("FK_ConcernEvents_Concerns_ConcernId", x => x.ConcernId, "Concerns", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_ConcernEvents_ConcernId", "ConcernEvents", "ConcernId");
        Duty(migrationBuilder);
    }

    private static void Duty(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "DutyRotations",
            table => new
            {
                NeighbourhoodId = table.Column<Guid>(nullable: false),
                People = table.Column<string>(nullable: false),
                From = table.Column<DateOnly>(nullable: false),
                HandOverAt = table.Column<TimeOnly>(nullable: false),
                TimeZoneId = table.Column<string>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_DutyRotations", x => x.NeighbourhoodId);
                table.ForeignKey("FK_DutyRotations_Neighbourhoods_NeighbourhoodId", x => x.NeighbourhoodId, "Neighbourhoods", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            "DutyChanges",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                NeighbourhoodId = table.Column<Guid>(nullable: false),
                PersonId = table.Column<Guid>(nullable: false),
                Kind = table.Column<string>(nullable: false),
                From = table.Column<long>(nullable: false),
                Until = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_DutyChanges", x => x.Id);
                table.ForeignKey("FK_DutyChanges_Neighbourhoods_NeighbourhoodId", x => x.NeighbourhoodId, "Neighbourhoods", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_DutyChanges_NeighbourhoodId_Until", "DutyChanges", ["NeighbourhoodId", "Until"]);
    }
}
