using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Store;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Scenarios;

/// <summary>Two nodes look at one inbox. What is said in one place is answered in its order all the same.</summary>
public sealed class OnePersonIsAnsweredInOrderByEveryNode
{
    private const string Line = "whatsapp";

    [TownFact(QuickOnBoth = true)]
    public async Task While_one_node_has_her_first_sentence_the_other_leaves_the_next_two_alone_and_answers_her_neighbour()
    {
        await using var street = await OpenAsync();
        var other = street.AddNode();
        await SaysAsync(street, "Anna", "Anna", "Bep", "Anna");

        await TakeUpTheFirstAsync(street);
        await other.GetRequiredService<Ticker>().TickAsync(CancellationToken.None);

        Assert.Equal(["Bep"], await AnsweredAsync(street));
    }

    [TownFact(QuickOnBoth = true)]
    public async Task A_node_that_dies_in_the_middle_of_a_turn_gives_it_back_and_the_order_stays()
    {
        await using var street = await OpenAsync();
        var other = street.AddNode();
        await SaysAsync(street, "Anna", "Anna", "Anna");
        await TakeUpTheFirstAsync(street); // and is never heard of again

        await other.GetRequiredService<Ticker>().TickAsync(CancellationToken.None);
        Assert.Empty(await AnsweredAsync(street));
        street.Clock.MoveTo(street.Now + RowClaim.Lease);
        await other.GetRequiredService<Ticker>().TickAsync(CancellationToken.None);

        Assert.Equal(["Anna", "Anna", "Anna"], await AnsweredAsync(street));
        await InOrderAsync(street);
    }

    [TownFact(QuickOnBoth = true)]
    public async Task Whoever_takes_them_up_every_place_hears_its_answers_in_order()
    {
        await using var street = await OpenAsync();
        street.AddNode();
        for (var round = 0; round < 4; round++)
        {
            await SaysAsync(street, "Anna", "Anna", "Anna", "Bep", "Bep");
            await street.EveryNodeTicksAsync();
        }

        await street.EveryNodeTicksAsync();

        Assert.Equal(20, (await AnsweredAsync(street)).Count);
        await InOrderAsync(street);
    }

    private static async Task<Street> OpenAsync()
    {
        var street = await Street.OpenAsync("2026-03-10 10:00", Line);
        await street.HousesAsync("Anna", (Line, "Anna"));
        await street.HousesAsync("Bep", (Line, "Bep"));
        return street;
    }

    private static async Task SaysAsync(Street street, params IReadOnlyList<string> who)
    {
        foreach (var one in who)
        {
            await street.AcceptAsync(Line, one, "hoe laat is het", null, street.Now);
        }
    }

    private static async Task TakeUpTheFirstAsync(Street street)
    {
        var claimed = await street.ReadAsync(db => RowClaim.TakeUpAsync<InboxMessage>(db, street.Now, 1, CancellationToken.None));
        Assert.Single(claimed);
    }

    private static Task<List<string>> AnsweredAsync(Street street) => street.ReadAsync(async db =>
        (await db.Set<InboxMessage>().AsNoTracking().Where(m => m.HandledAt != null).OrderBy(m => m.ReceivedAt).ToListAsync())
        .Select(m => m.Utterance.Address).ToList());

    private static async Task InOrderAsync(Street street)
    {
        var said = await street.ReadAsync(db => db.Set<InboxMessage>().AsNoTracking().OrderBy(m => m.ReceivedAt).ToListAsync());
        var turns = await TurnOrder.OfAsync(street);
        foreach (var place in said.GroupBy(m => m.Utterance.Address))
        {
            var hers = place.Select(m => m.Id).ToList();
            Assert.Equal(hers, turns.Where(hers.Contains));
        }
    }
}
