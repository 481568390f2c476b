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
    }
}
