using System.Net;
using Assistant.Bot.Hosting.Demo;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Residents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Bot.Dashboard.Days;

public sealed class DayPageTests(DemoHouse house) : IClassFixture<DemoHouse>
{
    private readonly ServedHouse served = house.Served;

    [Fact]
    public async Task Her_own_page_shows_her_day_with_the_moment_of_her_pills_and_a_neighbours_shows_none()
    {
        using var browser = served.Browser();

        var hers = WebUtility.HtmlDecode(await browser.GetStringAsync($"/chat?person={DemoPeople.Jansen}"));
        var neighbours = await browser.GetStringAsync($"/chat?person={DemoPeople.Ria}");

        Assert.Contains("koffie met Ria", hers, StringComparison.Ordinal);
        Assert.Contains("ochtendpillen", hers, StringComparison.Ordinal);
        Assert.Contains("#day-coffee", hers, StringComparison.Ordinal);
        Assert.DoesNotContain("Metoprolol", hers, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("id=\"day\"", neighbours, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_strip_is_fetched_again_only_when_it_changed()
    {
        using var browser = served.Browser();
        foreach (var strip in new[] { $"/chat?person={DemoPeople.Peeters}&handler=Day", $"/dashboard/residents/{DemoPeople.PeetersLives}/day?handler=Strip" })
        {
            using var first = await browser.GetAsync(new Uri(strip, UriKind.Relative));
            using var again = new HttpRequestMessage(HttpMethod.Get, strip);
            again.Headers.IfNoneMatch.Add(first.Headers.ETag ?? throw new InvalidOperationException("No tag."));
            using var same = await browser.SendAsync(again);

            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified), (first.StatusCode, same.StatusCode));
        }
    }

    [Fact]
    public async Task The_organiser_sees_the_day_of_who_agreed_and_of_pills_the_moment_and_who_looked_is_on_record()
    {
        using var browser = served.Browser();
        var page = $"/dashboard/residents/{DemoPeople.BakkerLives}/day";

        var open = WebUtility.HtmlDecode(await browser.GetStringAsync(page));
        await WithdrawAsync(DemoPeople.BakkerLives, SharedKind.Doses);
        var withoutPills = WebUtility.HtmlDecode(await browser.GetStringAsync(page));
        await WithdrawAsync(DemoPeople.BakkerLives, SharedKind.DayPlan);
        var closed = WebUtility.HtmlDecode(await browser.GetStringAsync(page));
        using var strip = await browser.GetAsync(new Uri($"{page}?handler=Strip", UriKind.Relative));

        Assert.Contains("ochtendpillen", open, StringComparison.Ordinal);
        Assert.DoesNotContain("Levodopa", open, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("pillen", withoutPills, StringComparison.Ordinal);
        Assert.Contains("niet gezegd dat u mag weten", closed, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, strip.StatusCode);
        var waiting = await served.InStoreAsync(db => db.Set<AccessWaiting>().CountAsync());
        var noted = await served.InStoreAsync(db => db.Set<AccessEntry>().CountAsync(e => e.Route == "dashboard/day"));
        Assert.True(waiting + noted > 0);
    }

    [Fact]
    public async Task Who_does_not_want_to_be_reminded_is_not_reminded_in_pictures_either()
    {
        using var browser = served.Browser();
        var now = served.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var nobody = await served.InStoreAsync(db =>
        {
            var person = new Person { Id = PersonId.New(now), NeighbourhoodId = DemoPeople.Linden, Name = "Truus", Language = "nl", TimeZoneId = DemoPeople.Zone };
            var resident = new Resident { Id = ResidentId.New(now), PersonId = person.Id, NeighbourhoodId = DemoPeople.Linden };
            db.AddRange(person, resident, new Routine
            {
                Id = Guid.CreateVersion7(now), ResidentId = resident.Id, Title = "bingo", At = new TimeOnly(19, 0), Rule = "FREQ=DAILY",
                From = new DateOnly(2020, 1, 1), Importance = Importance.Mention,
            });
            return Task.FromResult(person.Id);
        });
        await served.Services.GetRequiredService<PlanTheDay>().RunAsync(CancellationToken.None);

        var page = await browser.GetStringAsync($"/chat?person={nobody}");

        Assert.DoesNotContain("bingo", page, StringComparison.Ordinal);
    }

    private Task<Guid?> WithdrawAsync(ResidentId id, SharedKind kind)
    {
        var now = served.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        return served.InStoreAsync(db => new ConsentBook(db, now)
            .WithdrawAsync(id, about => about == Agreement.WithOrganiser(kind), DemoPeople.Marijke, CancellationToken.None));
    }
}
