using System.CommandLine;
using Assistant.Bot.Hosting;
using Assistant.Bot.Hosting.Secrets;
using Assistant.Scheduling.Store;
using Assistant.Scheduling.Store.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Commands;

/// <summary>The store and its keys as the server has them, for a verb of whoever runs it.</summary>
/// <remarks>Takes the same settings as the server. Never the demo, whose rows live as long as its start.</remarks>
internal sealed record OperatorHouse(IConfiguration Configuration, StorePlace Place, KeyPlace Keys)
{
    /// <summary>Contexts on the store.</summary>
    public IDbContextFactory<AssistantDb> Contexts => On(Place.Address);

    /// <summary>A context on the store, which must be there and of this version.</summary>
    /// <exception cref="StartupFault">It is not.</exception>
    public async Task<AssistantDb> ExistingAsync(CancellationToken cancellationToken)
    {
        if (Place.Address is StoreAddress.SqliteFile file && !File.Exists(file.Path))
        {
            throw new StartupFault($"There is no store {file}.", "Check Data:Path or ConnectionStrings:Assistant.");
        }

        var db = await Contexts.CreateDbContextAsync(cancellationToken);
        if (!(await StoreVersion.ReadAsync(db, cancellationToken)).IsOurs)
        {
            throw new StartupFault($"The store {Place.Address} is not of this program's version.", "Run migrate first.");
        }

        return await SealingKey.ComplaintAsync(db, cancellationToken) is { } complaint
            ? throw new StartupFault(complaint, "Point Secrets:KeyFile at the key file of this store.")
            : db;
    }

    /// <summary>Contexts on any store, opened by the same keys.</summary>
    public IDbContextFactory<AssistantDb> On(StoreAddress address) => new ServiceCollection()
        .AddStore(address, BotSetup.Tables, Keys.Ring).BuildServiceProvider().GetRequiredService<IDbContextFactory<AssistantDb>>();

    /// <summary>A verb that takes settings; what stops it is told in one sentence, with status 2.</summary>
    public static Command Verb(
        string name, string description, Terminal terminal, Func<ParseResult, OperatorHouse, CancellationToken, Task<int>> run)
    {
        var command = new Command(name, description) { TreatUnmatchedTokensAsErrors = false };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            try
            {
                return await WithHouseAsync(parsed, terminal, run, cancellationToken);
            }
            catch (StartupFault fault)
            {
                await terminal.Error.WriteLineAsync(fault.Message);
                return CommandLine.Wrong;
            }
        });
        return command;
    }

    private static async Task<int> WithHouseAsync(
        ParseResult parsed, Terminal terminal, Func<ParseResult, OperatorHouse, CancellationToken, Task<int>> run, CancellationToken cancellationToken)
    {
        var house = Of(Settings(parsed.UnmatchedTokens), terminal.Clock.GetUtcNow());
        try
        {
            return await run(parsed, house, cancellationToken);
        }
        catch (Exception fault) when (StoreComplaint.Of(fault, house.Place.Address) is { } complaint)
        {
            throw complaint;
        }
    }

    /// <summary>The store these settings mean.</summary>
    /// <exception cref="StartupFault">They mean none, or the demo's.</exception>
    public static StorePlace PlaceOf(IConfiguration configuration) => StorePlace.Of(configuration) is { IsDemo: false } place
        ? place
        : throw new StartupFault("Demo is on, and the demo makes its store anew at each start.", "Leave Demo out, or give --Demo=false.");

    /// <summary>As the host reads them, but that nothing configured means the real store and not the demo.</summary>
    public static IConfiguration Settings(IReadOnlyList<string> arguments) => new ConfigurationBuilder()
        .AddInMemoryCollection([KeyValuePair.Create<string, string?>("Demo", "false")])
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
        .AddEnvironmentVariables()
        .AddCommandLine([.. arguments])
        .Build();

    private static OperatorHouse Of(IConfiguration configuration, DateTimeOffset now)
    {
        var place = PlaceOf(configuration);
        return new OperatorHouse(configuration, place, KeyPlace.Of(configuration, place, now));
    }
}
