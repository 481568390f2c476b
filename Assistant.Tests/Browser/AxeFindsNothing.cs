using Assistant.Bot.Hosting.Demo;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Assistant.Tests.Browser;

/// <summary>The pages of residents and organisers against WCAG 2.2, A and AA, as far as a machine can tell.</summary>
/// <remarks>Source: WCAG 2.2; axe-core's rules of these tags, and its best practices.</remarks>
public sealed class AxeFindsNothing
{
    private static readonly string[] Levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    private static readonly int[] Widths = [1280, 360];

    private static readonly string[] Pages =
    [
        "/",
        $"/chat?person={DemoPeople.Jansen}",
        "/dashboard",
        Of("day"),
        Of("week"),
        Of("week/edit"),
        Of("week/print"),
        Of("calendars"),
        Of("hours"),
        Of("consent"),
        Of("hours"),
        Of("ladders"),
        $"{Of("ladders")}?kind=Emergency",
        "/answer/of-another-week",
        Of("medication"),
        Of("medication/edit"),
        Of("medication/week"),
        Of("medication/proposals"),
    ];

    [BrowserFact]
    public async Task On_every_page_at_both_widths()
    {
        await using var house = new ShownHouse();
        var findings = new List<string>();
        var page = await house.OpenAsync("/");
        await house.RaiseAsync(DemoPeople.BakkerLives);
        await page.GotoAsync($"/chat?person={DemoPeople.Jansen}");
        await page.GetByRole(AriaRole.Textbox).FillAsync("wat staat er vandaag op het programma?");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Log).GetByText("pillen").First.WaitForAsync();
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, 900);
            foreach (var path in Pages)
            {
                findings.AddRange(await FindAsync(page, path, width));
            }
        }

        Assert.True(findings.Count == 0, string.Join(Environment.NewLine, findings));
    }

    private static async Task<IEnumerable<string>> FindAsync(IPage page, string path, int width)
    {
        await page.GotoAsync(path);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(part => part.open = true)");
        var sideways = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
        var result = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = [.. Levels] } });
        return result.Violations
            .Select(broken => $"{path} at {width}: {broken.Id}: {broken.Help}: {string.Join(" | ", broken.Nodes.Select(node => node.Html))}")
            .Concat(sideways > 0 ? [$"{path} at {width}: {sideways} px stick out"] : []);
    }

    private static string Of(string page) => $"/dashboard/residents/{DemoPeople.BakkerLives}/{page}";
}
