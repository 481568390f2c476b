using Assistant.Bot.Hosting;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Town;

namespace Assistant.Tests.House;

/// <summary>Whatever is kept of somebody is in her copy and goes when she is erased, or stands here with its reason.</summary>
public sealed class PersonalDataTests
{
    private static readonly Dictionary<string, string> Apart = new()
    {
        ["AccessWaiting"] = "lines of the log for a second, before they get their place in it",
        ["DutyChange"] = "a week of an office",
        ["OrganiserDuty"] = "an office, not a resident's day",
    };

    [Fact]
    public async Task Every_table_about_somebody_has_a_holder()
    {
        using var file = await TownFile.CopyAsync();
        await using var db = await file.Contexts().CreateDbContextAsync();
        var held = BotSetup.Holders.SelectMany(holder => holder.Rows).Select(rows => rows.Row.Name).ToHashSet();

        var without = db.Model.GetEntityTypes()
            .Where(table => table.GetProperties().Any(column =>
                (Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType) is var type && (type == typeof(ResidentId) || type == typeof(PersonId))))
            .Select(table => table.ClrType.Name).Where(name => !held.Contains(name) && !Apart.ContainsKey(name));

        Assert.Empty(without);
    }

    [Fact]
    public void Each_kind_of_row_has_one_holder_and_each_room_one_name()
    {
        Assert.Distinct(BotSetup.Holders.SelectMany(holder => holder.Rows).Select(rows => rows.Row.Name));
        Assert.Distinct(BotSetup.Holders.Select(holder => holder.Room));
    }
}
