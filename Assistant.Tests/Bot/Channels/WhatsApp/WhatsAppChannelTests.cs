using Assistant.Bot.Channels.WhatsApp;
using Assistant.Bot.Conversation.Replies;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Bot.Channels.BotFramework;
using Assistant.Tests.Town;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Bot.Channels.WhatsApp;

public sealed class WhatsAppChannelTests : IAsyncLifetime
{
    private static readonly RenderedChoice[] Dose =
    [
        new("Ja, ingenomen", "medication.taken#0199f0f0000070008000000000000001"),
        new("Straks", "medication.later#0199f0f0000070008000000000000001"),
        new("Nee", "medication.skipped#0199f0f0000070008000000000000001"),
    ];

    private readonly FakeClock clock = new(Outgoing.Now);
    private Meta? opened;

    private Meta Cloud => opened ?? throw new InvalidOperationException("Meta is not open yet.");

    public async Task InitializeAsync() => opened = await Meta.OpenAsync();

    public async Task DisposeAsync() => await Cloud.DisposeAsync();

    [Fact]
    public async Task Within_her_24_hours_words_are_words_and_choices_are_buttons()
    {
        Cloud.Expect(new MetaAnswer(), new MetaAnswer());

        var first = await SendAsync(Outgoing.Rendered());
        await SendAsync(Outgoing.Rendered(Dose));

        Assert.Equal(new DeliveryOutcome.Accepted("wamid.out1", "Dag Anna"), first);
        Assert.Equal(["text", "interactive"], Cloud.Messages.Select(m => $"{m["type"]}"));
        Assert.Equal(Dose[0].Value, $"{Cloud.Messages.Last()["interactive"]?["action"]?["buttons"]?[0]?["reply"]?["id"]}");
    }

    [Fact]
    public async Task The_news_about_it_will_carry_our_own_id()
    {
        Cloud.Expect(new MetaAnswer());
        var message = Outgoing.Rendered();

        await SendAsync(message);

        Assert.Equal(message.Id.ToString(), $"{Cloud.Messages.Single()["biz_opaque_callback_data"]}");
    }

    [Theory]
    [InlineData(-1, "interactive")]
    [InlineData(0, "template")]
    [InlineData(3600, "template")]
    [InlineData(null, "template")]
    public async Task After_24_hours_only_a_template_goes(int? beyond, string type)
    {
        Cloud.Expect(new MetaAnswer());
        Cloud.WindowIsOpen = type is not "template";
        var heard = Outgoing.Now - WhatsAppChannel.Window - TimeSpan.FromSeconds(beyond ?? 0);

        await SendAsync(Outgoing.Rendered(Dose), Point(heard: beyond is null ? null : heard));

        Assert.Equal(type, $"{Cloud.Messages.Single()["type"]}");
    }

    [Fact]
    public async Task A_window_that_closed_by_Metas_clock_is_climbed_through_by_a_template()
    {
        Cloud.Expect(new MetaAnswer(), new MetaAnswer());
        Cloud.WindowIsOpen = false;

        Assert.IsType<DeliveryOutcome.Accepted>(await SendAsync(Outgoing.Rendered(Dose)));
        Assert.Equal(["interactive", "template"], Cloud.Messages.Select(m => $"{m["type"]}"));
    }

    [Theory]
    [InlineData("nl-BE", "nl")]
    [InlineData("en-GB", "en")]
    [InlineData("fy", "nl")]
    public async Task A_template_has_the_words_on_one_line_and_what_its_buttons_carry(string language, string code)
    {
        Cloud.Expect(new MetaAnswer());
        var message = Outgoing.Rendered(Dose) with { Text = "Dag Anna.\n\t     Heeft u ze al?", Language = language };

        await SendAsync(message, Point(heard: null));

        var template = Cloud.Messages.Single()["template"];
        Assert.Equal(("assistant_dose", code), ($"{template?["name"]}", $"{template?["language"]?["code"]}"));
        Assert.Equal("Dag Anna. Heeft u ze al?", $"{template?["components"]?[0]?["parameters"]?[0]?["text"]}");
        Assert.Equal(Dose.Select(c => c.Value), [.. (template?["components"]?.AsArray() ?? []).Skip(1).Select(b => $"{b?["parameters"]?[0]?["payload"]}")]);
    }

    [Fact]
    public async Task Buttons_without_a_template_of_their_own_are_left_out_and_the_words_still_go()
    {
        Cloud.Expect(new MetaAnswer());

        await SendAsync(Outgoing.Rendered(new RenderedChoice("Een grapje", "companion.joke")), Point(heard: null));

        Assert.Equal("assistant_message", $"{Cloud.Messages.Single()["template"]?["name"]}");
    }

    [Theory]
    [InlineData(1024, true, "interactive", 1024)]
    [InlineData(1025, true, "text", 1025)]
    [InlineData(4096, false, "text", 4096)]
    [InlineData(5000, true, "text", 4096)]
    public async Task Long_words_keep_within_Metas_limits(int length, bool asks, string type, int sent)
    {
        Cloud.Expect(new MetaAnswer());

        await SendAsync(Outgoing.Rendered(asks ? Dose : []) with { Text = new string('a', length) });

        var message = Cloud.Messages.Single();
        Assert.Equal((type, sent), ($"{message["type"]}", $"{message["text"]?["body"] ?? message["interactive"]?["body"]?["text"]}".Length));
    }

