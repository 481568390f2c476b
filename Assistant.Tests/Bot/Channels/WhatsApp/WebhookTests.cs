using System.Net;
using System.Text;
using Assistant.Tests.Town;

namespace Assistant.Tests.Bot.Channels.WhatsApp;

public sealed class WebhookTests : IAsyncLifetime
{
    private Meta? meta;
    private ChannelHouse? opened;

    private ChannelHouse House => opened ?? throw new InvalidOperationException("The house is not open yet.");

    public async Task InitializeAsync()
    {
        meta = await Meta.OpenAsync();
        opened = await ChannelHouse.OpenAsync(services => services.WithLittlePatience(), meta.Settings);
    }

    public async Task DisposeAsync()
    {
        await House.DisposeAsync();
        await (meta?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [TownTheory]
    [InlineData("subscribe", Meta.VerifyToken, "nonce-42", HttpStatusCode.OK)]
    [InlineData("subscribe", "geraden", "nonce-42", HttpStatusCode.Forbidden)]
    [InlineData("subscribe", "", "nonce-42", HttpStatusCode.Forbidden)]
    [InlineData("subscribe", Meta.VerifyToken, "", HttpStatusCode.Forbidden)]
    [InlineData("unsubscribe", Meta.VerifyToken, "nonce-42", HttpStatusCode.Forbidden)]
    public async Task Only_who_knows_our_word_gets_its_challenge_back(string mode, string token, string challenge, HttpStatusCode status)
    {
        var answer = await House.Http.GetAsync(
            new Uri($"/channels/whatsapp?hub.mode={mode}&hub.verify_token={token}&hub.challenge={challenge}", UriKind.Relative));

        Assert.Equal(status, answer.StatusCode);
        if (status is HttpStatusCode.OK)
        {
            Assert.Equal(("nonce-42", "text/plain"), (await answer.Content.ReadAsStringAsync(), answer.Content.Headers.ContentType?.MediaType));
        }
    }

    [TownFact]
    public async Task A_message_is_in_the_inbox_when_it_is_answered()
    {
        Assert.Equal(HttpStatusCode.OK, (await Webhook.PostAsync(House, Webhook.Of(Webhook.Message()))).StatusCode);

        var said = Assert.Single(await House.InboxAsync()).Utterance;
        Assert.Equal(("whatsapp", Webhook.UserId, "wamid.in1", "Goedemorgen"), (said.Channel, said.Address, said.MessageKey, said.Text));
        Assert.Contains(Webhook.Number, said.Reference, StringComparison.Ordinal);
    }

    [TownFact]
    public async Task The_same_message_again_is_one_message()
    {
        var body = Webhook.Of(Webhook.Message(), Webhook.Message(), Webhook.Message(id: "wamid.in2"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Webhook.PostAsync(House, body)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(2, (await House.InboxAsync()).Count);
    }

    public static TheoryData<string> Forgeries => ["none", "empty", "sha1", "short", "no hex", "other secret", "other body", "bare", "twice"];

    [TownTheory]
    [MemberData(nameof(Forgeries))]
    public async Task Whoever_cannot_sign_is_not_read(string forgery)
    {
        // Not JSON either: what is not proved is not parsed, so nobody hears of that.
        var body = Encoding.UTF8.GetBytes("{ geen json");
        var right = Webhook.Signature(body);
        var shown = forgery switch
        {
            "none" => null,
            "empty" => "",
            "sha1" => right.Replace("sha256", "sha1", StringComparison.Ordinal),
            "short" => right[..^2],
            "no hex" => right[..^2] + "zz",
            "other secret" => Webhook.Signature(body, "geraden"),
            "other body" => Webhook.Signature(Encoding.UTF8.GetBytes("{ geen json ")),
            "bare" => right[7..],
            _ => right + ", " + right,
        };

        Assert.Equal(HttpStatusCode.Unauthorized, (await Webhook.PostAsync(House, body, shown)).StatusCode);
        Assert.Empty(await House.InboxAsync());
    }

    [TownFact]
    public async Task The_signature_is_over_the_bytes_as_they_came()
    {
        // As Meta writes: everything beyond ASCII escaped, slashes too. Writing it anew would break the proof.
        var body = Webhook.Of(Webhook.Message(content: """{"body":"één / twee"}""")).Replace("/", "\\/", StringComparison.Ordinal);
        Assert.Contains("\\u00", body, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await Webhook.PostAsync(House, body)).StatusCode);
        Assert.Equal("één / twee", Assert.Single(await House.InboxAsync()).Utterance.Text);
    }

    [TownTheory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("\u0000")]
    public async Task What_is_signed_but_no_JSON_object_is_400(string body) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await Webhook.PostAsync(House, body)).StatusCode);

    [TownTheory]
    [InlineData(0, false, HttpStatusCode.OK)]
    [InlineData(0, true, HttpStatusCode.OK)]
    [InlineData(1, false, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(1, true, HttpStatusCode.RequestEntityTooLarge)]
    public async Task More_than_3_MB_is_too_much(int beyond, bool chunked, HttpStatusCode status)
    {
        var body = Encoding.UTF8.GetBytes("{}".PadRight((3 * 1024 * 1024) + beyond));

        Assert.Equal(status, (await Webhook.PostAsync(House, body, Webhook.Signature(body), chunked)).StatusCode);
    }

    [TownFact]
    public async Task A_locked_database_asks_to_come_again_and_loses_nothing()
    {
        var body = Webhook.Of(Webhook.Message());
        await using (await House.Store.HoldAsync())
        {
            var answer = await Webhook.PostAsync(House, body);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.NotNull(answer.Headers.RetryAfter);
        }

        Assert.Equal(HttpStatusCode.OK, (await Webhook.PostAsync(House, body)).StatusCode);
        Assert.Single(await House.InboxAsync());
    }

    [TownFact]
    public async Task Without_a_registration_nobody_is_heard()
    {
        await using var bare = await ChannelHouse.OpenAsync();
        var body = Encoding.UTF8.GetBytes(Webhook.Of(Webhook.Message()));

        Assert.Equal(HttpStatusCode.Unauthorized, (await Webhook.PostAsync(bare, body, Webhook.Signature(body, "x"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await bare.Http.GetAsync(
            new Uri("/channels/whatsapp?hub.mode=subscribe&hub.verify_token=&hub.challenge=1", UriKind.Relative))).StatusCode);
    }
}
