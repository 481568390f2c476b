using System.Net;
using Assistant.Bot.Hosting.Demo;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Bot.Dashboard;

public sealed class LadderPageTests(DemoHouse house) : IClassFixture<DemoHouse>
{
    private readonly ServedHouse served = house.Served;

    [Fact]
    public async Task It_shows_what_happens_if_she_stays_silent_tomorrow_minute_by_minute()
    {
        using var browser = served.Browser();

        var page = WebUtility.HtmlDecode(await browser.GetStringAsync(Page(DemoPeople.JansenLives)));

        Assert.Contains("Als mevrouw Jansen morgen stil blijft", page, StringComparison.Ordinal);
        Assert.Matches(@"09:30</time>\s*<span>Ik vraag Ria", page);
        Assert.Matches(@"09:45</time>\s*<span>Ik vraag Els", page);
        Assert.Contains("De melding wordt rood", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_ladder_is_kept_and_shown()
    {
        using var browser = served.Browser();
        var page = Page(DemoPeople.BakkerLives);

        using var kept = await ServedHouse.SubmitAsync(
            browser, page, $"{page}?handler=Keep&kind=Unanswered",
            ("delay", "10"), ("who", $"{DemoPeople.Ria}"), ("by", "Text"), ("wait", "20"), ("times", "2"), ("who", ""), ("by", ""), ("wait", "15"), ("times", "1"));

        Assert.Contains("Bewaard.", await kept.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var policy = await PolicyAsync(DemoPeople.BakkerLives, ConcernKind.Unanswered);
        Assert.Equal(TimeSpan.FromMinutes(10), policy.Delay);
        Assert.Equal([new EscalationStep(DemoPeople.Ria, TimeSpan.FromMinutes(20)) { Means = Means.Text, Times = 2 }], policy.Steps);
    }

    [Theory]
    [InlineData("Emergency", "10", "15", "Een noodgeval wacht niet")]
    [InlineData("Unwell", "0", "0", "Wacht 1 tot 60 minuten")]
    public async Task A_ladder_that_would_hurt_is_refused_in_words(string kind, string delay, string wait, string words)
    {
        using var browser = served.Browser();
        var page = Page(DemoPeople.BakkerLives);
        var before = await PolicyAsync(DemoPeople.BakkerLives, Enum.Parse<ConcernKind>(kind));

        using var refused = await ServedHouse.SubmitAsync(
            browser, page, $"{page}?handler=Keep&kind={kind}", ("delay", delay), ("who", "duty"), ("by", ""), ("wait", wait), ("times", "1"));

        Assert.Contains(words, WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(before.Steps, (await PolicyAsync(DemoPeople.BakkerLives, Enum.Parse<ConcernKind>(kind))).Steps);
    }

    [Fact]
    public async Task Somebody_is_asked_into_the_circle_and_a_code_is_shown_once()
    {
        using var browser = served.Browser();
        var page = Page(DemoPeople.JansenLives);

        using var asked = await ServedHouse.SubmitAsync(
            browser, page, $"{page}?handler=Invite", ("name", "Noor"), ("relation", "friend"), ("channel", "email"), ("address", "noor@example.org"));
        using var code = await ServedHouse.SubmitAsync(browser, page, $"{page}?handler=Code");
        using var empty = await ServedHouse.SubmitAsync(browser, page, $"{page}?handler=Invite", ("name", ""), ("channel", "email"), ("address", ""));

        Assert.Contains("Er wordt niets gevraagd voor er een ja is", await asked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Matches(@"class=""code"">\d{4} \d{4}<", await code.Content.ReadAsStringAsync());
        Assert.Contains("Vul een naam", await empty.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null((await served.InStoreAsync(db => db.Set<CircleMember>().SingleAsync(m => m.Relation == "friend" && m.AcceptedAt == null))).AcceptedAt);
    }

    [Fact]
    public async Task Hours_of_nobody_in_the_coming_week_are_warned_of_and_a_ladder_of_duty_alone_is_refused_then()
    {
        using var browser = served.Browser();
        var page = Page(DemoPeople.BakkerLives);
        Assert.DoesNotContain("In de komende week heeft soms niemand dienst", await browser.GetStringAsync(page), StringComparison.Ordinal);
        var now = served.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var home = await served.InStoreAsync(db => db.Set<OrganiserDuty>().FirstAsync(d => d.PersonId == DemoPeople.Marijke));
        var away = new DutyChange
        {
            Id = Guid.CreateVersion7(now), NeighbourhoodId = home.NeighbourhoodId, PersonId = DemoPeople.Marijke, Kind = DutyChangeKind.Away,
            From = now.AddDays(3), Until = now.AddDays(4),
        };
        await served.InStoreAsync(db => Task.FromResult(db.Add(away)));
        try
        {
            Assert.Contains("In de komende week heeft soms niemand dienst", await browser.GetStringAsync(page), StringComparison.Ordinal);
            using var refused = await ServedHouse.SubmitAsync(
                browser, page, $"{page}?handler=Keep&kind=Unwell", ("delay", "0"), ("who", "duty"), ("by", ""), ("wait", "15"), ("times", "1"));
            Assert.Contains("Niet bewaard", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }
        finally
        {
            await served.InStoreAsync(db => db.Set<DutyChange>().Where(c => c.Id == away.Id).ExecuteDeleteAsync());
        }
    }

    [Fact]
    public async Task A_resident_of_nobody_here_has_no_page()
    {
        using var browser = served.Browser();

        using var answer = await browser.GetAsync(Page(ResidentId.From(Guid.Empty)));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static string Page(ResidentId id) => $"/dashboard/residents/{id}/ladders";

    private Task<EscalationPolicy> PolicyAsync(ResidentId id, ConcernKind kind) =>
        served.InStoreAsync(db => db.Set<EscalationPolicy>().AsNoTracking().SingleAsync(p => p.ResidentId == id && p.Kind == kind));
}
