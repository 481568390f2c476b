using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Assistant.Tests.Browser;

/// <summary>The promise of the README: a stranger sees reminder, silence, neighbour, daughter, organiser and all-clear.</summary>
public sealed partial class TheDemoStoryPlaysToItsEnd
{
    private const int MostMoments = 12;
    private const string MarijkesPage = "/chat?person=01900000-0000-7000-8000-000000000031";
    private static readonly LocatorAssertionsToBeVisibleOptions Visible = new() { Timeout = 15_000 };
    private static readonly LocatorAssertionsToContainTextOptions Soon = new() { Timeout = 15_000 };

    [BrowserFact]
    public async Task A_stranger_lives_a_morning_in_a_browser()
    {
        await using var house = new ShownHouse();
        var start = await house.OpenAsync("/");
        await start.GetByRole(AriaRole.Link, new() { NameRegex = Jansen() }).First.ClickAsync();
        var resident = start;
        var ria = await house.OpenAsync(await AddressAsync(house, Ria()));
        var els = await house.OpenAsync(await AddressAsync(house, Els()));
        var marijke = await house.OpenAsync(MarijkesPage);
        var organiser = await house.OpenAsync("/dashboard");

        // Eight o'clock: the question comes without a reload, with three big buttons. She stays silent.
        await MoveUntilAsync(organiser, resident.GetByRole(AriaRole.Button, new() { NameRegex = Taken() }));
        await Expect(resident.GetByRole(AriaRole.Group).GetByRole(AriaRole.Button)).ToHaveCountAsync(3);

        // Half past nine: the neighbour is asked, then the daughter, then the organiser. Nobody answers yet.
        await MoveUntilAsync(organiser, Going(ria));
        await MoveUntilAsync(organiser, Going(els));
        await MoveUntilAsync(organiser, Going(marijke));
        await Expect(organiser.GetByText(Calm())).ToHaveCountAsync(0);

        // The daughter goes: the resident hears who comes. She has been: everybody hears that it is over.
        await Going(els).ClickAsync();
        await Expect(resident.GetByRole(AriaRole.Log)).ToContainTextAsync("Els", Soon);
        await els.GetByRole(AriaRole.Textbox).FillAsync("ik ben er geweest");
        await els.Keyboard.PressAsync("Enter");
        await Expect(ria.GetByRole(AriaRole.Log)).ToContainTextAsync(AllClear(), Soon);
        await Expect(marijke.GetByRole(AriaRole.Log)).ToContainTextAsync(AllClear(), Soon);
        await Expect(organiser.GetByText(Calm())).ToBeVisibleAsync(Visible);
    }

    private static ILocator Going(IPage page) => page.GetByRole(AriaRole.Button, new() { NameRegex = IGo() });

    // Moves the demo's clock until something is seen; each move gives the pages a moment to show it.
    private static async Task MoveUntilAsync(IPage clock, ILocator seen)
    {
        for (var moment = 0; moment < MostMoments; moment++)
        {
            await clock.RunAndWaitForResponseAsync(
                () => clock.GetByRole(AriaRole.Button, new() { NameRegex = NextMoment() }).ClickAsync(),
                answer => answer.Url.Contains("/demo/next-moment", StringComparison.Ordinal));
            try
            {
                await seen.First.WaitForAsync(new() { Timeout = 1_500 });
                return;
            }
            catch (TimeoutException)
            {
                // Not this moment; on to the next.
            }
        }

        await Expect(seen.First).ToBeVisibleAsync(Visible);
    }

    private static async Task<string> AddressAsync(ShownHouse house, Regex who)
    {
        var page = await house.OpenAsync("/");
        return await page.GetByRole(AriaRole.Link, new() { NameRegex = who }).First.GetAttributeAsync("href") ?? "/";
    }

    [GeneratedRegex("mevrouw Jansen", RegexOptions.IgnoreCase)]
    private static partial Regex Jansen();

    [GeneratedRegex(@"\bRia\b")]
    private static partial Regex Ria();

    [GeneratedRegex(@"\bEls\b")]
    private static partial Regex Els();

    [GeneratedRegex("ingenomen", RegexOptions.IgnoreCase)]
    private static partial Regex Taken();

    [GeneratedRegex("ik ga", RegexOptions.IgnoreCase)]
    private static partial Regex IGo();

    [GeneratedRegex("Goed nieuws")]
    private static partial Regex AllClear();

    [GeneratedRegex("alles rustig", RegexOptions.IgnoreCase)]
    private static partial Regex Calm();

    [GeneratedRegex("volgende moment", RegexOptions.IgnoreCase)]
    private static partial Regex NextMoment();
}
