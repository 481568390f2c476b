using System.Net;
using Assistant.Bot.Hosting;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Bot.Dashboard;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Bot.Hosting;

/// <summary>What the watchman saw, as machines outside hear it.</summary>
public sealed class WatchedFromOutsideTests(DemoHouse house) : IClassFixture<DemoHouse>
{
    private readonly ServedHouse served = house.Served;

    [Fact]
    public async Task Readyz_says_in_words_what_is_wrong_and_nobodys_name()
    {
        using var browser = served.Browser();
        using (var well = await browser.GetAsync("/readyz"))
        {
            Assert.Equal((HttpStatusCode.OK, "ready"), (well.StatusCode, await well.Content.ReadAsStringAsync()));
        }

        var now = served.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        foreach (var number in (string[])["+31612345678", "+31612345679"])
        {
            var point = new ContactPoint { Id = ContactPointId.New(now), Channel = "sms", Address = number };
            point.Arrived(now);
            point.Failed("It answered 503.", now);
            await served.InStoreAsync(db => Task.FromResult(db.Add(point)));
        }

        await served.Services.GetRequiredService<Watchman>().RoundAsync(CancellationToken.None);

        using var sick = await browser.GetAsync("/readyz");

        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, "not well: sms brings nothing to 2 places"), (sick.StatusCode, await sick.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task The_heart_beats_at_the_address_of_choice_and_a_refusal_is_a_fault()
    {
        var (calls, answer) = (0, StatusCodes.Status200OK);
        await using var outside = WebApplication.CreateSlimBuilder().Build();
        outside.Urls.Add("http://127.0.0.1:0");
        outside.MapGet("/beat", () =>
        {
            calls++;
            return Results.StatusCode(answer);
        });
        await outside.StartAsync();
        var heart = Heart($"{outside.Urls.Single()}/beat");

        await heart.BeatAsync(CancellationToken.None);
        answer = StatusCodes.Status500InternalServerError;
        await Assert.ThrowsAsync<HttpRequestException>(() => heart.BeatAsync(CancellationToken.None));
        await Heart(null).BeatAsync(CancellationToken.None);

        Assert.Equal(2, calls);
        Assert.Contains("no web address", Assert.Throws<StartupFault>(() => Heart("mijn hart")).Message, StringComparison.Ordinal);
    }

    private static Heartbeat Heart(string? address) => new(
        new ServiceCollection().AddHttpClient().BuildServiceProvider().GetRequiredService<IHttpClientFactory>(),
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(Heartbeat.Key, address)]).Build());
}
