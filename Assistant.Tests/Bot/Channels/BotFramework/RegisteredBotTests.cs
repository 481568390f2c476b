using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Assistant.Bot.Channels.BotFramework;
using Assistant.Bot.Conversation.Replies;
using Assistant.Scheduling.Delivery;
using Assistant.Tests.Town;
using Microsoft.IdentityModel.Tokens;

namespace Assistant.Tests.Bot.Channels.BotFramework;

public sealed class RegisteredBotTests : IDisposable
{
    private readonly FakeCloud cloud = new();

    public void Dispose() => cloud.Dispose();

    [TownFact]
    public async Task A_channel_that_proves_itself_is_heard()
    {
        await using var house = await OpenAsync();

        Assert.Equal(HttpStatusCode.OK, await PostAsync(house, cloud.Token(house.Clock.GetUtcNow())));
        Assert.Single(await house.InboxAsync());
    }

    [TownFact]
    public async Task A_key_that_vouches_for_nobody_in_particular_vouches_for_every_channel()
    {
        cloud.Endorsements = null;
        await using var house = await OpenAsync();

        Assert.Equal(HttpStatusCode.OK, await PostAsync(house, cloud.Token(house.Clock.GetUtcNow())));
    }

    [TownTheory]
    [InlineData(-3600 - 299, true)]
    [InlineData(-3600 - 301, false)]
    [InlineData(299, true)]
    [InlineData(301, false)]
    public async Task Two_clocks_may_differ_by_five_minutes(int begins, bool heard)
    {
        await using var house = await OpenAsync();

        var status = await PostAsync(house, cloud.Token(house.Clock.GetUtcNow().AddSeconds(begins)));

        Assert.Equal(heard ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, status);
    }

    public static TheoryData<string> Forgeries => ["nothing", "garbage", "unsigned", "secret", "stranger", "issuer", "audience", "endless"];

