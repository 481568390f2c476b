using System.Text.RegularExpressions;
using Assistant.Bot.Hosting.Demo;

namespace Assistant.Tests.Bot.Dashboard;

/// <summary>A form without its token is refused, so that whoever clicks sees nothing but an error.</summary>
public sealed partial class FormsHoldTheirTokenTests(DemoHouse house) : IClassFixture<DemoHouse>
{
    [Fact]
    public async Task Every_form_of_the_organiser_holds_its_token()
    {
        using var browser = house.Served.Browser();
        var her = $"/dashboard/residents/{DemoPeople.BakkerLives}";
        foreach (var page in new[] { "/dashboard", $"{her}/consent", $"{her}/medication", $"{her}/medication/edit", $"{her}/medication/proposals", $"{her}/week", $"{her}/week/edit", $"{her}/calendars" })
        {
            var forms = Form().Matches(await browser.GetStringAsync(page));

            Assert.NotEmpty(forms);
            Assert.All(forms, form => Assert.Contains("__RequestVerificationToken", form.Value, StringComparison.Ordinal));
        }
    }

    [GeneratedRegex("<form[^>]*method=\"post\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();
}
