using System.Net;
using System.Text.RegularExpressions;
using Assistant.Bot.Hosting.Secrets;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Assistant.Tests.Town;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Assistant.Tests.Bot.Dashboard;

/// <summary>The whole program, served from a folder of its own and asked over HTTP as a browser on this computer does.</summary>
internal sealed partial class ServedHouse(bool demo) : WebApplicationFactory<Program>
{
    private readonly Ears ears = new();
    private readonly TownStore store = TownStore.Open();

    /// <summary>A browser that follows nowhere by itself, so that a test sees each answer.</summary>
    public HttpClient Browser()
    {
        var browser = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("nl");
        return browser;
    }

    /// <summary>Works with the rows as the program does.</summary>
    public async Task<T> InStoreAsync<T>(Func<AssistantDb, Task<T>> work)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        var result = await work(db);
        await db.SaveChangesAsync();
        return result;
    }

    /// <summary>Raises a concern about a resident.</summary>
    public Task<ConcernId> RaiseAsync(ResidentId about)
    {
        var now = Services.GetRequiredService<TimeProvider>().GetUtcNow();
        return InStoreAsync(async db => (await new ConcernBook(db, now)
            .RaiseAsync(ConcernKind.MissedCheckIn, about, Guid.CreateVersion7(now), CancellationToken.None)).Id);
    }

    /// <summary>Submits a form of this page, with the token it holds.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(
        HttpClient browser, string page, string address, params (string Name, string Value)[] fields)
    {
        var token = await TokenAsync(browser, page);
        return await browser.PostAsync(address, Form([.. fields, ("__RequestVerificationToken", token)]));
    }

    /// <summary>The token against forged forms that this page holds.</summary>
    public static async Task<string> TokenAsync(HttpClient browser, string page) =>
        TokenField().Match(await browser.GetStringAsync(page)).Groups[1].Value;

    public static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    /// <summary>What all houses of the tests share: its books, and its keys, with which come one model and its queries. Each house made them anew.</summary>
    public static IServiceCollection OfTheTown(IServiceCollection house) =>
        house.AddTownBooks().AddSingleton(TownFile.Ring).AddSingleton(new KeyPlace(TownFile.Ring, Path: null, NewText: null));

    protected override IHost CreateHost(IHostBuilder builder)
    {
        builder.UseEnvironment(Environments.Production).ConfigureHostConfiguration(host => host.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Logging:LogLevel:Default"] = $"{Ears.Level}",
            ["Demo"] = demo ? "true" : "false",
            ["Data:Path"] = Path.Combine(store.Folder, "data", "assistant.db"),
            ["ConnectionStrings:Assistant"] = store.Address is StoreAddress.Postgres server ? server.ConnectionString : null,
        }));
        return base.CreateHost(builder);
    }

    // The test server has no network and so no address; a browser on this computer has a loopback one.
    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.ConfigureServices(services => OfTheTown(services)
        .RemoveAll<ILoggerProvider>().AddSingleton<ILoggerProvider>(ears).AddSingleton<IStartupFilter, FromThisComputer>());

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        store.Dispose();
        ears.NobodyNamed();
    }

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();

    private sealed class FromThisComputer : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Loopback;
                return rest(context);
            });
            next(app);
        };
    }
}
