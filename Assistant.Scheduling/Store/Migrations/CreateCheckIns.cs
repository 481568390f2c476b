using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Assistant.Scheduling.Store.Migrations;

/// <summary>Check-ins.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("20261122000008_CheckIns")]
internal sealed class CreateCheckIns : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "CheckInSchedules",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                ResidentId = table.Column<Guid>(nullable: false),
                At = table.Column<TimeOnly>(nullable: false),
                Rule = table.Column<string>(nullable: false),
                From = table.Column<DateOnly>(nullable: false),
                Grace = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_CheckInSchedules", x => x.Id);
                table.ForeignKey("FK_CheckInSchedules_Residents_ResidentId", x => x.ResidentId, "Residents", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_CheckInSchedules_ResidentId", "CheckInSchedules", "ResidentId");

        migrationBuilder.CreateTable(
            "Pauses",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                ResidentId = table.Column<Guid>(nullable: false),
                From = table.Column<DateOnly>(nullable: false),
                Until = table.Column<DateOnly>(nullable: false),
                EndedAt = table.Column<long>(nullable: true),
                NextActionAt = table.Column<long>(nullable: true),
                Attempt = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Pauses", x => x.Id);
                table.ForeignKey("FK_Pauses_Residents_ResidentId", x => x.ResidentId, "Residents", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_Pauses_NextActionAt", "Pauses", "NextActionAt", filter: "\"NextActionAt\" IS NOT NULL");

        migrationBuilder.CreateIndex("IX_Pauses_ResidentId_EndedAt", "Pauses", ["ResidentId", "EndedAt"]);

        migrationBuilder.CreateTable(
            "CheckIns",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                ResidentId = table.Column<Guid>(nullable: false),
                ScheduleId = table.Column<Guid>(nullable: false),
                LocalDate = table.Column<DateOnly>(nullable: false),
                CountsFrom = table.Column<long>(nullable: false),
                AskAt = table.Column<long>(nullable: false),
                DueBy = table.Column<long>(nullable: false),
                State = table.Column<string>(nullable: false),
                AskedAt = table.Column<long>(nullable: true),
                PutOffAt = table.Column<long>(nullable: true),
                ReceivedAt = table.Column<long>(nullable: true),
                NextActionAt = table.Column<long>(nullable: true),
                Attempt = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_CheckIns", x => x.Id);
                table.ForeignKey("FK_CheckIns_Residents_ResidentId", x => x.ResidentId, "Residents", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_CheckIns_NextActionAt", "CheckIns", "NextActionAt", filter: "\"NextActionAt\" IS NOT NULL");

        migrationBuilder.CreateIndex("IX_CheckIns_ResidentId_State", "CheckIns", ["ResidentId", "State"]);

        migrationBuilder.CreateIndex("IX_CheckIns_ScheduleId_LocalDate", "CheckIns", ["ScheduleId", "LocalDate"], unique: true);

        migrationBuilder.CreateTable(
            "RingTurns",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                RingId = table.Column<Guid>(nullable: false),
                LocalDate = table.Column<DateOnly>(nullable: false),
                ResidentId = table.Column<Guid>(nullable: false),
                Place = table.Column<int>(nullable: false),
                State = table.Column<string>(nullable: false),
                GreetedAt = table.Column<long>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_RingTurns", x => x.Id);
                table.ForeignKey("FK_RingTurns_GreetingRings_RingId", x => x.RingId, "GreetingRings", "Id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("FK_RingTurns_Residents_ResidentId", x => x.ResidentId, "Residents", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_RingTurns_ResidentId", "RingTurns", "ResidentId");

        migrationBuilder.CreateIndex("IX_RingTurns_RingId_LocalDate_Place", "RingTurns", ["RingId", "LocalDate", "Place"], unique: true);
    }
}
