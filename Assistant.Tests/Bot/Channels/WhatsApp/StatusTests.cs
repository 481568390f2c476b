using Assistant.Bot.Channels.WhatsApp;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Bot.Channels.WhatsApp;

/// <summary>A message on its way from our outbox, and the news that Meta sends about it.</summary>
public sealed class StatusTests : IAsyncLifetime
{
    private Meta? meta;
    private ChannelHouse? opened;

    private ChannelHouse House => opened ?? throw new InvalidOperationException("The house is not open yet.");

    private Meta Cloud => meta ?? throw new InvalidOperationException("Meta is not open yet.");

    public async Task InitializeAsync()
    {
        meta = await Meta.OpenAsync();
        opened = await ChannelHouse.OpenAsync(null, meta.Settings);
    }

    public async Task DisposeAsync()
    {
        await House.DisposeAsync();
        await Cloud.DisposeAsync();
    }

    [Fact]
    public async Task News_by_Metas_id_moves_a_message_forward_only_in_whatever_order_it_comes()
    {
        await SentAsync(new MetaAnswer());

        await TellAsync(("read", "wamid.out1"), ("delivered", "wamid.out1"), ("sent", "wamid.out1"), ("failed", "wamid.out1"));
        await TellAsync(("delivered", "wamid.out1"));

        Assert.Equal((MessageState.Read, null), await StateAsync());
    }

    [TownFact]
    public async Task A_failure_afterwards_is_told_with_its_code_and_no_word_of_Metas()
    {
        await SentAsync(new MetaAnswer());

        await Webhook.PostAsync(House, Webhook.Of(Webhook.Status("failed", "wamid.out1", code: 131026)));

        Assert.Equal((MessageState.Failed, "WhatsApp could not deliver it (code 131026)."), await StateAsync());
    }

    [TownFact]
    public async Task News_by_our_own_id_finds_a_message_of_which_nobody_knew_whether_it_went()
    {
        var id = await SentAsync(new MetaAnswer(Hangs: true));
        Assert.Equal(MessageState.Unknown, (await StateAsync()).State);

        await Webhook.PostAsync(House, Webhook.Of(Webhook.Status("delivered", "wamid.late", ours: $"{id}")));

        Assert.Equal((MessageState.Delivered, null), await StateAsync());
        await TellAsync(("played", "wamid.late"));
        Assert.Equal(MessageState.Read, (await StateAsync()).State);
    }

    [TownFact]
    public async Task News_that_is_quicker_than_our_own_pen_is_not_written_over()
    {
        Cloud.Expect(new MetaAnswer(Hangs: true));
        var id = await PutAsync();
        var sending = House.Get<Dispatcher>().DispatchAsync(CancellationToken.None);
        await Cloud.Hanging.Task;

        await Webhook.PostAsync(House, Webhook.Of(Webhook.Status("delivered", "wamid.quick", ours: $"{id}")));
        House.Clock.MoveTo(House.Clock.GetUtcNow() + WhatsAppChannel.Patience);
        await sending;
        await House.Get<Dispatcher>().AllSentAsync();

        Assert.Equal((MessageState.Delivered, null), await StateAsync());
        Assert.Equal(0, await House.Get<Dispatcher>().DispatchAsync(CancellationToken.None));
    }

    [TownFact]
    public async Task News_about_what_is_not_ours_or_of_kinds_we_do_not_know_changes_nothing()
    {
        await SentAsync(new MetaAnswer());

        await TellAsync(("read", "wamid.other"), ("warning", "wamid.out1"), ("deleted", "wamid.out1"));

        Assert.Equal((MessageState.Accepted, null), await StateAsync());
    }

    private async Task<MessageId> SentAsync(MetaAnswer answer)
    {
        Cloud.Expect(answer);
        var id = await PutAsync();
        var sending = House.Get<Dispatcher>().DispatchAsync(CancellationToken.None);
        if (answer.Hangs)
        {
            await Cloud.Hanging.Task;
            House.Clock.MoveTo(House.Clock.GetUtcNow() + WhatsAppChannel.Patience);
        }

        await sending;
        await House.Get<Dispatcher>().AllSentAsync();
        return id;
    }

    private async Task<MessageId> PutAsync()
    {
        var person = await House.PersonAsync("Anna");
        await using var db = await House.DbAsync();
        var point = new ContactPoint { Id = ContactPointId.New(House.Clock.GetUtcNow()), Channel = "whatsapp", Address = Webhook.Number };
        db.AddRange(point, new Reachability { PersonId = person, ContactPointId = point.Id });
        new Outbox(db, House.Clock.GetUtcNow()).Put(person, "proef", Saying.Of("welcome.thanks"), Ground.Nobody);
        await db.SaveChangesAsync();
        return await db.Set<OutboundMessage>().Select(m => m.Id).SingleAsync();
    }

    private async Task TellAsync(params IReadOnlyList<(string Status, string Id)> news) =>
        await Webhook.PostAsync(House, Webhook.Of([.. news.Select(one => Webhook.Status(one.Status, one.Id))]));

    private async Task<(MessageState State, string? Fault)> StateAsync()
    {
        await using var db = await House.DbAsync();
        var message = await db.Set<OutboundMessage>().AsNoTracking().SingleAsync();
        return (message.State, message.Fault);
    }
}
