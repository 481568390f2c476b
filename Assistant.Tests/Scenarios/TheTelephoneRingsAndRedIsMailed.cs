using System.Text.Json.Nodes;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Bot.Channels;
using Assistant.Tests.Bot.Channels.Email;
using Assistant.Tests.Bot.Channels.Gateway;
using Assistant.Tests.Town;

namespace Assistant.Tests.Scenarios;

/// <summary>From the ladder to the wire: Els is sent a text message, then called; Marijke is asked, and when she is silent too she is mailed.</summary>
public sealed class TheTelephoneRingsAndRedIsMailed
{
    private const string ElsText = "+31611111111";
    private const string ElsCall = "+31622222222";
    private const string MarijkeText = "+31633333333";
    private const string MarijkeMail = "marijke@example.org";

    [TownFact]
    public async Task Each_step_goes_by_its_own_means_and_a_ladder_nobody_answered_is_mailed()
    {
        await using var office = PostOffice.Open();
        await using var adapter = await Adapter.OpenAsync();
        await using var house = await ChannelHouse.OpenAsync(null, [.. office.Settings, .. adapter.Settings, "--PublicUrl=https://assistent.example/"]);
        var concern = await SettleAsync(house);

        await AtAsync(house, 0);
        Assert.Equal([ElsText], adapter.Posts.Select(To));
        await AtAsync(house, 15);
        Assert.Equal([ElsText, ElsCall], adapter.Posts.Select(To));
        Assert.Contains("Spreek ik met Els?", adapter.Posts.Last().ToJsonString(), StringComparison.Ordinal);
        await AtAsync(house, 30);
        Assert.Equal([ElsText, ElsCall, MarijkeText], adapter.Posts.Select(To));
        Assert.Empty(office.Mails);

        await AtAsync(house, 45);

        var mail = Assert.Single(office.Mails);
        Assert.Contains(MarijkeMail, mail.To, StringComparison.Ordinal);
        Assert.Contains("Niemand heeft gezegd dat hij naar mevrouw Jansen gaat.", mail.Decoded, StringComparison.Ordinal);
        Assert.DoesNotContain("Jansen", mail.Data.Split('\n').Single(line => line.StartsWith("Subject:", StringComparison.Ordinal)), StringComparison.Ordinal);
        await using var db = await house.DbAsync();
        Assert.Equal(ConcernState.Exhausted, (await db.FindAsync<Concern>(concern))?.State);
    }

    private static string? To(JsonNode post) => post["to"]?.GetValue<string>();

    private static async Task AtAsync(ChannelHouse house, int minutes)
    {
        house.Clock.MoveTo(SmallTown.Moment("2026-03-10 10:00").AddMinutes(minutes));
        for (var look = 0; look < 2; look++)
        {
            await house.Get<Ticker>().TickAsync(CancellationToken.None);
            await house.Get<Dispatcher>().AllSentAsync();
        }
    }

    private static async Task<ConcernId> SettleAsync(ChannelHouse house)
    {
        var now = house.Clock.GetUtcNow();
        await using var db = await house.DbAsync();
        var home = new Neighbourhood { Id = NeighbourhoodId.New(now), Name = "Lindenhof", Country = "NL" };
        Person Of(string name) => new() { Id = PersonId.New(now), NeighbourhoodId = home.Id, Name = name, Language = "nl", TimeZoneId = SmallTown.ZoneId };
        var (jansen, els, marijke) = (Of("mevrouw Jansen"), Of("Els"), Of("Marijke"));
        var resident = new Resident { Id = ResidentId.New(now), PersonId = jansen.Id, NeighbourhoodId = home.Id };
        db.AddRange(home, jansen, els, marijke, resident, new OrganiserDuty { NeighbourhoodId = home.Id, PersonId = marijke.Id });
        db.Add(new CircleMember { ResidentId = resident.Id, PersonId = els.Id, Relation = "daughter", AcceptedAt = now });
        db.AddRange([.. Agreed.ToTheService(resident, now), .. Agreed.ToTell(resident, els.Id, now)]);
        foreach (var (who, channel, address) in new[]
        {
            (els, MeansOrder.TextChannel, ElsText), (els, MeansOrder.CallChannel, ElsCall),
            (marijke, MeansOrder.TextChannel, MarijkeText), (marijke, MeansOrder.EmailChannel, MarijkeMail),
        })
        {
            var point = new ContactPoint { Id = ContactPointId.New(now), Channel = channel, Address = address };
            db.AddRange(point, new Reachability { PersonId = who.Id, ContactPointId = point.Id });
        }

        db.Add(new EscalationPolicy
        {
            Id = Guid.CreateVersion7(now), ResidentId = resident.Id, Kind = ConcernKind.Reported,
            Steps =
            [
                new EscalationStep(els.Id, EscalationStep.DefaultWait) { Means = Means.Text },
                new EscalationStep(els.Id, EscalationStep.DefaultWait) { Means = Means.Call },
                new EscalationStep(null, EscalationStep.DefaultWait) { Means = Means.Text },
            ],
        });
        await db.SaveChangesAsync();
        var concern = await new ConcernBook(db, now).RaiseAsync(ConcernKind.Reported, resident.Id, Guid.CreateVersion7(now), CancellationToken.None);
        await db.SaveChangesAsync();
        return concern.Id;
    }
}
