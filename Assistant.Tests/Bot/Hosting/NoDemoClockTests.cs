using System.Net;
using Assistant.Bot.Hosting.Demo;
using Assistant.Tests.Bot.Dashboard;
using Assistant.Tests.Town;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Bot.Hosting;

public sealed class NoDemoClockTests
{
    [TownFact(QuickOnBoth = true)]
    public async Task Outside_the_demo_there_is_no_clock_to_move_and_nobody_to_be()
    {
        await using var served = new ServedHouse(demo: false);
        using var browser = served.Browser();

        var page = WebUtility.HtmlDecode(await browser.GetStringAsync("/"));
        using var moved = await ServedHouse.SubmitAsync(browser, "/", "/demo/next-moment");
        using var asked = await browser.GetAsync("/demo/now");

        // Static files answer GET on any path, so a path that nothing else answers refuses the method.
        Assert.Contains(moved.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed });
        Assert.Equal(HttpStatusCode.NotFound, asked.StatusCode);
        Assert.Null(served.Services.GetService<DemoClock>());
        Assert.Null(served.Services.GetService<DemoTime>());
        Assert.DoesNotContain("data-demo=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/chat?person=", page, StringComparison.Ordinal);
        Assert.Contains("Inloggen kan nog niet", page, StringComparison.Ordinal);
        Assert.Contains("Nog geen buurt", await browser.GetStringAsync("/dashboard"), StringComparison.Ordinal);
    }
}
