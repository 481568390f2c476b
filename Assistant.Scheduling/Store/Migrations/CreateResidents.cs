using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Assistant.Scheduling.Store.Migrations;

/// <summary>Who lives here, who cares, and how to reach them.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("20261122000001_Residents")]
internal sealed class CreateResidents : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Neighbourhoods",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Name = table.Column<string>(nullable: false),
                Country = table.Column<string>(nullable: false),
                GpAfterHours = table.Column<string>(nullable: true),
                Latitude = table.Column<double>(nullable: true),
                Longitude = table.Column<double>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Neighbourhoods", x => x.Id);
            });

        migrationBuilder.CreateTable(
            "People",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                NeighbourhoodId = table.Column<Guid>(nullable: true),
                Name = table.Column<string>(nullable: false),
                Language = table.Column<string>(nullable: false),
                TimeZoneId = table.Column<string>(nullable: false),
                QuietFrom = table.Column<TimeOnly>(nullable: true),
                QuietUntil = table.Column<TimeOnly>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_People", x => x.Id);
            });

        migrationBuilder.CreateTable(
            "Residents",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                PersonId = table.Column<Guid>(nullable: false),
                NeighbourhoodId = table.Column<Guid>(nullable: false),
                WayIn = table.Column<string>(nullable: true),
                MostMessagesAnHour = table.Column<int>(nullable: false),
                LastSignOfLifeAt = table.Column<long>(nullable: true),
                ServiceEndedAt = table.Column<long>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Residents", x => x.Id);
                table.ForeignKey("FK_Residents_Neighbourhoods_NeighbourhoodId", x => x.NeighbourhoodId, "Neighbourhoods", "Id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("FK_Residents_People_PersonId", x => x.PersonId, "People", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_Residents_NeighbourhoodId", "Residents", "NeighbourhoodId");

        migrationBuilder.CreateIndex("IX_Residents_PersonId", "Residents", "PersonId", unique: true);

        migrationBuilder.CreateTable(
            "ContactPoints",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Channel = table.Column<string>(nullable: false),
                Address = table.Column<string>(nullable: false),
                AddressHash = table.Column<string>(nullable: false),
                Reference = table.Column<string>(nullable: true),
                LastHeardAt = table.Column<long>(nullable: true),
                LastArrivedAt = table.Column<long>(nullable: true),
                FailuresInARow = table.Column<int>(nullable: false),
                LastFailedAt = table.Column<long>(nullable: true),
                RefusedSince = table.Column<long>(nullable: true),
                Fault = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ContactPoints", x => x.Id);
            });

        migrationBuilder.CreateIndex("IX_ContactPoints_Channel_AddressHash", "ContactPoints", ["Channel", "AddressHash"], unique: true);

        migrationBuilder.CreateTable(
            "Reachabilities",
            table => new
            {
                PersonId = table.Column<Guid>(nullable: false),
                ContactPointId = table.Column<Guid>(nullable: false),
                IsUnwanted = table.Column<bool>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Reachabilities", x => new { x.PersonId, x.ContactPointId });
            });

        migrationBuilder.CreateTable(
            "CircleMembers",
            table => new
            {
                ResidentId = table.Column<Guid>(nullable: false),
                PersonId = table.Column<Guid>(nullable: false),
                Relation = table.Column<string>(nullable: false),
                HoldsKey = table.Column<bool>(nullable: false),
                AcceptedAt = table.Column<long>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_CircleMembers", x => new { x.ResidentId, x.PersonId });
            });

        Pairing(migrationBuilder);
        Rings(migrationBuilder);
        migrationBuilder.CreateTable(
            "OrganiserDuties",
            table => new
            {
                NeighbourhoodId = table.Column<Guid>(nullable: false),
                PersonId = table.Column<Guid>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_OrganiserDuties", x => new { x.NeighbourhoodId, x.PersonId });
            });
    }

    private static void Pairing(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "PairingCodes",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                PersonId = table.Column<Guid>(nullable: false),
                CodeHash = table.Column<string>(nullable: false),
                ExpiresAt = table.Column<long>(nullable: false),
                TypedAt = table.Column<Guid>(nullable: true),
                DecidedAt = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_PairingCodes", x => x.Id));

        migrationBuilder.CreateIndex("IX_PairingCodes_CodeHash", "PairingCodes", "CodeHash");
        migrationBuilder.CreateIndex("IX_PairingCodes_PersonId", "PairingCodes", "PersonId");

        migrationBuilder.CreateTable(
            "PairingTries",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                ContactPointId = table.Column<Guid>(nullable: false),
                At = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_PairingTries", x => x.Id));

        migrationBuilder.CreateIndex("IX_PairingTries_At", "PairingTries", "At");

        migrationBuilder.CreateTable(
            "ReachTests",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                PersonId = table.Column<Guid>(nullable: false),
                SentAt = table.Column<long>(nullable: false),
                AnsweredAt = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_ReachTests", x => x.Id));

        migrationBuilder.CreateIndex("IX_ReachTests_PersonId_SentAt", "ReachTests", ["PersonId", "SentAt"]);
    }

    private static void Rings(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "GreetingRings",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                NeighbourhoodId = table.Column<Guid>(nullable: false),
                At = table.Column<TimeOnly>(nullable: false),
                Wait = table.Column<long>(nullable: false),
                TimeZoneId = table.Column<string>(nullable: false),
                EndedAt = table.Column<long>(nullable: true),
                NextActionAt = table.Column<long>(nullable: true),
                Attempt = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_GreetingRings", x => x.Id);
                table.ForeignKey("FK_GreetingRings_Neighbourhoods_NeighbourhoodId", x => x.NeighbourhoodId, "Neighbourhoods", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_GreetingRings_NextActionAt", "GreetingRings", "NextActionAt", filter: "\"NextActionAt\" IS NOT NULL");
        migrationBuilder.CreateIndex("IX_GreetingRings_NeighbourhoodId", "GreetingRings", "NeighbourhoodId");

        migrationBuilder.CreateTable(
            "RingMembers",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                RingId = table.Column<Guid>(nullable: false),
                ResidentId = table.Column<Guid>(nullable: false),
                Place = table.Column<int>(nullable: false),
                JoinedAt = table.Column<long>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_RingMembers", x => x.Id);
                table.ForeignKey("FK_RingMembers_GreetingRings_RingId", x => x.RingId, "GreetingRings", "Id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("FK_RingMembers_Residents_ResidentId", x => x.ResidentId, "Residents", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_RingMembers_ResidentId", "RingMembers", "ResidentId", unique: true);
        migrationBuilder.CreateIndex("IX_RingMembers_RingId", "RingMembers", "RingId");
    }
}
