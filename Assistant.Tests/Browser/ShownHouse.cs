using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Assistant.Tests.Bot.Dashboard;
using Assistant.Tests.Town;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Playwright;

namespace Assistant.Tests.Browser;

/// <summary>The whole program on a real port, and real browser windows to look at it.</summary>
internal sealed class ShownHouse : WebApplicationFactory<Program>
{
    private static readonly string[] Quietly =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly string folder = Scratch.Folder("shown");
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Opens a window for one person, who reads Dutch.</summary>
    public async Task<IPage> OpenAsync(string path, int width = 1280)
    {
        if (browser is null)
        {
            UseKestrel(0);
            StartServer();
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = BrowserFactAttribute.Chromium, Args = Quietly,
            });
        }

        var window = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = $"http://localhost:{ClientOptions.BaseAddress.Port}",
            Locale = "nl-NL",
            TimezoneId = "Europe/Amsterdam",
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        var page = await window.NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>Somebody is silent: the ladder begins to climb.</summary>
    public async Task RaiseAsync(ResidentId about)
    {
        var now = Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await using var db = await Services.GetRequiredService<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        await new ConcernBook(db, now).RaiseAsync(ConcernKind.MissedCheckIn, about, Guid.CreateVersion7(now), CancellationToken.None);
        await db.SaveChangesAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        var kept = Services.GetRequiredService<StoreAddress>();
        await base.DisposeAsync();
        if (kept is StoreAddress.SqliteFile file)
        {
            StoreSetup.LetGo(file);
        }

        Directory.Delete(folder, recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) =>
        builder.ConfigureServices(services => ServedHouse.OfTheTown(services));

    protected override IHost CreateHost(IHostBuilder builder)
    {
        builder.UseEnvironment(Environments.Production).ConfigureHostConfiguration(host => host.AddInMemoryCollection(
            new Dictionary<string, string?> { ["Demo"] = "true", ["Data:Path"] = Path.Combine(folder, "data", "assistant.db") }));
        return base.CreateHost(builder);
    }
}
