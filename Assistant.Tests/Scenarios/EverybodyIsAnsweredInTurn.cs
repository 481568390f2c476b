using Assistant.Bot.Conversation.Turns;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

/// <summary>Three people on two lines, one of them reached on both; what they say comes in through each other.</summary>
public sealed class EverybodyIsAnsweredInTurn
{
    private static readonly (string Who, string Channel)[] Places = [("Anna", "webchat"), ("Anna", "whatsapp"), ("Bep", "whatsapp"), ("Cor", "webchat")];

    [TownTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Each_hears_an_answer_to_all_she_said_in_the_order_in_which_she_said_it(int seed)
    {
        await using var street = await Street.OpenAsync("2026-03-10 10:00", "webchat", "whatsapp");
        foreach (var who in Places.Select(place => place.Who).Distinct())
        {
            await street.HousesAsync(who, [.. Places.Where(place => place.Who == who).Select(place => (place.Channel, who))]);
        }

        var dice = new Random(seed);
        for (var i = 0; i < 24; i++)
        {
            var (who, channel) = Places[dice.Next(Places.Length)];
            await street.AcceptAsync(channel, who, "hoe laat is het", null, street.Now);
            if (dice.Next(4) == 0)
            {
                await street.TickAsync();
            }
        }

        for (var look = 0; look < 24; look++)
        {
            await street.TickAsync();
        }

        var inbox = await street.ReadAsync(db => db.Set<InboxMessage>().AsNoTracking().OrderBy(m => m.ReceivedAt).ToListAsync());
        Assert.All(inbox, message => Assert.NotNull(message.HandledAt));
        Assert.Equal(inbox.Count, street["webchat"].Taken.Count + street["whatsapp"].Taken.Count);
        foreach (var (who, channel) in Places)
        {
            var said = inbox.Where(m => m.Utterance.Address == who).Select(m => m.Id).ToList();
            var answered = (await TurnOrder.OfAsync(street)).Where(said.Contains);
            Assert.Equal(said, answered);
            Assert.Equal(inbox.Count(m => m.Utterance.Address == who && m.Channel == channel), street[channel].TextsAt(who).Count);
        }
    }
}
