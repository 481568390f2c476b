using Assistant.Bot.Hosting.Demo;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Assistant.Tests.Browser;

/// <summary>A week is built without a mouse, on a telephone too, and hangs on the fridge on one sheet.</summary>
public sealed class TheWeekIsBuiltByKeyboard
{
    private const int Telephone = 360;
    private static readonly string Week = $"/dashboard/residents/{DemoPeople.PeetersLives}/week";

    [BrowserFact]
    public async Task A_club_is_looked_at_saved_and_undone_a_template_is_put_and_all_of_it_is_one_sheet_of_paper()
    {
        await using var house = new ShownHouse();
        var page = await house.OpenAsync($"{Week}/edit", Telephone);
        await page.GetByLabel("Wat is het?").FillAsync("de schaakclub");
        await page.GetByLabel("Tijd").FillAsync("20:45");
        await page.GetByLabel("elke dag").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.GetByLabel("Wat is het?").PressAsync("Enter");
        await Expect(page.GetByText("de schaakclub")).ToHaveCountAsync(14);
        await NothingSticksOutAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Opslaan" }).Last.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Het staat op de week." })).ToBeVisibleAsync();
        await NothingSticksOutAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Terugdraaien" }).PressAsync("Enter");
        await Expect(page.GetByText("de schaakclub")).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Button, new() { Name = "Bekijk eerst: Eten en drinken" }).PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Zet dit op de week" }).PressAsync("Enter");
        await Expect(page.GetByText("Alles staat op de week.")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Op papier" }).PressAsync("Enter");
        await Expect(page.GetByText("avondeten")).ToHaveCountAsync(7);
        await NothingSticksOutAsync(page);
        var paper = System.Text.Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.Contains("/Count 1", paper, StringComparison.Ordinal);
    }

    private static async Task NothingSticksOutAsync(IPage page) =>
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"));
}
