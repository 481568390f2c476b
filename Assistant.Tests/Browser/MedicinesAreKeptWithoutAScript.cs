using Assistant.Bot.Hosting.Demo;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Assistant.Tests.Browser;

/// <summary>The pages of medicines on a telephone and on paper, as an organiser and a district nurse see them.</summary>
public sealed class MedicinesAreKeptWithoutAScript
{
    private const int Telephone = 360;
    private static readonly string Medication = $"/dashboard/residents/{DemoPeople.BakkerLives}/medication";

    [BrowserFact]
    public async Task A_medicine_is_added_looked_at_undone_and_the_week_is_one_sheet_of_paper()
    {
        await using var house = new ShownHouse();
        var page = await house.OpenAsync($"{Medication}/edit", Telephone);
        await page.GetByLabel("Medicijn en sterkte").FillAsync("Furosemide 40 mg");
        await page.GetByLabel("Tijd 1", new() { Exact = true }).FillAsync("08:00");
        await page.GetByLabel("een aantal dagen wel, een aantal niet").CheckAsync();
        await page.GetByLabel("Dagen wel", new() { Exact = true }).FillAsync("5");
        await page.GetByLabel("Dagen niet", new() { Exact = true }).FillAsync("2");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bekijk de komende 14 dagen" }).ClickAsync();

        await Expect(page.GetByText("1 tablet Furosemide 40 mg")).ToHaveCountAsync(10);
        await NothingSticksOutAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Opslaan" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Furosemide 40 mg" })).ToBeVisibleAsync();
        await NothingSticksOutAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Terugdraaien" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Furosemide 40 mg" })).ToHaveCountAsync(0);

        await page.GotoAsync($"{Medication}/week");
        await NothingSticksOutAsync(page);
        var paper = System.Text.Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.Contains("/Count 1", paper, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task While_it_is_filled_in_the_coming_days_come_by_themselves_and_one_sentence_tells_of_them()
    {
        await using var house = new ShownHouse();
        var page = await house.OpenAsync($"{Medication}/edit", Telephone);
        await page.GetByLabel("Medicijn en sterkte").FillAsync("Furosemide 40 mg");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Tijden: ");

        await page.GetByLabel("bij het ontbijt", new() { Exact = true }).PressAsync(" ");
        await page.GetByLabel("Hoeveel: bij het avondeten").FillAsync("2");

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("De komende 14 dagen: 26 keer.");
        await Expect(page.GetByText("2 tabletten Furosemide 40 mg")).ToHaveCountAsync(13);
        await NothingSticksOutAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Opslaan" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Furosemide 40 mg" })).ToBeVisibleAsync();
    }

    private static async Task NothingSticksOutAsync(IPage page) =>
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"));
}
