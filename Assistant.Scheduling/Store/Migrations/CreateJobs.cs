using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Assistant.Scheduling.Store.Migrations;

/// <summary>Rows that failed by themselves, and when each job last ran.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("20261122000009_Jobs")]
internal sealed class CreateJobs : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "SetAsideRows",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Table = table.Column<string>(nullable: false),
                RowId = table.Column<Guid>(nullable: false),
                Fault = table.Column<string>(nullable: false),
                At = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_SetAsideRows", x => x.Id);
            });

        migrationBuilder.CreateIndex("IX_SetAsideRows_RowId", "SetAsideRows", "RowId");

        migrationBuilder.CreateTable(
            "JobRuns",
            table => new
            {
                Name = table.Column<string>(nullable: false),
                EndedAt = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_JobRuns", x => x.Name);
            });
    }
}
