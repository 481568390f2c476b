using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Assistant.Scheduling.Store.Migrations;

/// <summary>Who did what with whose data.</summary>
[DbContext(typeof(AssistantDb))]
[Migration("20261122000014_AccessLog")]
internal sealed class CreateAccessLog : Migration
{
    private const string Refusal = "The access log is only added to.";

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        MakeTables(migrationBuilder);
        if (migrationBuilder.IsNpgsql())
        {
            GuardOnServer(migrationBuilder);
        }
        else
        {
            GuardInFile(migrationBuilder);
        }
    }

    private static void MakeTables(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "AccessWaiting",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                At = table.Column<long>(nullable: false),
                Node = table.Column<string>(nullable: false),
                Note = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_AccessWaiting", x => x.Id));

        migrationBuilder.CreateTable(
            "AccessHeads",
            table => new
            {
                Id = table.Column<int>(nullable: false),
                Base = table.Column<long>(nullable: false),
                BaseHash = table.Column<string>(nullable: false),
                Sequence = table.Column<long>(nullable: false),
                Hash = table.Column<string>(nullable: false),
                Seal = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_AccessHeads", x => x.Id));

        migrationBuilder.CreateTable(
            "AccessEntries",
            table => new
            {
                Sequence = table.Column<long>(nullable: false),
                At = table.Column<long>(nullable: false),
                Event = table.Column<string>(nullable: false),
                PersonId = table.Column<Guid>(nullable: true),
                Part = table.Column<string>(nullable: true),
                Role = table.Column<string>(nullable: false),
                OnBehalfOf = table.Column<Guid>(nullable: true),
                ResidentId = table.Column<Guid>(nullable: true),
                What = table.Column<string>(nullable: false),
                Route = table.Column<string>(nullable: false),
                Node = table.Column<string>(nullable: false),
                Purpose = table.Column<string>(nullable: false),
                Outcome = table.Column<string>(nullable: false),
                Hash = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_AccessEntries", x => x.Sequence));

        migrationBuilder.CreateIndex("IX_AccessEntries_ResidentId_At", "AccessEntries", ["ResidentId", "At"]);
    }

    // What the head gave up because its time was over may be deleted; the seal of the head says who gave it up.
    private static void GuardInFile(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            $"""
            CREATE TRIGGER "AccessEntries_Update" BEFORE UPDATE ON "AccessEntries"
            BEGIN SELECT RAISE(ABORT, '{Refusal}'); END;
            """);
        migrationBuilder.Sql(
            $"""
            CREATE TRIGGER "AccessEntries_Delete" BEFORE DELETE ON "AccessEntries"
            WHEN OLD."Sequence" > coalesce((SELECT max("Base") FROM "AccessHeads"), 0)
            BEGIN SELECT RAISE(ABORT, '{Refusal}'); END;
            """);
    }

    private static void GuardOnServer(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        $"""
        CREATE OR REPLACE FUNCTION "AccessEntries_Guard"() RETURNS trigger LANGUAGE plpgsql AS $guard$
        BEGIN
            IF TG_OP = 'DELETE' AND OLD."Sequence" <= coalesce((SELECT max("Base") FROM "AccessHeads"), 0) THEN
                RETURN OLD;
            END IF;
            RAISE EXCEPTION '{Refusal}';
        END $guard$;
        CREATE TRIGGER "AccessEntries_Update" BEFORE UPDATE OR DELETE ON "AccessEntries"
            FOR EACH ROW EXECUTE FUNCTION "AccessEntries_Guard"();
        CREATE TRIGGER "AccessEntries_Truncate" BEFORE TRUNCATE ON "AccessEntries"
            FOR EACH STATEMENT EXECUTE FUNCTION "AccessEntries_Guard"();
        """);
}
