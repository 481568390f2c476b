using Assistant.Bot.Hosting.Demo;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Assistant.Tests.Browser;

/// <summary>What is answered on one page is seen on the others, by their scripts and without a reload.</summary>
public sealed class PagesFollowByThemselves
{
    private const int MostMoments = 6;
    private static readonly LocatorAssertionsToContainTextOptions Soon = new() { Timeout = 20_000 };
    private static readonly LocatorAssertionsToHaveCountOptions InTime = new() { Timeout = 20_000 };

    [BrowserFact]
    public async Task Her_strip_shows_what_she_answered_and_the_organisers_button_goes_when_a_neighbour_goes()
    {
        await using var house = new ShownHouse();
        var her = await house.OpenAsync($"/chat?person={DemoPeople.Jansen}");
        var day = await house.OpenAsync($"/dashboard/residents/{DemoPeople.JansenLives}/day");
        var board = await house.OpenAsync("/dashboard");
        var neighbour = await house.OpenAsync($"/chat?person={DemoPeople.Ria}");
        foreach (var page in new[] { her, day, board })
        {
            await page.EvaluateAsync("window.wasNotReloaded = true");
        }

        await MoveUntilAskedAsync(her);
        await Expect(Pills(her)).ToContainTextAsync("wacht op antwoord", Soon);
        await Button(her, "Ja, ingenomen").ClickAsync();
        await Expect(Pills(her)).ToContainTextAsync("gedaan", Soon);
        await Expect(Pills(day)).ToContainTextAsync("gedaan", Soon);

        await RaiseAsync(house);
        var goes = board.Locator("button[id^='go-']");
        await Expect(goes).ToHaveCountAsync(1, InTime);
        await Button(neighbour, "Ik ga").ClickAsync();
        await Expect(goes).ToHaveCountAsync(0, InTime);
        foreach (var page in new[] { her, day, board })
        {
            Assert.True(await page.EvaluateAsync<bool>("window.wasNotReloaded === true"));
        }
    }

    private static async Task MoveUntilAskedAsync(IPage page)
    {
        var taken = Button(page, "Ja, ingenomen");
        for (var moment = 0; moment < MostMoments && await taken.CountAsync() == 0; moment++)
        {
            await Button(page, "Naar het volgende moment").ClickAsync();
            await page.WaitForResponseAsync(answer => answer.Url.Contains("/demo/n", StringComparison.Ordinal));
            try
            {
                await taken.WaitForAsync(new() { Timeout = 2_000 });
            }
            catch (TimeoutException)
            {
                // Not this moment; on to the next.
            }
        }
    }

    private static async Task RaiseAsync(ShownHouse house)
    {
        var now = house.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await using var db = await house.Services.GetRequiredService<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        await new ConcernBook(db, now).RaiseAsync(ConcernKind.MissedCheckIn, DemoPeople.JansenLives, Guid.CreateVersion7(now), CancellationToken.None);
        await db.SaveChangesAsync();
    }

    // What is near stands first; all of the day stands folded below it.
    private static ILocator Pills(IPage page) => page.Locator(".card", new() { HasText = "ochtendpillen" }).First;

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name }).First;
}
