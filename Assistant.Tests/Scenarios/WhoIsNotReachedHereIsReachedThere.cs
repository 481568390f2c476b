using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

/// <summary>Mevrouw Jansen has WhatsApp and a tablet; she last spoke on WhatsApp.</summary>
public sealed class WhoIsNotReachedHereIsReachedThere
{
    private const string Phone = "whatsapp";
    private const string Tablet = "webchat";
    private const string Jansen = "jansen";

    [TownFact]
    public async Task What_the_first_place_refuses_goes_to_the_next_at_once_and_so_does_all_that_follows()
    {
        await using var street = await OpenAsync();
        street[Phone].Refuses();

        await street.UntilAsync("08:00");
        await street.UntilAsync("08:20");

        Assert.Equal(2, street[Tablet].TextsAt(Jansen).Count);
        Assert.Equal(1, street[Phone].Tries);
        var place = await street.PlaceAsync(Phone, Jansen);
        Assert.Equal((SmallTown.Moment("2026-03-10 08:00"), "Blocked (403)."), (place.RefusedSince, place.Fault));
    }

    [TownFact]
    public async Task What_perhaps_arrived_is_tried_again_as_a_question_and_elsewhere_when_it_fails_again()
    {
        await using var street = await OpenAsync();
        street[Phone].Fails();

        await street.UntilAsync("08:05");

        var there = Assert.Single(street[Tablet].Taken, m => m.Address == Jansen);
        Assert.Contains("Heeft u de ochtendpillen van 08:00 uur al genomen?", there.Text, StringComparison.Ordinal);
        Assert.Equal(SmallTown.Moment("2026-03-10 08:00:20"), there.At);
        Assert.Equal(2, street[Phone].Tries);
    }

    [TownFact]
    public async Task What_asks_nothing_and_perhaps_arrived_says_that_it_may_be_a_repeat()
    {
        await using var street = await OpenAsync();
        street[Phone].Fails();
        await street.SaysAsync(Phone, Jansen, "Dank u wel");
        street[Phone].Works();

        await street.UntilAsync("07:59");

        Assert.StartsWith("Misschien zei ik dit al.", Assert.Single(street[Phone].TextsAt(Jansen)), StringComparison.Ordinal);
    }

    [TownFact]
    public async Task When_she_speaks_there_again_she_is_reached_there_again()
    {
        await using var street = await OpenAsync();
        street[Phone].Refuses();
        await street.UntilAsync("08:00");
        street[Phone].Works();

        await street.SaysAsync(Phone, Jansen, "Ja");
        await street.UntilAsync("20:00");

        Assert.Equal(2, street[Phone].TextsAt(Jansen).Count);
        Assert.True((await street.PlaceAsync(Phone, Jansen)).IsWell);
    }

    [TownFact]
    public async Task News_that_it_did_not_arrive_sends_it_elsewhere_and_the_same_news_again_changes_nothing()
    {
        await using var street = await OpenAsync();
        street[Phone].TellsArrival = true;
        await street.UntilAsync("08:00");
        var news = new Receipt("whatsapp-1", MessageState.Failed) { Fault = "WhatsApp could not deliver it (code 131026).", IsFinal = true };

        Assert.True(await street.Get<Receipts>().NoteAsync(news, CancellationToken.None));
        Assert.False(await street.Get<Receipts>().NoteAsync(news, CancellationToken.None));
        await street.TickAsync();
        Assert.False(await street.Get<Receipts>().NoteAsync(news, CancellationToken.None));

        Assert.Single(street[Tablet].TextsAt(Jansen));
        var message = await street.ReadAsync(db => db.Set<OutboundMessage>().SingleAsync());
        Assert.Equal((MessageState.Accepted, (await street.PlaceAsync(Tablet, Jansen)).Id), (message.State, message.SentVia));
        Assert.NotNull((await street.PlaceAsync(Phone, Jansen)).RefusedSince);
    }

    [TownFact]
    public async Task What_no_channel_brings_the_organiser_hears_once()
    {
        await using var street = await OpenAsync();
        street[Tablet].Answers = (address, _) => Task.FromResult<DeliveryOutcome?>(
            address == Jansen ? new DeliveryOutcome.Refused("Blocked (403).") : null);
        street[Phone].Refuses();

        await street.UntilAsync("08:45");

        var alarm = Assert.Single(street[Tablet].TextsAt(Street.Organiser));
        Assert.Contains("Mijn berichten aan mevrouw Jansen komen niet aan", alarm, StringComparison.Ordinal);
        var concern = await street.ReadAsync(db => db.Set<Concern>().SingleAsync());
        Assert.Equal(ConcernKind.Undeliverable, concern.Kind);
    }

    [TownFact]
    public async Task Small_talk_that_does_not_arrive_is_nobodys_worry()
    {
        await using var street = await OpenAsync();
        await street.AcceptAsync(Phone, Jansen, "Vertel eens een grap", null, street.Now);
        street[Phone].Refuses();
        street[Tablet].Refuses();

        await street.TickAsync();

        Assert.Empty(await street.ReadAsync(db => db.Set<Concern>().ToListAsync()));
    }

    [TownFact]
    public async Task Who_is_asked_to_look_and_cannot_be_reached_is_not_waited_for()
    {
        await using var street = await OpenAsync(circle: "Ria");
        street["sms"].Refuses();

        await street.SaysAsync(Phone, Jansen, "Ik voel me niet zo lekker");
        await street.TickAsync();

        Assert.Single(street[Tablet].TextsAt(Street.Organiser));
    }

    private static async Task<Street> OpenAsync(string? circle = null)
    {
        var street = await Street.OpenAsync("2026-03-10 07:00", Tablet, Phone, "sms");
        var jansen = await street.HousesAsync("mevrouw Jansen", (Phone, Jansen), (Tablet, Jansen));
        if (circle is not null)
        {
            await street.MeetsAsync(circle, ("sms", circle));
            await street.JoinsAsync(jansen, circle);
        }

        // She last spoke on her telephone.
        await street.ReadAsync(db => db.Set<ContactPoint>().Where(p => p.Channel == Phone)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.LastHeardAt, street.Now.AddHours(-10))));
        await street.PillsAsync(jansen, "08:00", "20:00");
        return street;
    }
}