    [Fact]
    public async Task A_long_message_is_cut_for_a_template_and_never_through_an_emoji()
    {
        Cloud.Expect(new MetaAnswer());

        await SendAsync(Outgoing.Rendered() with { Text = new string('a', 898) + "😀😀😀" }, Point(heard: null));

        var words = $"{Cloud.Messages.Single()["template"]?["components"]?[0]?["parameters"]?[0]?["text"]}";
        Assert.Equal(new string('a', 898) + "…", words);
    }

    [Fact]
    public async Task Two_buttons_that_look_the_same_are_told_apart()
    {
        Cloud.Expect(new MetaAnswer());

        await SendAsync(Outgoing.Rendered(new RenderedChoice("Koffie in de buurtk…", "yes#1"), new RenderedChoice("Koffie in de buurtk…", "yes#2")));

        Assert.Equal("Koffie in de buur… 2", $"{Cloud.Messages.Single()["interactive"]?["action"]?["buttons"]?[1]?["reply"]?["title"]}");
    }

    [Theory]
    [InlineData("+31600000001", null, "to", "31600000001")]
    [InlineData("NL.9000", null, "recipient", "NL.9000")]
    [InlineData("NL.9000", "31600000001", "to", "31600000001")]
    public async Task She_is_written_to_by_her_number_and_by_her_id_where_she_hides_it(string address, string? number, string field, string value)
    {
        Cloud.Expect(new MetaAnswer());

        await SendAsync(Outgoing.Rendered(), Point(Outgoing.Now, address, WhatsAppAddress.ReferenceTo(new Sender(null, number))));

        Assert.Equal(value, $"{Cloud.Messages.Single()[field]}");
    }

    [Theory]
    [InlineData(400, 131026, null, null)]
    [InlineData(400, 131049, null, null)]
    [InlineData(400, 100, null, null)]
    [InlineData(404, 132001, null, null)]
    [InlineData(401, 190, null, null)]
    [InlineData(400, 987654, null, null)]
    [InlineData(302, null, null, null)]
    [InlineData(429, 130429, null, 60)]
    [InlineData(429, 130429, "7", 7)]
    [InlineData(400, 131056, null, 15)]
    [InlineData(400, 80007, null, 60)]
    [InlineData(500, 131000, null, -1)]
    [InlineData(503, 2, null, -1)]
    [InlineData(502, null, null, -1)]
    [InlineData(429, null, null, 60)]
    public async Task What_Meta_refuses_is_for_ever_or_for_later(int status, int? code, string? retryAfter, int? wait)
    {
        Cloud.Expect(new MetaAnswer(status, code, retryAfter));

        var outcome = await SendAsync(Outgoing.Rendered());

        Assert.Equal(wait is null, outcome is DeliveryOutcome.Refused);
        Assert.Equal(wait is null or -1 ? null : TimeSpan.FromSeconds(wait.Value), (outcome as DeliveryOutcome.Failed)?.RetryAfter);
        Assert.Contains($"{code ?? status}", $"{outcome}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_Meta_falls_silent_nobody_knows_whether_it_went()
    {
        Cloud.Expect(new MetaAnswer(Hangs: true));
        var sending = SendAsync(Outgoing.Rendered());
        await Cloud.Hanging.Task;
        clock.MoveTo(Outgoing.Now + WhatsAppChannel.Patience);

        Assert.IsType<DeliveryOutcome.Unknown>(await sending);
    }

    [Fact]
    public async Task When_Meta_is_not_there_nothing_went_and_it_is_tried_again()
    {
        await using var services = Services([.. Cloud.Settings, "--Channels:WhatsApp:GraphUrl=http://127.0.0.1:1/v23.0"]);

        Assert.IsType<DeliveryOutcome.Failed>(
            await Channel(services).SendAsync(Point(Outgoing.Now), Outgoing.Rendered(), CancellationToken.None));
    }

    [TownFact]
    public async Task Without_a_registration_WhatsApp_reaches_nobody()
    {
        await using var services = Services();

        Assert.False(Channel(services).Serves("whatsapp"));
    }

    private async Task<DeliveryOutcome> SendAsync(RenderedMessage message, ContactPoint? to = null)
    {
        await using var services = Services(Cloud.Settings);
        return await Channel(services).SendAsync(to ?? Point(Outgoing.Now), message, CancellationToken.None);
    }

    private ServiceProvider Services(params string[] settings) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddCommandLine(settings).Build())
        .AddSingleton<TimeProvider>(clock).AddLogging().AddWhatsApp().BuildServiceProvider();

    private static IChannel Channel(ServiceProvider services) => services.GetRequiredService<IChannel>();

    private static ContactPoint Point(DateTimeOffset? heard, string address = Webhook.Number, string? reference = null)
    {
        var point = new ContactPoint { Id = ContactPointId.New(Outgoing.Now), Channel = "whatsapp", Address = address };
        if (heard is { } at)
        {
            point.Heard(at, reference);
        }

        return point;
    }
}
