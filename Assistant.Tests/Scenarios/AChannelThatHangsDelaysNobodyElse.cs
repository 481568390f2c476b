using Assistant.Bot.Conversation.Replies;
using Assistant.Scheduling.Delivery;
using Assistant.Tests.Town;

namespace Assistant.Tests.Scenarios;

/// <summary>Twelve people on WhatsApp, which takes every message in and never answers; one on her tablet.</summary>
public sealed class AChannelThatHangsDelaysNobodyElse
{
    private const string Hanging = "whatsapp";
    private const string Well = "webchat";

    [TownFact]
    public async Task Who_is_reached_elsewhere_hears_at_once_also_what_comes_due_while_it_hangs()
    {
        await using var street = await OpenAsync();
        street[Hanging].Hangs();
        street.Clock.MoveTo(SmallTown.Moment("2026-03-10 08:00"));

        var first = street.TickAsync();
        await street[Well].WhenAsync(line => line.TextsAt("anna").Count >= 1);
        street.Clock.MoveTo(street.Now + Dispatcher.Patience);
        await first;
        await street.AcceptAsync(Well, "anna", "Ja", null, street.Now);
        var second = street.TickAsync();
        await street[Well].WhenAsync(line => line.TextsAt("anna").Count >= 2);

        // Not one of the twelve has come back yet, and no more than a few were ever let in.
        Assert.Equal(SmallTown.Moment("2026-03-10 08:00:01"), street.Now);
        Assert.Equal(Dispatcher.SideBySide, street[Hanging].MostTogether);
        street.Clock.MoveTo(street.Now + ChannelGate.Patience);
        await second;
    }

    [TownFact]
    public async Task When_it_answers_again_everybody_hears_his_question_once()
    {
        await using var street = await OpenAsync();
        street[Hanging].Hangs();
        street.Clock.MoveTo(SmallTown.Moment("2026-03-10 08:00"));
        var first = street.TickAsync();
        await street[Hanging].WhenAsync(line => line.Tries >= Dispatcher.SideBySide);

        street[Hanging].Works();
        street.Clock.MoveTo(street.Now + ChannelGate.Patience);
        await first;
        await street.Get<Dispatcher>().AllSentAsync();
        await street.UntilAsync("08:02");

        Assert.Equal(12, street[Hanging].Taken.Select(m => m.Address).Distinct().Count());
        Assert.Equal(12, street[Hanging].Taken.Count);
    }

    private static async Task<Street> OpenAsync()
    {
        var street = await Street.OpenAsync("2026-03-10 07:00", Well, Hanging);
        for (var i = 0; i < 12; i++)
        {
            await street.PillsAsync(await street.HousesAsync($"bewoner {i}", (Hanging, $"{i}")), "08:00");
        }

        await street.PillsAsync(await street.HousesAsync("Anna", (Well, "anna")), "08:00");
        await street.TickAsync();
        return street;
    }
}
