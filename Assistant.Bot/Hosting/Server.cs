using Assistant.Bot.Commands;
using Microsoft.Extensions.Options;

namespace Assistant.Bot.Hosting;

/// <summary>What runs when no verb is given: everything, until it is told to stop.</summary>
internal static class Server
{
    /// <summary>Where it listens, unless <c>Urls</c> says otherwise.</summary>
    private const string DefaultUrls = "http://localhost:5080";

    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        try
        {
            await using var app = Build(args);
            await app.RunAsync(cancellationToken);
            return 0;
        }
        catch (StartupFault fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return CommandLine.Wrong;
        }
        catch (OptionsValidationException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return CommandLine.Wrong;
        }
        catch (IOException fault) when (fault.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"{fault.Message} Hint: stop what listens there, or give another address with --Urls=http://localhost:5081.");
            return CommandLine.Wrong;
        }
    }

    private static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).OnlyIds();
        builder.WebHost.UseStaticWebAssets();
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
        {
            builder.WebHost.UseUrls(DefaultUrls);
        }

#pragma warning disable RS0030 // The composition root: the one place that names the real clock.
        builder.Services.AddAssistant(builder.Configuration, TimeProvider.System);
#pragma warning restore RS0030
        var app = builder.Build();
        app.MapAssistant();
        return app;
    }
}
