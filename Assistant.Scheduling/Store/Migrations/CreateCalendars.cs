using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Assistant.Scheduling.Store.Migrations;

/// <summary>What comes from and goes to the calendars of others.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("20261122000020_Calendars")]
internal sealed class CreateCalendars : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Birthdays",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                ResidentId = table.Column<Guid>(nullable: false),
                Name = table.Column<string>(nullable: false),
                Month = table.Column<int>(nullable: false),
                Day = table.Column<int>(nullable: false),
                Year = table.Column<int>(nullable: true),
                AddedAt = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Birthdays", x => x.Id);
                table.ForeignKey("FK_Birthdays_Residents_ResidentId", x => x.ResidentId, "Residents", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_Birthdays_ResidentId", "Birthdays", "ResidentId");
        GiveOut(migrationBuilder);
        TakeIn(migrationBuilder);
        Propose(migrationBuilder);
    }

    private static void GiveOut(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "CalendarFeeds",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                ResidentId = table.Column<Guid>(nullable: false),
                ReaderId = table.Column<Guid>(nullable: false),
                TokenHash = table.Column<string>(nullable: false),
                GivenAt = table.Column<long>(nullable: false),
                GivenBy = table.Column<Guid>(nullable: false),
                RevokedAt = table.Column<long>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_CalendarFeeds", x => x.Id);
                table.ForeignKey("FK_CalendarFeeds_Residents_ResidentId", x => x.ResidentId, "Residents", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_CalendarFeeds_TokenHash", "CalendarFeeds", "TokenHash", unique: true);

        migrationBuilder.CreateIndex("IX_CalendarFeeds_ResidentId", "CalendarFeeds", "ResidentId");
    }

    private static void TakeIn(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "OtherCalendars",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                ResidentId = table.Column<Guid>(nullable: false),
                Name = table.Column<string>(nullable: false),
                Address = table.Column<string>(nullable: true),
                AddedBy = table.Column<Guid>(nullable: false),
                AddedAt = table.Column<long>(nullable: false),
                Tag = table.Column<string>(nullable: true),
                ChangedAt = table.Column<long>(nullable: true),
                LastGoodAt = table.Column<long>(nullable: true),
                FailingSince = table.Column<long>(nullable: true),
                Fault = table.Column<string>(nullable: true),
                Failures = table.Column<int>(nullable: false),
                RemovedAt = table.Column<long>(nullable: true),
                NextActionAt = table.Column<long>(nullable: true),
                Attempt = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_OtherCalendars", x => x.Id);
                table.ForeignKey("FK_OtherCalendars_Residents_ResidentId", x => x.ResidentId, "Residents", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_OtherCalendars_ResidentId", "OtherCalendars", "ResidentId");

        migrationBuilder.CreateIndex("IX_OtherCalendars_NextActionAt", "OtherCalendars", "NextActionAt", filter: "\"NextActionAt\" IS NOT NULL");
    }

    private static void Propose(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "CalendarEntries",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                CalendarId = table.Column<Guid>(nullable: false),
                ResidentId = table.Column<Guid>(nullable: false),
                UidHash = table.Column<string>(nullable: false),
                KeyHash = table.Column<string>(nullable: false),
                AppointmentId = table.Column<Guid>(nullable: false),
                Content = table.Column<string>(nullable: false),
                Sequence = table.Column<int>(nullable: false),
                StampedAt = table.Column<long>(nullable: false),
                ChangedDates = table.Column<string>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_CalendarEntries", x => x.Id);
                table.ForeignKey("FK_CalendarEntries_OtherCalendars_CalendarId", x => x.CalendarId, "OtherCalendars", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_CalendarEntries_CalendarId_KeyHash", "CalendarEntries", ["CalendarId", "KeyHash"], unique: true);

        migrationBuilder.CreateIndex("IX_CalendarEntries_ResidentId", "CalendarEntries", "ResidentId");

        migrationBuilder.CreateTable(
            "CalendarProposals",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                ResidentId = table.Column<Guid>(nullable: false),
                FileName = table.Column<string>(nullable: false),
                Content = table.Column<string>(nullable: false),
                ReceivedAt = table.Column<long>(nullable: false),
                ReceivedBy = table.Column<Guid>(nullable: false),
                DecidedAt = table.Column<long>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_CalendarProposals", x => x.Id);
                table.ForeignKey("FK_CalendarProposals_Residents_ResidentId", x => x.ResidentId, "Residents", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_CalendarProposals_ResidentId", "CalendarProposals", "ResidentId");
    }
}
