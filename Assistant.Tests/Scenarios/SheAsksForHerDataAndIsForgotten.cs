using System.Text.Json.Nodes;
using Assistant.Bot.Channels.WebChat;
using Assistant.Bot.Conversation.Turns;
using Assistant.Bot.Hosting;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Bot.Commands.Keeping;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

/// <summary>Mevrouw Jansen asks what is kept of her, and later that all of it goes. Meneer Bakker lives on next door.</summary>
public sealed class SheAsksForHerDataAndIsForgotten
{
    private const string Phone = "whatsapp";
    private const string Jansen = "mevrouw Jansen";
    private const string Bakker = "meneer Bakker";

    [TownFact(QuickOnBoth = true)]
    public async Task Her_copy_holds_what_she_said_was_told_takes_and_agreed_to_and_nothing_of_her_neighbour()
    {
        await using var street = await LivedAsync();
        var file = Path.Combine(street.Store.Folder, "copy.json");

        var run = await Verbs.OnAsync(street.Store.Address, "export", Jansen, "--to", file);

        Assert.Equal((0, ""), (run.Status, run.Error));
        var copy = await File.ReadAllTextAsync(file);
        Assert.All(
            (string[])["lisinopril", Jansen, "Ik heb mijn pillen ingenomen", "jansen-thuis", "\"purpose\": \"Reminders\"", "Ria"],
            kept => Assert.Contains(kept, copy, StringComparison.Ordinal));
        Assert.DoesNotContain(Bakker, copy, StringComparison.Ordinal);
        var parts = JsonNode.Parse(copy)?["rooms"]?.AsArray().SelectMany(room => room?["parts"]?.AsArray() ?? []) ?? [];
        Assert.All(parts, part => Assert.NotEmpty($"{part?["why"]}"));
        Assert.Equal(1, await street.ReadAsync(db => db.Set<AccessWaiting>().CountAsync(w => w.Note.Contains("export")))
            + await street.ReadAsync(db => db.Set<AccessEntry>().CountAsync(e => e.Event == AccessEvent.Export)));
        (await Verbs.OnAsync(street.Store.Address, "export", Jansen, "--to", file)).IsStoppedBy("cannot be written");
        (await Verbs.OnAsync(street.Store.Address, "export", "mevrouw Niemand", "--to", file)).IsStoppedBy("There is no resident");
    }

    [TownFact(QuickOnBoth = true)]
    public async Task She_is_erased_when_her_circle_knows_and_her_neighbour_notices_nothing()
    {
        await using var street = await LivedAsync();
        var resident = await street.ReadAsync(async db => await db.Set<Resident>().SingleAsync(r => r.PersonId == street.Person(Jansen).Id));
        var who = await street.ReadAsync(db => PersonalData.OfAsync(db, resident.Id, CancellationToken.None)) ?? throw new InvalidOperationException();
        var neighbours = await RowsButHersAsync(street, resident.Id);

        (await Verbs.OnAsync(street.Store.Address, "erase", Jansen, "--yes")).IsStoppedBy("We still look after her");
        await street.ReadAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await EndOfService.EndAsync(db, resident.Id, ServiceEnd.Moved, street.Now, CancellationToken.None);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            return true;
        });
        await street.TickAsync();
        var tried = await Verbs.OnAsync(street.Store.Address, "erase", Jansen);
        Assert.Contains("Nothing was changed.", tried.Output, StringComparison.Ordinal);
        Assert.NotNull(await street.ReadAsync(db => PersonalData.OfAsync(db, resident.Id, CancellationToken.None)));

        var run = await Verbs.OnAsync(street.Store.Address, "erase", Jansen, "--yes");

        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.Contains("AccessEntry: stays.", run.Output, StringComparison.Ordinal);
        foreach (var rows in BotSetup.Holders.SelectMany(holder => holder.Rows).Where(rows => rows.StaysBecause is null))
        {
            Assert.Empty(await street.ReadAsync(db => rows.ReadAsync(db, who, CancellationToken.None)));
        }

        Assert.Equal(neighbours, await RowsButHersAsync(street, resident.Id));
        await street.UntilAsync("2026-03-11 08:00");
        Assert.Contains(street[Phone].TextsAt("bakker-thuis"), text => text.Contains("08:00", StringComparison.Ordinal));
    }

    [TownFact]
    public async Task What_was_said_goes_after_thirty_days_and_what_is_newer_stays()
    {
        await using var street = await LivedAsync();
        var person = street.Person(Jansen).Id;
        await street.StoreAsync(new ChatConversation { Id = "old", PersonId = person, StartedAt = street.Now });
        await street.StoreAsync(new ChatConversation { Id = "both", PersonId = person, StartedAt = street.Now });
        await street.StoreAsync(Line("old", 1, street.Now), Line("both", 1, street.Now), Line("both", 2, street.Now.AddDays(5)));

        street.Clock.MoveTo(street.Now.AddDays(31));
        await street.Get<EraseExpired>().RunAsync(CancellationToken.None);

        Assert.Equal(["both"], await street.ReadAsync(db => db.Set<ChatConversation>().Select(c => c.Id).ToListAsync()));
        Assert.Equal([2], await street.ReadAsync(db => db.Set<ChatActivity>().Select(a => a.Watermark).ToListAsync()));
        Assert.Empty(await street.ReadAsync(db => db.Set<InboxMessage>().ToListAsync()));
        Assert.NotEmpty(await street.ReadAsync(db => db.Set<OutboundMessage>().ToListAsync()));
    }

    private static ChatActivity Line(string conversation, long watermark, DateTimeOffset at) =>
        new() { ConversationId = conversation, Watermark = watermark, ClientKey = $"{watermark}", Json = "{}", At = at };

    private static Task<(int Items, int Messages)> RowsButHersAsync(Street street, ResidentId hers) => street.ReadAsync(async db => (
        await db.Set<PlanItem>().CountAsync(i => i.ResidentId != hers),
        await db.Set<OutboundMessage>().CountAsync(m => m.About != hers && m.About != null)));

    private static async Task<Street> LivedAsync()
    {
        var street = await Street.OpenAsync("2026-03-10 07:00", Phone);
        var jansen = await street.HousesAsync(Jansen, (Phone, "jansen-thuis"));
        await street.PillsAsync(jansen, "08:00");
        await street.AskedAtAsync(jansen, "09:00");
        await street.MeetsAsync("Ria", (Phone, "ria"));
        await street.JoinsAsync(jansen, "Ria");
        await street.PillsAsync(await street.HousesAsync(Bakker, (Phone, "bakker-thuis")), "08:00");
        await street.UntilAsync("08:00");
        await street.SaysAsync(Phone, "jansen-thuis", "Ik heb mijn pillen ingenomen");
        return street;
    }
}
