using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Assistant.Scheduling.Store.Migrations;

/// <summary>Which keys sealed something, and the keys of forms.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("20261122000000_Secrets")]
internal sealed class CreateSecrets : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "SealingKeys",
            table => new
            {
                Id = table.Column<string>(nullable: false),
                Proof = table.Column<string>(nullable: false),
                HashProof = table.Column<string>(nullable: false),
                SupersededAt = table.Column<long>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_SealingKeys", x => x.Id);
            });

        migrationBuilder.CreateTable(
            "FormKeys",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Name = table.Column<string>(nullable: false),
                Xml = table.Column<string>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_FormKeys", x => x.Id);
            });
    }
}
