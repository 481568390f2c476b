using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Assistant.Bot.Hosting.Demo;
using Assistant.Tests.Bot.Dashboard;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Bot.Hosting;

public sealed partial class DemoClockTests(DemoHouse house) : IClassFixture<DemoHouse>
{
    private readonly ServedHouse served = house.Served;

    [Fact]
    public void The_demo_has_one_clock_for_everything() =>
        Assert.IsType<DemoClock>(served.Services.GetRequiredService<TimeProvider>());

    [Fact]
    public async Task The_button_moves_the_clock_and_says_what_comes_next()
    {
        using var browser = served.Browser();
        var before = served.Services.GetRequiredService<TimeProvider>().GetUtcNow();

        using var answer = await ServedHouse.SubmitAsync(browser, "/", "/demo/next-moment", ("back", "/dashboard?lang=nl"));

        Assert.Equal("/dashboard?lang=nl", answer.Headers.Location?.OriginalString);
        Assert.True(served.Services.GetRequiredService<TimeProvider>().GetUtcNow() - before > TimeSpan.FromMinutes(1));
        using var now = JsonDocument.Parse(await browser.GetStringAsync("/demo/now?lang=en"));
        Assert.StartsWith("At ", now.RootElement.GetProperty("next").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org/")]
    [InlineData("/\\example.org/")]
    public async Task The_button_never_leads_away(string back)
    {
        using var browser = served.Browser();

        using var answer = await ServedHouse.SubmitAsync(browser, "/", "/demo/next-moment", ("back", back));

        Assert.Equal("/", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Without_a_token_the_clock_stays()
    {
        using var browser = served.Browser();

        using var answer = await browser.PostAsync("/demo/next-moment", ServedHouse.Form());

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("/", "Praat als mevrouw Jansen")]
    [InlineData("/?lang=en", "Talk as mevrouw Jansen")]
    [InlineData("/dashboard", "Bewoners vandaag")]
    [InlineData("/dashboard?lang=en", "Residents today")]
    public async Task Each_page_has_the_bar_in_its_own_language_and_nothing_the_browser_must_refuse(string address, string words)
    {
        using var browser = served.Browser();

        var page = await browser.GetStringAsync(address);

        Assert.Contains("data-demo=", page, StringComparison.Ordinal);
        Assert.Contains(words, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotMatch(InlineCode(), page);
        Assert.All(
            LinkedFile().Matches(page).Select(link => link.Groups[1].Value).Distinct(),
            file => Assert.Equal(HttpStatusCode.OK, browser.GetAsync(file).GetAwaiter().GetResult().StatusCode));
    }

    [GeneratedRegex("<script(?![^>]*src=)|<style|\\sstyle=|\\son[a-z]+=|(src|href)=\"(https?:)?//", RegexOptions.IgnoreCase)]
    private static partial Regex InlineCode();

    [GeneratedRegex("(?:src|href)=\"(/[^\"?#]+\\.(?:css|js|svg))")]
    private static partial Regex LinkedFile();
}
