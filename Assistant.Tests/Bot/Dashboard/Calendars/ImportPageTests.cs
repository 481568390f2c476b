using System.Net;
using Assistant.Scheduling.Consent;

namespace Assistant.Tests.Bot.Dashboard.Calendars;

public sealed class ImportPageTests(DemoHouse house) : IClassFixture<DemoHouse>
{
    private readonly ServedHouse served = house.Served;

    [Fact]
    public async Task A_file_is_shown_line_by_line_and_stands_on_her_days_once_it_is_taken_over()
    {
        using var browser = served.Browser();
        await served.AgreeAsync(true, Agreement.WithOrganiser(SharedKind.DayPlan));

        using var brought = await CalendarHouse.BringAsync(browser, served.File("Zangclub", 1));
        var address = $"{brought.Headers.Location}";
        var shown = WebUtility.HtmlDecode(await browser.GetStringAsync(address));
        var before = await served.ImportedAsync("Zangclub");
        using var taken = await ServedHouse.SubmitAsync(browser, address, $"{address}?handler=Accept", ("line", "0"));
        using var twice = await ServedHouse.SubmitAsync(browser, CalendarHouse.Page, $"{address}?handler=Accept", ("line", "0"));
        var after = Assert.Single(await served.ImportedAsync("Zangclub"));

        Assert.Contains("Zangclub", shown, StringComparison.Ordinal);
        Assert.Contains("iedere week", shown, StringComparison.Ordinal);
        Assert.Empty(before);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.NotFound), (taken.StatusCode, twice.StatusCode));

        // The same file says nothing new; a later revision changes what stands there, an older one does not.
        Assert.Contains("Staat er al zo", await AgainAsync(browser, served.File("Zangclub", 1)), StringComparison.Ordinal);
        Assert.Contains("Gewijzigd", await AgainAsync(browser, served.File("Zangclub", 2, sequence: 2), take: true), StringComparison.Ordinal);
        Assert.Contains("Er staat al een nieuwere", await AgainAsync(browser, served.File("Zangclub", 3, sequence: 1)), StringComparison.Ordinal);
        Assert.Equal((after.Id, after.Date.AddDays(1)), (await served.ImportedAsync("Zangclub")) is [var moved] ? (moved.Id, moved.Date) : default);
        Assert.Contains("Gaat niet door", await AgainAsync(browser, served.File("Zangclub", 2, sequence: 3, "STATUS:CANCELLED"), take: true), StringComparison.Ordinal);
        Assert.Empty(await served.ImportedAsync("Zangclub"));
    }

    [Theory]
    [InlineData("", "niet leeg")]
    [InlineData("geen agenda", "geen agenda")]
    public async Task What_is_no_calendar_is_refused_with_a_sentence(string file, string sentence)
    {
        using var browser = served.Browser();
        await served.AgreeAsync(true, Agreement.WithOrganiser(SharedKind.DayPlan));

        using var answer = await CalendarHouse.BringAsync(browser, file);

        Assert.Contains(sentence, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_her_yes_nothing_of_her_days_is_shown_or_taken_in()
    {
        await using var apart = new ServedHouse(demo: true);
        using var browser = apart.Browser();
        await apart.AgreeAsync(false, Agreement.WithOrganiser(SharedKind.DayPlan));

        using var brought = await CalendarHouse.BringAsync(browser, apart.File("Zangclub", 1));

        Assert.Equal(HttpStatusCode.NotFound, brought.StatusCode);
        Assert.Contains("mag u niet weten", WebUtility.HtmlDecode(await browser.GetStringAsync(CalendarHouse.Page)), StringComparison.Ordinal);
    }

    private static async Task<string> AgainAsync(HttpClient browser, string file, bool take = false)
    {
        using var brought = await CalendarHouse.BringAsync(browser, file);
        var address = $"{brought.Headers.Location}";
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync(address));
        using var done = await ServedHouse.SubmitAsync(browser, address, $"{address}?handler={(take ? "Accept" : "Drop")}", ("line", "0"));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        return page;
    }
}
