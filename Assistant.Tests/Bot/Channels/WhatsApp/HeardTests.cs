using System.Globalization;
using System.Net;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Bot.Channels.WhatsApp;

/// <summary>What is made of what people say, press and send.</summary>
public sealed class HeardTests : IAsyncLifetime
{
    private Meta? meta;
    private ChannelHouse? opened;

    private ChannelHouse House => opened ?? throw new InvalidOperationException("The house is not open yet.");

    public async Task InitializeAsync()
    {
        meta = await Meta.OpenAsync();
        opened = await ChannelHouse.OpenAsync(null, meta.Settings);
    }

    public async Task DisposeAsync()
    {
        await House.DisposeAsync();
        await (meta?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [TownTheory]
    [InlineData("button", """{"payload":"medication.taken#0199f0f0000070008000000000000001","text":"Ja, ingenomen"}""", "", "medication.taken")]
    [InlineData("interactive", """{"type":"button_reply","button_reply":{"id":"checkin.fine#0199f0f0000070008000000000000001","title":"Het gaat goed"}}""", "", "checkin.fine")]
    [InlineData("interactive", """{"type":"list_reply","list_reply":{"id":"dayplan.today","title":"Mijn dag","description":"van nu"}}""", "", "dayplan.today")]
    [InlineData("button", """{"payload":"Ja","text":"Ja"}""", "Ja", null)]
    [InlineData("button", """{"payload":"ja","text":"ja"}""", "ja", null)]
    [InlineData("button", """{"payload":"fast_delivery","text":"Snel graag"}""", "Snel graag", null)]
    [InlineData("button", """{"payload":"order#7","text":"Bestellen"}""", "Bestellen", null)]
    [InlineData("image", """{"id":"1","mime_type":"image/jpeg","caption":"Kijk eens"}""", "Kijk eens", null)]
    [InlineData("image", """{"id":"1","mime_type":"image/jpeg"}""", "", null)]
    [InlineData("audio", """{"id":"1","mime_type":"audio/ogg; codecs=opus","voice":true}""", "", null)]
    [InlineData("video", """{"id":"1","mime_type":"video/mp4","caption":"In de tuin"}""", "In de tuin", null)]
    [InlineData("document", """{"id":"1","mime_type":"application/pdf","filename":"folder.pdf","caption":"Ja, ingenomen"}""", "", null)]
    [InlineData("contacts", """[{"name":{"formatted_name":"Els"}}]""", "", null)]
    [InlineData("interactive", """{"type":"list_reply","list_reply":{"id":"rij-3","title":"Iets anders"}}""", "Iets anders", null)]
    [InlineData("button", """{"text":"Ja"}""", "Ja", null)]
    [InlineData("sticker", """{"id":"1"}""", "", null)]
    [InlineData("location", """{"latitude":52.1,"longitude":5.1}""", "", null)]
    [InlineData("unsupported", """{"type":"poll"}""", "", null)]
    [InlineData("text", """{"body":"half \ud83d"}""", "", null)]
    public async Task What_somebody_says_or_presses_is_heard(string type, string content, string text, string? intent)
    {
        await Webhook.PostAsync(House, Webhook.Of(Webhook.Message(type, "{}")).Replace($"\"{type}\":{{}}", $"\"{type}\":{content}", StringComparison.Ordinal));

        var said = Assert.Single(await House.InboxAsync()).Utterance;
        Assert.Equal((text, intent), (said.Text, said.Choice?.Intent));
    }

    [TownTheory]
    [InlineData("reaction", """{"message_id":"wamid.x","emoji":"x"}""")]
    [InlineData("system", """{"type":"user_changed_number","wa_id":"31600000009"}""")]
    [InlineData("edit", """{"original_message_id":"wamid.x"}""")]
    [InlineData("revoke", """{"original_message_id":"wamid.x"}""")]
    [InlineData("order", """{"product_items":[]}""")]
    [InlineData("interactive", """{"type":"nfm_reply","nfm_reply":{"response_json":"{}"}}""")]
    [InlineData("interactive", """{"type":"call_permission_reply","call_permission_reply":{"response":"reject"}}""")]
    [InlineData("request_welcome", "{}")]
    [InlineData("interactive", "null")]
    [InlineData("interactive", "\"?\"")]
    [InlineData("thing_of_next_year", """{"deep":[[1]]}""")]
    public async Task What_asks_for_no_answer_is_taken_and_left_alone(string type, string content)
    {
        Assert.Equal(HttpStatusCode.OK, (await Webhook.PostAsync(House, Webhook.Of(Webhook.Message(type, content)))).StatusCode);
        Assert.Empty(await House.InboxAsync());
    }

    [TownFact]
    public async Task What_is_said_in_a_group_to_another_number_or_in_another_field_is_not_for_us()
    {
        var inGroup = Webhook.Message();
        inGroup["group_id"] = "groep";

        await Webhook.PostAsync(House, Webhook.Of(inGroup));
        await Webhook.PostAsync(House, Webhook.Of("999", "messages", Webhook.Message()));
        await Webhook.PostAsync(House, Webhook.Of(Meta.PhoneNumberId, "smb_message_echoes", Webhook.Message()));

        Assert.Empty(await House.InboxAsync());
    }

    [TownTheory]
    [InlineData(Webhook.Number, null, Webhook.Number)]
    [InlineData(null, Webhook.UserId, Webhook.UserId)]
    [InlineData(Webhook.UserId, null, Webhook.UserId)]
    [InlineData(Webhook.Number, Webhook.UserId, Webhook.UserId)]
    public async Task She_is_known_by_her_id_and_by_her_number_where_there_is_no_id(string? from, string? userId, string address)
    {
        var message = Webhook.Message();
        message.Remove("from");
        message.Remove("from_user_id");
        message["from"] = from;
        message["from_user_id"] = userId;

        await Webhook.PostAsync(House, Webhook.Of(message));

        var said = Assert.Single(await House.InboxAsync()).Utterance;
        Assert.Equal(address, said.Address);
        Assert.Equal(from == Webhook.Number, said.Reference is not null);
    }

    [TownTheory]
    [InlineData("+" + Webhook.Number)]
    [InlineData(Webhook.Number)]
    public async Task Who_was_introduced_by_her_number_stays_herself_under_her_id(string introduced)
    {
        var point = new ContactPoint { Id = ContactPointId.New(House.Clock.GetUtcNow()), Channel = "whatsapp", Address = introduced };
        await using var db = await House.DbAsync();
        db.Add(point);
        await db.SaveChangesAsync();

        await Webhook.PostAsync(House, Webhook.Of(Webhook.Message()));
        await Webhook.PostAsync(House, Webhook.Of(Webhook.Message(id: "wamid.in2")));

        Assert.Equal([Webhook.UserId], await db.Set<ContactPoint>().AsNoTracking().Select(p => p.Address).ToListAsync());
        Assert.All(await House.InboxAsync(), message => Assert.Equal(Webhook.UserId, message.Utterance.Address));
    }

    [TownTheory]
    [InlineData("1773133200", "2026-03-10T09:00:00Z")]
    [InlineData("1772874000", "2026-03-07T09:00:00Z")]
    [InlineData("1773133200000", "2026-03-10T09:00:00Z")]
    [InlineData("1893456000", null)]
    [InlineData("gisteren", null)]
    [InlineData("99999999999999999999", null)]
    public async Task What_comes_late_keeps_the_time_at_which_it_was_said(string timestamp, string? said)
    {
        House.Clock.MoveTo(new DateTimeOffset(2026, 3, 10, 9, 0, 1, TimeSpan.Zero));
        var message = Webhook.Message();
        message["timestamp"] = timestamp;

        await Webhook.PostAsync(House, Webhook.Of(message));

        var expected = said is null ? House.Clock.GetUtcNow() : DateTimeOffset.Parse(said, CultureInfo.InvariantCulture);
        Assert.Equal(expected, Assert.Single(await House.InboxAsync()).Utterance.SaidAt);
    }
}
