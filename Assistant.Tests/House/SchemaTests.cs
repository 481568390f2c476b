using System.Text;
using Assistant.Bot.Hosting;
using Assistant.Scheduling.Store;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.House;

/// <summary>Migrations are written by hand: what they come to must be what the model says.</summary>
public sealed class SchemaTests
{
    private const string ServerTables =
        """
        SELECT * FROM (
          SELECT a.attrelid::regclass || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                 || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') AS "Value"
          FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
          WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0
          UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
          UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
        ) AS parts WHERE "Value" NOT LIKE '%\_\_EF%' ORDER BY "Value"
        """;

    [Fact]
    public async Task The_migrated_tables_are_those_of_the_model()
    {
        using var migrated = TownFile.Empty();
        using var created = TownFile.Empty();
        await StoreSetup.MigrateAsync(migrated.Contexts(), migrated.Address, CancellationToken.None);
        await using (var db = await created.Contexts().CreateDbContextAsync())
        {
            await db.Database.EnsureCreatedAsync();
        }

        Assert.Equal(await DescribeAsync(created), await DescribeAsync(migrated));
    }

    [PostgresFact]
    public async Task So_they_are_on_PostgreSQL()
    {
        var server = await TownServer.SharedAsync();
        using var migrated = await TownStore.OnAsync(server);
        var created = server.Empty();
        try
        {
            await using var services = new ServiceCollection().AddStore(created, BotSetup.Tables, TownFile.Ring).BuildServiceProvider();
            await using var db = await services.GetRequiredService<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
            await db.Database.EnsureCreatedAsync();
            await using var other = await migrated.Contexts().CreateDbContextAsync();

            var wanted = await RowsAsync(db, ServerTables);
            Assert.Contains(wanted, part => part.StartsWith("\"Concerns\".Attempt integer not null", StringComparison.Ordinal));
            Assert.Equal(wanted, await RowsAsync(other, ServerTables));
        }
        finally
        {
            server.Drop(created);
        }
    }

    [Fact]
    public async Task The_tables_are_the_approved_ones()
    {
        using var file = await TownFile.CopyAsync();

        SourceTree.Approve("schema.approved.txt", await DescribeAsync(file));
    }

    [Fact]
    public async Task A_start_after_a_half_migration_goes_on()
    {
        using var file = TownFile.Empty();
        await using (var db = await file.Contexts().CreateDbContextAsync())
        {
            await db.Database.ExecuteSqlRawAsync(
                """CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER PRIMARY KEY, "Timestamp" TEXT NOT NULL); INSERT INTO "__EFMigrationsLock" VALUES (1, 'then')""");
        }

        await StoreSetup.MigrateAsync(file.Contexts(), file.Address, CancellationToken.None);
        await StoreSetup.MigrateAsync(file.Contexts(), file.Address, CancellationToken.None);

        Assert.Contains("Concerns", await DescribeAsync(file), StringComparison.Ordinal);
    }

    private static async Task<string> DescribeAsync(TownFile file)
    {
        await using var db = await file.Contexts().CreateDbContextAsync();
        var text = new StringBuilder();
        foreach (var table in await RowsAsync(db, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\' ORDER BY name"))
        {
            text.Append(table).Append('\n');
            string[] parts =
            [
                .. await RowsAsync(db, $"SELECT name || ' ' || type || iif(\"notnull\", ' not null', '') || iif(pk, ' key ' || pk, '') || ifnull(' default ' || dflt_value, '') FROM pragma_table_info('{table}') ORDER BY name"),
                .. await RowsAsync(db, $"SELECT 'index ' || i.name || iif(i.\"unique\", ' unique', '') || iif(i.partial, ' partial', '') || ' (' || (SELECT group_concat(name) FROM pragma_index_info(i.name)) || ')' FROM pragma_index_list('{table}') i WHERE origin = 'c' ORDER BY i.name"),
                .. await RowsAsync(db, $"SELECT 'foreign key ' || \"from\" || ' -> ' || \"table\" || '.' || \"to\" || ' on delete ' || on_delete FROM pragma_foreign_key_list('{table}') ORDER BY \"from\""),
            ];
            text.AppendJoin("", parts.Select(part => $"  {part}\n"));
        }

        return text.ToString();
    }

    private static async Task<List<string>> RowsAsync(AssistantDb db, string sql) =>
        await db.Database.SqlQueryRaw<string>(sql.Replace("{", "{{", StringComparison.Ordinal)).ToListAsync();
}
