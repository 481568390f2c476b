using System.Globalization;
using System.Net;
using System.Text;
using Assistant.Bot.Channels.Gateway;
using Assistant.Bot.Conversation.Replies;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Town;

namespace Assistant.Tests.Bot.Channels.Gateway;

public sealed class GatewayTests : IAsyncLifetime
{
    private const string Number = "+31612345678";
    private Adapter? adapter;
    private ChannelHouse? opened;

    private ChannelHouse House => opened ?? throw new InvalidOperationException("The house is not open yet.");

    private Adapter Provider => adapter ?? throw new InvalidOperationException("The adapter is not open yet.");

    public async Task InitializeAsync()
    {
        adapter = await Adapter.OpenAsync();
        opened = await ChannelHouse.OpenAsync(null, adapter.Settings);
    }

    public async Task DisposeAsync()
    {
        await House.DisposeAsync();
        await Provider.DisposeAsync();
    }

    [TownFact]
    public async Task A_call_asks_whether_the_right_person_is_there_and_then_says_its_keys()
    {
        var accepted = Assert.IsType<DeliveryOutcome.Accepted>(await SendAsync(MeansOrder.CallChannel));

        var post = Assert.Single(Provider.Posts);
        Assert.Equal(("call", Number, "nl"), ((string?)post["kind"], (string?)post["to"], (string?)post["language"]));
        Assert.Equal("Spreek ik met Els?", (string?)post["confirm"]);
        Assert.Equal(["1", "2"], post["keys"]?.AsArray().Select(key => (string?)key?["key"]) ?? []);
        Assert.Equal("sm-1", accepted.ProviderId);
    }

    [TownFact]
    public async Task A_text_message_carries_no_confirmation_and_says_what_to_answer()
    {
        await SendAsync(MeansOrder.TextChannel);

        var post = Assert.Single(Provider.Posts);
        Assert.Null(post["confirm"]);
        Assert.Equal("1 Ik ga", (string?)post["keys"]?[0]?["say"]);
    }

    [TownTheory]
    [InlineData(422, typeof(DeliveryOutcome.Refused))]
    [InlineData(500, typeof(DeliveryOutcome.Failed))]
    [InlineData(401, typeof(DeliveryOutcome.Failed))]
    [InlineData(302, typeof(DeliveryOutcome.Failed))]
    public async Task What_the_adapter_answers_decides_whether_it_is_tried_again(int status, Type outcome)
    {
        Provider.Status = status;

        Assert.IsType(outcome, await SendAsync(MeansOrder.TextChannel));
    }

    [TownTheory]
    [InlineData("0612345678")]
    [InlineData("+31 6 1234")]
    [InlineData("112")]
    public async Task What_is_no_international_number_is_never_posted(string number)
    {
        Assert.IsType<DeliveryOutcome.Refused>(await SendAsync(MeansOrder.CallChannel, number));
        Assert.Empty(Provider.Posts);
    }

    [TownFact]
    public async Task A_key_that_was_pressed_and_a_text_are_in_the_inbox_once()
    {
        var pressed = $$"""{"id":"a1","kind":"call","from":"{{Number}}","value":"responder.going#{{Guid.CreateVersion7(House.Clock.GetUtcNow()):N}}"}""";

        Assert.Equal(HttpStatusCode.OK, (await PostAsync(pressed)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(pressed)).StatusCode);
        await PostAsync($$"""{"id":"a2","kind":"text","from":"{{Number}}","text":"ik ga"}""");

        var said = (await House.InboxAsync()).Select(m => m.Utterance).OrderBy(u => u.MessageKey).ToList();
        Assert.Equal(["telephony", "sms"], said.Select(u => u.Channel));
        Assert.Equal(("responder.going", true), (said[0].Choice?.Intent, said[0].Spoken));
        Assert.Equal("ik ga", said[1].Text);
    }