    [TownTheory]
    [MemberData(nameof(Forgeries))]
    public async Task Whoever_proves_nothing_is_not_heard(string forgery)
    {
        await using var house = await OpenAsync();
        var now = house.Clock.GetUtcNow();
        using var stranger = RSA.Create(2048);
        var token = forgery switch
        {
            "nothing" => null,
            "garbage" => "a.b.c",
            "unsigned" => cloud.Token(now, token => token.SigningCredentials = null),
            "secret" => cloud.Token(now, token => token.SigningCredentials =
                new SigningCredentials(new SymmetricSecurityKey(new byte[64]) { KeyId = cloud.KeyId }, SecurityAlgorithms.HmacSha256)),
            "stranger" => cloud.Token(now, token => token.SigningCredentials = cloud.Signing(stranger)),
            "issuer" => cloud.Token(now, token => token.Issuer = "https://sts.windows.net/x/"),
            "audience" => cloud.Token(now, token => token.Audience = "another-bot"),
            _ => cloud.Token(now, token => token.Expires = DateTime.MaxValue.AddYears(-1)) + "x",
        };

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(house, token));
        Assert.Empty(await house.InboxAsync());
    }

    [TownTheory]
    [InlineData("serviceUrl", "https://smba.trafficmanager.net/elders/")]
    [InlineData("serviceUrl", null)]
    [InlineData("channelId", "telegram")]
    public async Task A_channel_speaks_for_itself_only(string field, string? value)
    {
        await using var house = await OpenAsync();

        var status = await PostAsync(house, cloud.Token(house.Clock.GetUtcNow()), message => message[field] = value);

        Assert.Equal(field is "serviceUrl" && value is null ? HttpStatusCode.BadRequest : HttpStatusCode.Forbidden, status);
        Assert.Empty(await house.InboxAsync());
    }

    [TownFact]
    public async Task A_token_that_names_no_address_proves_none()
    {
        await using var house = await OpenAsync();

        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(house, cloud.Token(house.Clock.GetUtcNow(), token => token.Claims.Clear())));
    }

    [TownFact]
    public async Task Keys_are_asked_for_once_and_an_unknown_one_not_more_than_hourly()
    {
        await using var house = await OpenAsync();
        var first = cloud.Token(house.Clock.GetUtcNow());
        await PostAsync(house, first);
        cloud.KeyId = "key-2";
        var second = cloud.Token(house.Clock.GetUtcNow());

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(house, second));
        Assert.Equal(2, cloud.Calls.Count);
        house.Clock.MoveTo(house.Clock.GetUtcNow() + ChannelKeys.AskAgainAfter);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(house, second));
        Assert.Equal(4, cloud.Calls.Count);
    }

    [TownFact]
    public async Task What_was_said_late_keeps_the_time_at_which_it_was_said()
    {
        await using var house = await OpenAsync();

        await PostAsync(house, cloud.Token(house.Clock.GetUtcNow()), message => message["timestamp"] = "2026-03-10T08:30:00Z");

        Assert.Equal(new DateTimeOffset(2026, 3, 10, 8, 30, 0, TimeSpan.Zero), Assert.Single(await house.InboxAsync()).Utterance.SaidAt);
    }

    [TownFact]
    public async Task The_connector_is_shown_a_token_that_is_fetched_once_and_renewed_in_time()
    {
        await using var house = await OpenAsync();

        await SendAsync(house, FakeCloud.ServiceUrl);
        await SendAsync(house, FakeCloud.ServiceUrl);
        house.Clock.MoveTo(house.Clock.GetUtcNow() + TimeSpan.FromHours(1) - ConnectorToken.Early);
        await SendAsync(house, FakeCloud.ServiceUrl);

        Assert.Equal(2, cloud.Calls.Count(call => call.Address.EndsWith("/token", StringComparison.Ordinal)));
        Assert.All(cloud.Calls.Where(call => call.Address.StartsWith(FakeCloud.ServiceUrl, StringComparison.Ordinal)),
            call => Assert.Equal("sesam", call.Bearer));
        var asked = cloud.Calls.First().Body;
        Assert.Contains("grant_type=client_credentials", asked, StringComparison.Ordinal);
        Assert.Contains("scope=https%3A%2F%2Fapi.botframework.com%2F.default", asked, StringComparison.Ordinal);
    }

    [TownTheory]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://evilbotframework.com/")]
    [InlineData("https://user@smba.trafficmanager.net/")]
    [InlineData("http://localhost:3978/")]
    public async Task The_token_is_shown_to_nobody_else(string serviceUrl)
    {
        await using var house = await OpenAsync();

        Assert.IsType<DeliveryOutcome.Refused>(await SendAsync(house, serviceUrl));
        Assert.Empty(cloud.Calls);
    }

    [TownFact]
    public async Task A_token_that_was_not_taken_is_not_shown_again()
    {
        await using var house = await OpenAsync();
        cloud.Connector = HttpStatusCode.Unauthorized;

        Assert.IsType<DeliveryOutcome.Refused>(await SendAsync(house, FakeCloud.ServiceUrl));
        await SendAsync(house, FakeCloud.ServiceUrl);

        Assert.Equal(2, cloud.Calls.Count(call => call.Address.EndsWith("/token", StringComparison.Ordinal)));
    }

    [TownTheory]
    [InlineData("no-uuid", "secret", null, "AppId")]
    [InlineData(FakeCloud.AppId, null, null, "AppPassword")]
    [InlineData(FakeCloud.AppId, "secret", "contoso", "TenantId")]
    [InlineData(null, "secret", null, "AppId")]
    [InlineData(null, null, FakeCloud.Tenant, "AppId")]
    public void A_half_registration_is_told_with_a_hint(string? appId, string? password, string? tenant, string named)
    {
        var outcome = new BotFrameworkOptionsCheck().Validate(null, new BotFrameworkOptions { AppId = appId, AppPassword = password, TenantId = tenant });

        Assert.Contains($"Channels:BotFramework:{named}", outcome.FailureMessage, StringComparison.Ordinal);
        Assert.Contains("Hint:", outcome.FailureMessage, StringComparison.Ordinal);
    }

    private Task<ChannelHouse> OpenAsync() => ChannelHouse.OpenAsync(cloud.StandIn, FakeCloud.Settings);

    private static async Task<HttpStatusCode> PostAsync(ChannelHouse house, string? token, Action<JsonObject>? change = null)
    {
        var message = ActivityReaderTests.Message();
        message["channelId"] = "msteams";
        message["serviceUrl"] = FakeCloud.ServiceUrl;
        change?.Invoke(message);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent(message.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return (await house.Http.SendAsync(request)).StatusCode;
    }

    private static Task<DeliveryOutcome> SendAsync(ChannelHouse house, string serviceUrl) =>
        house.Get<IEnumerable<IChannel>>().Single(channel => channel.Serves("msteams")).SendAsync(
            Outgoing.Point(Outgoing.Reference(new Uri(serviceUrl), "msteams"), "msteams"), Outgoing.Rendered(), CancellationToken.None);
}
