using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Jobs;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Assistant.Tests.Scenarios;

public sealed class TheSameMessageThreeTimesActsOnce
{
    [TownFact]
    public async Task A_channel_that_delivers_a_message_three_times_is_heard_once()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        await town.TickAsync();
        var inbox = new Inbox(town.Contexts, town.Clock, town.Get<TickSignal>(), NullLogger<Inbox>.Instance);

        var isNew = new List<bool>();
        for (var i = 0; i < 3; i++)
        {
            isNew.Add(await inbox.AcceptAsync(Said("m1", "webchat", town.Now), CancellationToken.None));
        }

        Assert.Equal([true, false, false], isNew);
        Assert.Equal(1, await town.ReadAsync(db => db.Set<InboxMessage>().CountAsync()));
    }

    [TownFact]
    public async Task The_same_id_on_another_channel_is_another_message()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        await town.TickAsync();
        var inbox = new Inbox(town.Contexts, town.Clock, town.Get<TickSignal>(), NullLogger<Inbox>.Instance);

        Assert.True(await inbox.AcceptAsync(Said("m1", "webchat", town.Now), CancellationToken.None));
        Assert.True(await inbox.AcceptAsync(Said("m1", "msteams", town.Now), CancellationToken.None));
    }

    private static Utterance Said(string key, string channel, DateTimeOffset at) =>
        new() { Channel = channel, Address = "jansen", MessageKey = key, Text = "ja", SaidAt = at };
}