    [TownFact]
    public async Task The_figure_of_a_choice_answers_what_was_last_asked_there()
    {
        var subject = Guid.CreateVersion7(House.Clock.GetUtcNow());
        var els = await House.PersonAsync("Els");
        var now = House.Clock.GetUtcNow();
        var point = new ContactPoint { Id = ContactPointId.New(now), Channel = MeansOrder.TextChannel, Address = Number };
        await using (var db = await House.DbAsync())
        {
            var saying = Saying.Of("concern.ask.look").Asking("responder.alert?", subject, "responder.going", "responder.cannot");
            db.AddRange(point, new Reachability { PersonId = els, ContactPointId = point.Id });
            new Outbox(db, now).Put(els, "one", saying, Ground.Nobody);
            var message = db.ChangeTracker.Entries<OutboundMessage>().Single();
            message.Property(m => m.SentVia).CurrentValue = point.Id;
            await db.SaveChangesAsync();
        }

        await PostAsync($$"""{"id":"a3","kind":"text","from":"{{Number}}","text":" 2 "}""");

        var said = Assert.Single(await House.InboxAsync()).Utterance;
        Assert.Equal(("responder.cannot", subject), (said.Choice?.Intent, said.Choice?.Subject));
    }

    [TownTheory]
    [InlineData("sha256=00", 0, HttpStatusCode.Unauthorized)]
    [InlineData(null, -600, HttpStatusCode.Unauthorized)]
    [InlineData(null, 0, HttpStatusCode.OK)]
    public async Task Only_a_fresh_signature_is_believed(string? signature, int secondsOff, HttpStatusCode status) =>
        Assert.Equal(status, (await PostAsync($$"""{"id":"a4","kind":"text","from":"{{Number}}","text":"ja"}""", signature, secondsOff)).StatusCode);

    [TownTheory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"kind":"text"}""")]
    [InlineData("""{"message":"0199aaaa-0000-7000-8000-000000000000","status":"lost"}""")]
    public async Task What_has_not_the_shape_is_refused_in_words(string body)
    {
        var answer = await PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull((await ChannelHouse.JsonAsync(answer))["hint"]);
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("https://sms.example/send", Adapter.Secret, true)]
    [InlineData("http://127.0.0.1:9000/send", Adapter.Secret, true)]
    [InlineData("http://sms.example/send", Adapter.Secret, false)]
    [InlineData("https://user:pass@sms.example/", Adapter.Secret, false)]
    [InlineData("file:///etc/passwd", Adapter.Secret, false)]
    [InlineData("https://sms.example/send", "kort", false)]
    [InlineData(null, Adapter.Secret, false)]
    public void Half_or_unsafe_settings_stop_the_start(string? url, string? secret, bool isGood) =>
        Assert.Equal(isGood, new GatewayOptionsCheck().Validate(null, new GatewayOptions { Url = url, Secret = secret }).Succeeded);

    private Task<DeliveryOutcome> SendAsync(string channel, string number = Number) =>
        House.Get<IEnumerable<IChannel>>().Single(c => c.Serves(channel)).SendAsync(
            new ContactPoint { Id = ContactPointId.New(House.Clock.GetUtcNow()), Channel = channel, Address = number },
            new RenderedMessage
            {
                Id = MessageId.New(House.Clock.GetUtcNow()),
                Text = "Kunt u even gaan kijken?",
                Speak = "Kunt u even gaan kijken?",
                Language = "nl",
                Choices = [new RenderedChoice("Ik ga", "responder.going"), new RenderedChoice("Ik kan niet", "responder.cannot")],
                Call = channel is MeansOrder.CallChannel ? new CallWords("Spreek ik met Els?", ["Druk op 1", "Druk op 2"]) : null,
            },
            CancellationToken.None);

    private async Task<HttpResponseMessage> PostAsync(string body, string? signature = null, int secondsOff = 0)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var at = House.Clock.GetUtcNow().ToUnixTimeSeconds() + secondsOff;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/channels/gateway") { Content = new ByteArrayContent(bytes) };
        request.Headers.Add(GatewaySignature.TimeHeader, at.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(GatewaySignature.Header, signature ?? GatewaySignature.Of(bytes, at, Adapter.Secret));
        return await House.Http.SendAsync(request);
    }
}
