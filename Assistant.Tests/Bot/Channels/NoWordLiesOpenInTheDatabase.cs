using System.Net.Http.Json;
using System.Text;
using Assistant.Bot.Channels.WebChat;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Bot.Channels;

public sealed class NoWordLiesOpenInTheDatabase
{
    private static readonly DateOnly Since = new(2026, 1, 1);

    [TownFact]
    public async Task After_a_morning_of_talk_and_pills_the_files_hold_none_of_their_words()
    {
        await using var house = await ChannelHouse.OpenAsync();
        var person = await SettleAsync(house);
        var begun = await ChannelHouse.JsonAsync(
            await house.Http.PostAsJsonAsync("/directline/conversations", new { user = new { id = person.Value } }));
        await house.Http.PostAsJsonAsync(
            $"/directline/conversations/{begun["conversationId"]}/activities",
            new { type = "message", text = "Ik bak vandaag rabarbertaart", from = new { id = person.Value } });
        await house.Get<PlanTheDay>().RunAsync(CancellationToken.None);
        house.Clock.MoveTo(Town.SmallTown.Moment("2026-03-10 11:00"));
        await house.Get<Ticker>().TickAsync(CancellationToken.None);
        await house.Get<Ticker>().TickAsync(CancellationToken.None);

        await AllOfItHappenedAsync(house);
        var stored = await LyingAsync(house);
        Assert.Contains("lindenhof", stored, StringComparison.Ordinal);
        Assert.All(
            ["vandersmissen", "31612345678", "petanque", "acenocoumarol", "nieuwe bakker", "rabarbertaart", "serviceurl-van-ons"],
            word => Assert.DoesNotContain(word, stored, StringComparison.Ordinal));
    }

    // Rows of every table with words in it: a search that had nothing to find would prove nothing.
    private static async Task AllOfItHappenedAsync(ChannelHouse house)
    {
        await using var db = await house.DbAsync();
        Assert.True(await db.Set<ChatActivity>().CountAsync() > 1);
        Assert.True(await db.Set<InboxMessage>().AnyAsync(m => m.HandledAt != null));
        Assert.Contains(await db.Set<PlanItem>().ToListAsync(), i => i.Title.Contains("petanque", StringComparison.Ordinal));
        Assert.Contains(await db.Set<OutboundMessage>().ToListAsync(), m => m.Text?.Contains("Vandersmissen", StringComparison.Ordinal) is true);
    }

    private static async Task<PersonId> SettleAsync(ChannelHouse house)
    {
        var now = house.Clock.GetUtcNow();
        var person = await house.PersonAsync("mevrouw Vandersmissen");
        await using var db = await house.DbAsync();
        var home = new Neighbourhood { Id = NeighbourhoodId.New(now), Name = "Lindenhof", Country = "NL" };
        var resident = new Resident
        {
            Id = ResidentId.New(now), PersonId = person, NeighbourhoodId = home.Id, WayIn = "Sleutel bij de nieuwe bakker",
        };
        var point = new ContactPoint { Id = ContactPointId.New(now), Channel = "whatsapp", Address = "31612345678" };
        point.Heard(now.AddDays(-1), "serviceurl-van-ons");
        db.AddRange(home, resident, point, new Reachability { PersonId = person, ContactPointId = point.Id });
        db.AddRange(Agreed.ToTheService(resident, now));
        db.Add(new Regimen
        {
            Id = Guid.CreateVersion7(now),
            ResidentId = resident.Id,
            Medicine = "acenocoumarol",
            Dosages = [new Dosage { Text = "acenocoumarol volgens schema", Timing = new Timing { Repeat = new Repeat { TimesOfDay = [new(11, 0)] } } }],
            From = Since,
            TellsCircle = true,
        });
        db.Add(new Routine
        {
            Id = Guid.CreateVersion7(now), ResidentId = resident.Id, Title = "petanque met Odette", At = new(11, 0), Rule = "FREQ=DAILY", From = Since, Importance = Importance.Ask,
        });
        await db.SaveChangesAsync();
        return person;
    }

    // The files themselves; of a server, whatever any table of any name says.
    private static async Task<string> LyingAsync(ChannelHouse house)
    {
        if (house.Store.Address is StoreAddress.SqliteFile file)
        {
            return Lying(file.Path) + Lying(file.Path + "-wal");
        }

        await using var db = await house.DbAsync();
        var everything = await db.Database.SqlQueryRaw<string>(
            "SELECT query_to_xml('SELECT * FROM ' || oid::regclass, true, true, '')::text AS \"Value\" FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace").ToListAsync();
        return string.Concat(everything).ToLowerInvariant();
    }

    private static string Lying(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return Encoding.Latin1.GetString(bytes).ToLowerInvariant();
    }
}
