using System.Net;
using Assistant.Bot.Hosting.Demo;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Bot.Dashboard;

public sealed class TodayPageTests(DemoHouse house) : IClassFixture<DemoHouse>
{
    private readonly ServedHouse served = house.Served;

    [Fact]
    public async Task The_organiser_sees_her_residents_and_neither_medicines_nor_what_their_days_are_about()
    {
        using var browser = served.Browser();

        var page = WebUtility.HtmlDecode(await browser.GetStringAsync("/dashboard"));

        Assert.Contains("mevrouw Jansen", page, StringComparison.Ordinal);
        var secrets = await served.InStoreAsync(async db => (await db.Set<Regimen>().Select(r => r.Medicine).ToListAsync())
            .Concat(await db.Set<Routine>().Select(r => r.Title).ToListAsync()).ToList());
        Assert.True(secrets.Count > 4);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, page, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Another_neighbourhood_is_behind_a_wall()
    {
        var elsewhere = await SettleElsewhereAsync("Achter de Muur", "mevrouw Verborgen");
        await served.RaiseAsync(elsewhere.Resident);
        using var browser = served.Browser();

        var mine = await browser.GetStringAsync($"/dashboard?neighbourhood={DemoPeople.Linden}");
        var theirs = await browser.GetStringAsync($"/dashboard?neighbourhood={elsewhere.Neighbourhood}&handler=Board");

        Assert.DoesNotContain("Verborgen", mine, StringComparison.Ordinal);
        Assert.Contains("Verborgen", theirs, StringComparison.Ordinal);
        Assert.DoesNotContain("Jansen", theirs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demos_bar_names_nobody_of_another_neighbourhood()
    {
        var elsewhere = await SettleElsewhereAsync("Naast de Muur", "mevrouw Verscholen");
        var now = served.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await served.InStoreAsync(async db =>
        {
            var concern = await new ConcernBook(db, now).RaiseAsync(
                ConcernKind.MissedCheckIn, elsewhere.Resident, Guid.CreateVersion7(now), CancellationToken.None);
            concern.Hold(now.AddSeconds(20));
            return true;
        });
        using var browser = served.Browser();

        Assert.DoesNotContain("Verscholen", await browser.GetStringAsync($"/dashboard?neighbourhood={DemoPeople.Linden}"), StringComparison.Ordinal);
        Assert.DoesNotContain("Verscholen", await browser.GetStringAsync("/demo/now"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_click_on_a_concern_of_another_neighbourhood_finds_nothing()
    {
        var elsewhere = await SettleElsewhereAsync("Over de Muur", "mevrouw Elders");
        var concern = await served.RaiseAsync(elsewhere.Resident);
        using var browser = served.Browser();

        using var answer = await ServedHouse.SubmitAsync(
            browser, "/dashboard", $"/dashboard?handler=Over&neighbourhood={DemoPeople.Linden}", ("concern", concern.ToString()));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.NotEqual(ConcernState.Resolved, (await FindAsync(concern)).State);
    }

    [Theory]
    [InlineData("Going")]
    [InlineData("Over")]
    public async Task A_click_without_a_token_changes_nothing(string handler)
    {
        var concern = await served.RaiseAsync(DemoPeople.PeetersLives);
        using var browser = served.Browser();

        using var answer = await browser.PostAsync($"/dashboard?handler={handler}", ServedHouse.Form(("concern", concern.ToString())));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null((await FindAsync(concern)).AcknowledgedBy);
        Assert.Null((await FindAsync(concern)).Outcome);
    }

    [Fact]
    public async Task Who_says_she_goes_is_told_how_to_get_in_and_ends_it_with_an_outcome()
    {
        var concern = await served.RaiseAsync(DemoPeople.BakkerLives);
        using var browser = served.Browser();
        Assert.DoesNotContain("Sleutelkastje", await browser.GetStringAsync("/dashboard"), StringComparison.Ordinal);

        using var going = await ServedHouse.SubmitAsync(browser, "/dashboard", "/dashboard?handler=Going&lang=nl", ("concern", concern.ToString()));

        Assert.Equal("/dashboard?lang=nl&said=Going", going.Headers.Location?.OriginalString);
        var page = await browser.GetStringAsync("/dashboard?lang=nl&said=Going");
        Assert.Contains("Genoteerd: u gaat.", page, StringComparison.Ordinal);
        Assert.Contains("Sleutelkastje", page, StringComparison.Ordinal);
        Assert.Equal(DemoPeople.Marijke, (await FindAsync(concern)).AcknowledgedBy);

        using var over = await ServedHouse.SubmitAsync(
            browser, "/dashboard", "/dashboard?handler=Over&outcome=Visited", ("concern", concern.ToString()));

        Assert.Equal(HttpStatusCode.Redirect, over.StatusCode);
        Assert.Equal(ConcernOutcome.Visited, (await FindAsync(concern)).Outcome);
        using var again = await ServedHouse.SubmitAsync(browser, "/dashboard", "/dashboard?handler=Going", ("concern", concern.ToString()));
        Assert.Equal("/dashboard?said=OverAlready", again.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/dashboard?neighbourhood=01900000-0000-7000-8000-00000000ffff")]
    [InlineData("/dashboard?neighbourhood=01900000-0000-7000-8000-00000000ffff&handler=Board")]
    public async Task A_neighbourhood_nobody_knows_is_not_found(string address)
    {
        using var browser = served.Browser();

        using var answer = await browser.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_board_is_sent_again_only_when_it_changed()
    {
        var elsewhere = await SettleElsewhereAsync("Voorbij de Muur", "mevrouw Verder");
        using var browser = served.Browser();
        async Task<HttpResponseMessage> AskAsync(string? known)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/dashboard?handler=Board&neighbourhood={elsewhere.Neighbourhood}");
            request.Headers.TryAddWithoutValidation("If-None-Match", known);
            return await browser.SendAsync(request);
        }

        using var first = await AskAsync(null);
        using var same = await AskAsync(first.Headers.ETag?.Tag);
        await served.RaiseAsync(elsewhere.Resident);
        using var changed = await AskAsync(first.Headers.ETag?.Tag);

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.NotModified, HttpStatusCode.OK],
            new[] { first, same, changed }.Select(answer => answer.StatusCode));
    }

    [Fact]
    public async Task An_ending_nobody_knows_is_refused()
    {
        var concern = await served.RaiseAsync(DemoPeople.PeetersLives);
        using var browser = served.Browser();

        using var answer = await ServedHouse.SubmitAsync(
            browser, "/dashboard", "/dashboard?handler=Over&outcome=Forgotten", ("concern", concern.ToString()));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private Task<Concern> FindAsync(ConcernId id) =>
        served.InStoreAsync(db => db.Set<Concern>().AsNoTracking().SingleAsync(concern => concern.Id == id));

    private Task<(NeighbourhoodId Neighbourhood, ResidentId Resident)> SettleElsewhereAsync(string where, string name)
    {
        var now = DateTimeOffset.UnixEpoch.AddYears(60);
        Person Person(string called, NeighbourhoodId home) => new()
        {
            Id = PersonId.New(now), NeighbourhoodId = home, Name = called, Language = "nl", TimeZoneId = "Europe/Brussels",
        };
        return served.InStoreAsync(async db =>
        {
            var here = new Neighbourhood { Id = NeighbourhoodId.New(now), Name = where, Country = "BE" };
            var (resident, organiser) = (Person(name, here.Id), Person("Joke", here.Id));
            db.AddRange(here, resident, organiser);
            await db.SaveChangesAsync();
            var lives = new Resident { Id = ResidentId.New(now), PersonId = resident.Id, NeighbourhoodId = here.Id };
            db.AddRange(lives, new OrganiserDuty { NeighbourhoodId = here.Id, PersonId = organiser.Id });
            db.AddRange(Agreed.ToTheService(lives, now));
            return (here.Id, lives.Id);
        });
    }
}
