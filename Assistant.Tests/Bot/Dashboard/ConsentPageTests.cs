using System.Net;
using Assistant.Bot.Hosting.Demo;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Bot.Dashboard;

public sealed class ConsentPageTests(DemoHouse house) : IClassFixture<DemoHouse>
{
    private static readonly Agreement ToRia = Agreement.With(DemoPeople.Ria, SharedKind.Doses);
    private readonly ServedHouse served = house.Served;

    [Fact]
    public async Task It_shows_what_stands_since_when_how_asked_by_whom_and_with_which_text()
    {
        using var browser = served.Browser();

        var page = WebUtility.HtmlDecode(await browser.GetStringAsync(Page(DemoPeople.JansenLives)));

        Assert.Contains("Wat Els mag weten", page, StringComparison.Ordinal);
        Assert.Contains("07:45, op papier, volgens Marijke, tekst paper-1", page, StringComparison.Ordinal);
        Assert.Contains("Nog niet gevraagd", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_click_takes_it_back_and_one_click_brings_it_back()
    {
        using var browser = served.Browser();
        var page = Page(DemoPeople.BakkerLives);

        using var withdrawn = await ServedHouse.SubmitAsync(
            browser, page, $"{page}?handler=Withdraw", ("key", $"SharingWithContact.Doses.{DemoPeople.Ria.Value:N}"));
        var after = await AgreedAsync(DemoPeople.BakkerLives);
        var undo = System.Web.HttpUtility.ParseQueryString(withdrawn.Headers.Location?.ToString().Split('?')[1] ?? "")["undo"] ?? "";
        using var back = await ServedHouse.SubmitAsync(browser, page, $"{page}?handler=Undo", ("withdrawal", undo));

        Assert.Equal((HttpStatusCode.Redirect, false), (withdrawn.StatusCode, after.Has(ToRia)));
        Assert.True((await AgreedAsync(DemoPeople.BakkerLives)).Has(ToRia));
    }

    [Fact]
    public async Task What_was_signed_is_written_down_with_who_holds_the_paper()
    {
        using var browser = served.Browser();
        var page = Page(DemoPeople.PeetersLives);

        using var yes = await ServedHouse.SubmitAsync(
            browser, page, $"{page}?handler=Record", ("key", "SharingWithOrganiser.Medicines"), ("answer", "Given"));

        var grant = await served.InStoreAsync(db => db.Set<ConsentGrant>()
            .SingleAsync(g => g.ResidentId == DemoPeople.PeetersLives && g.Kind == SharedKind.Medicines));
        Assert.Equal((AskedHow.OnPaper, DemoPeople.Marijke, ConsentAnswer.Given), (grant.How, grant.By, grant.Answer));
    }

    [Theory]
    [InlineData("Record", "SharingWithContact.Silence.00000000000000000000000000000000")]
    [InlineData("Withdraw", "Nothing")]
    [InlineData("Withdraw", "SharingWithOrganiser.Help")]
    public async Task What_is_no_agreement_or_about_nobody_of_hers_changes_nothing(string handler, string key)
    {
        using var browser = served.Browser();
        var page = Page(DemoPeople.PeetersLives);

        using var answer = await ServedHouse.SubmitAsync(browser, page, $"{page}?handler={handler}", ("key", key), ("answer", "Given"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Her_sheet_is_not_seen_nor_changed_from_another_neighbourhood()
    {
        var elsewhere = await OtherNeighbourhoodAsync();
        using var browser = served.Browser();
        var page = $"{Page(DemoPeople.JansenLives)}?neighbourhood={elsewhere}";

        using var seen = await browser.GetAsync(new Uri(page, UriKind.Relative));
        using var changed = await ServedHouse.SubmitAsync(
            browser, Page(DemoPeople.JansenLives), $"{page}&handler=Withdraw", ("key", "Reminders"));
        using var ended = await ServedHouse.SubmitAsync(browser, Page(DemoPeople.JansenLives), $"{page}&handler=End", ("why", "Died"));

        Assert.All([seen, changed, ended], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        Assert.True((await AgreedAsync(DemoPeople.JansenLives)).Has(Purpose.Reminders));
    }

    [Fact]
    public async Task A_death_is_confirmed_once_stops_everything_and_is_told_once_in_fitting_words()
    {
        var resident = await NeighbourAsync("meneer Visser");
        using var browser = served.Browser();
        var page = Page(resident);

        var sure = WebUtility.HtmlDecode(await browser.GetStringAsync($"{page}?end=Died"));
        using var ended = await ServedHouse.SubmitAsync(browser, page, $"{page}?handler=End", ("why", "Died"));
        using var again = await ServedHouse.SubmitAsync(browser, page, $"{page}?handler=End", ("why", "Moved"));

        Assert.Contains("Dit kan niet worden teruggedraaid.", sure, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.NotFound), (ended.StatusCode, again.StatusCode));
        var told = await served.InStoreAsync(db => db.Set<OutboundMessage>().Where(m => m.About == resident).ToListAsync());
        Assert.Equal("service.died", Assert.Single(told).Saying.Key);
    }

    private static string Page(ResidentId id) => $"/dashboard/residents/{id}/consent";

    private Task<Agreements> AgreedAsync(ResidentId id) =>
        served.InStoreAsync(db => Agreements.OfAsync(db, id, DateTimeOffset.MaxValue, CancellationToken.None));

    private Task<NeighbourhoodId> OtherNeighbourhoodAsync()
    {
        var now = DateTimeOffset.UnixEpoch.AddYears(60);
        return served.InStoreAsync(db =>
        {
            var home = new Neighbourhood { Id = NeighbourhoodId.New(now), Name = "Elders", Country = "BE" };
            var joke = new Person { Id = PersonId.New(now), NeighbourhoodId = home.Id, Name = "Joke", Language = "nl", TimeZoneId = "Europe/Brussels" };
            db.AddRange(home, joke, new OrganiserDuty { NeighbourhoodId = home.Id, PersonId = joke.Id });
            return Task.FromResult(home.Id);
        });
    }

    private Task<ResidentId> NeighbourAsync(string name)
    {
        var now = DateTimeOffset.UnixEpoch.AddYears(60);
        return served.InStoreAsync(db =>
        {
            var person = new Person { Id = PersonId.New(now), NeighbourhoodId = DemoPeople.Linden, Name = name, Language = "nl", TimeZoneId = DemoPeople.Zone };
            var lives = new Resident { Id = ResidentId.New(now), PersonId = person.Id, NeighbourhoodId = DemoPeople.Linden };
            db.AddRange(person, lives, new CircleMember { ResidentId = lives.Id, PersonId = DemoPeople.Els, Relation = "friend", AcceptedAt = now });
            return Task.FromResult(lives.Id);
        });
    }
}
