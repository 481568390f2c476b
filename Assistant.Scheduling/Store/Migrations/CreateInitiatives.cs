using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Assistant.Scheduling.Store.Migrations;

/// <summary>What neighbours do together.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("20261122000004_Initiatives")]
internal sealed class CreateInitiatives : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Initiatives",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                NeighbourhoodId = table.Column<Guid>(nullable: false),
                Title = table.Column<string>(nullable: false),
                Place = table.Column<string>(nullable: false),
                At = table.Column<TimeOnly>(nullable: false),
                Rule = table.Column<string>(nullable: false),
                From = table.Column<DateOnly>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Initiatives", x => x.Id);
                table.ForeignKey("FK_Initiatives_Neighbourhoods_NeighbourhoodId", x => x.NeighbourhoodId, "Neighbourhoods", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_Initiatives_NeighbourhoodId", "Initiatives", "NeighbourhoodId");
    }
}
