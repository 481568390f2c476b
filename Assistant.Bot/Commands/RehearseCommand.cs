using System.CommandLine;
using System.Globalization;
using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Turns;
using Assistant.Bot.Hosting;
using Assistant.Bot.Hosting.Demo;
using Assistant.Bot.Hosting.Rehearsal;
using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Store;
using Assistant.Scheduling.Store.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Commands;

/// <summary><c>rehearse</c>: what everybody of the demo neighbourhood would receive on some days; nothing is sent.</summary>
internal static class RehearseCommand
{
    private const int MostDays = 366;

    public static Command Create(Terminal terminal)
    {
        var days = new Option<int>("--days") { Description = $"How many days, 1 to {MostDays}.", DefaultValueFactory = _ => 1 };
        var from = new Option<string>("--from") { Description = "The first day, such as 2026-03-28; today when left out." };
        var seed = new Option<int>("--seed") { Description = "Who answers and who does not; the same number, the same days.", DefaultValueFactory = _ => 1 };
        var who = new Option<string?>("--who") { Description = "Only what this person hears and says, such as \"meneer Bakker\"." };
        var json = new Option<bool>("--json") { Description = "One JSON object a line." };
        var command = new Command("rehearse", "Runs days of the demo neighbourhood on a simulated clock; sends nothing.") { days, from, seed, who, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var zone = HomeTimeZone.Of(DemoPeople.Zone);
            var first = zone.DayOf(terminal.Clock.GetUtcNow());
            if (parsed.GetValue(from) is { } said)
            {
                if (!DateOnly.TryParseExact(said, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                {
                    return await ComplainAsync(terminal, $"--from is '{said}'. Hint: write a date such as 2026-03-28.");
                }

                first = first with { Date = date };
            }

            var howMany = parsed.GetValue(days);
            if (howMany is < 1 or > MostDays)
            {
                return await ComplainAsync(terminal, $"--days is {howMany}. Hint: ask for 1 to {MostDays} days.");
            }

            await RunAsync(terminal, first, howMany, (parsed.GetValue(seed), parsed.GetValue(who), parsed.GetValue(json)), cancellationToken);
            return 0;
        });
        return command;
    }

    private static async Task<int> ComplainAsync(Terminal terminal, string complaint)
    {
        await terminal.Output.WriteLineAsync($$"""{"error":"{{complaint}}"}""");
        return CommandLine.Wrong;
    }

    private static async Task RunAsync(
        Terminal terminal, LocalDay first, int days, (int Seed, string? Who, bool Json) how, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("rehearsal-");
        var address = new StoreAddress.SqliteFile(Path.Combine(folder.FullName, "rehearsal.db"));
        try
        {
            var clock = new RehearsalClock(first.Start);
            await using var house = House(address, clock);
            var contexts = house.GetRequiredService<IDbContextFactory<AssistantDb>>();
            await StoreSetup.MigrateAsync(contexts, address, cancellationToken);
            var rehearsal = new Rehearsal(
                clock,
                house.GetRequiredService<Paper>(),
                new RehearsedPeople(how.Seed, AsNeeded(house.GetRequiredService<SayBook>())),
                contexts,
                (house.GetRequiredService<PlanTheDay>(), house.GetRequiredService<Ticker>(), house.GetRequiredService<Inbox>(), house.GetRequiredService<Dispatcher>()));
            await foreach (var line in rehearsal.RunAsync(first.PlusDays(days).Start, cancellationToken))
            {
                if (how.Who is null || string.Equals(line.Person, how.Who, StringComparison.OrdinalIgnoreCase))
                {
                    await terminal.Output.WriteLineAsync(how.Json ? line.AsJson() : line.AsText());
                }
            }
        }
        finally
        {
            StoreSetup.LetGo(address);
            folder.Delete(recursive: true);
        }
    }

    private static AsNeededTalk AsNeeded(SayBook book)
    {
        const string intent = "medication.as_needed";
        var page = book.In("nl");
        return new AsNeededTalk(
            new RenderedChoice(page.Choices[intent], intent),
            page.Says[$"{intent}_which"][0].Text,
            new RenderedChoice(DemoMedicines.TakenAsNeeded, ""));
    }

    private static ServiceProvider House(StoreAddress address, RehearsalClock clock)
    {
        var services = new ServiceCollection();
        services.AddLogging(log => log.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Error));
        services.AddSingleton<Paper>();
        services.AddSingleton<IChannel>(provider => provider.GetRequiredService<Paper>());
        return services.AddHouse(address, KeyRing.Parse(KeyRing.NewText(clock.GetUtcNow())), clock).BuildServiceProvider();
    }
}
