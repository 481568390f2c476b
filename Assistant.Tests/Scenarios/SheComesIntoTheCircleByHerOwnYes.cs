using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Bot.Skills;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

public sealed class SheComesIntoTheCircleByHerOwnYes
{
    private const string Jansen = "mevrouw Jansen";

    [TownFact]
    public async Task Nothing_is_asked_of_her_before_her_yes_and_she_says_at_which_hours()
    {
        await using var talk = await Talk.BeginAsync("2026-03-10 10:00");
        var jansen = await talk.ResidentAsync(Jansen);

        Assert.Equal(InvitationAnswer.Asked, await InviteAsync(talk, jansen, "Els"));
        await talk.UntilAsync("2026-03-10 10:01");
        Assert.Contains("Mevrouw Jansen vraagt u in de kring", talk.Last("Els").Text, StringComparison.Ordinal);
        Assert.Null((await MemberAsync(talk)).AcceptedAt);
        var joined = await talk.SaysAsync("Els", "ja");
        Assert.EndsWith("Mag ik u ook 's nachts iets vragen?", joined.Text, StringComparison.Ordinal);
        await talk.SaysAsync("Els", "nee");

        Assert.NotNull((await MemberAsync(talk)).AcceptedAt);
        var els = (await talk.ReadAsync(db => db.Set<Person>().ToListAsync())).Single(p => p.Name is "zij");
        Assert.Equal((new TimeOnly(22, 0), new TimeOnly(7, 0)), (els.QuietFrom, els.QuietUntil));
    }

    [TownFact]
    public async Task Who_says_no_is_not_kept_and_who_leaves_is_named_to_her()
    {
        await using var talk = await Talk.BeginAsync("2026-03-10 10:00");
        var jansen = await talk.ResidentAsync(Jansen);
        await InviteAsync(talk, jansen, "Els");
        await talk.UntilAsync("2026-03-10 10:01");
        await talk.SaysAsync("Els", "nee");
        Assert.Empty(await talk.ReadAsync(db => db.Set<CircleMember>().ToListAsync()));
        await talk.CircleAsync(jansen, "Ria");

        Assert.EndsWith("Zal ik u uit elke kring halen?", (await talk.SaysAsync("Ria", "ik wil stoppen met helpen")).Text, StringComparison.Ordinal);
        await talk.SaysAsync("Ria", "ja");

        Assert.Empty(await talk.ReadAsync(db => db.Set<CircleMember>().ToListAsync()));
        Assert.Equal("Ria staat niet meer in uw kring.", talk.Last(Jansen).Text);
        Assert.Equal("Ria staat niet meer in de kring van mevrouw Jansen.", talk.Last(Talk.Organiser).Text);
    }

    [TownFact]
    public async Task Who_leaves_while_we_wait_for_her_has_said_no()
    {
        await using var talk = await Talk.BeginAsync("2026-03-10 10:00");
        var jansen = await talk.ResidentAsync(Jansen);
        await talk.CircleAsync(jansen, "Ria", "Els");
        await talk.MeansAsync(Jansen, "checkin.unwell");
        await talk.UntilAsync("2026-03-10 10:00");

        await talk.SaysAsync("Ria", "ik ga");
        await talk.InOneTransactionAsync(async db =>
            await new CircleBook(db, talk.Now).LeaveAsync(await db.Set<Person>().SingleAsync(p => p.Id == talk.IdOf("Ria")), CancellationToken.None));
        await talk.UntilAsync("2026-03-10 10:01");

        Assert.Contains(talk.Heard("Els"), m => m.Text.Contains("Kunt u bellen of langsgaan?", StringComparison.Ordinal));
    }

    [TownFact]
    public async Task A_number_that_is_another_residents_is_refused_before_it_can_hurt()
    {
        await using var talk = await Talk.BeginAsync("2026-03-10 10:00");
        var jansen = await talk.ResidentAsync(Jansen);
        await talk.ResidentAsync("meneer Bakker");

        Assert.Equal(InvitationAnswer.PlaceOfAResident, await InviteAsync(talk, jansen, "meneer Bakker"));
        Assert.Equal(InvitationAnswer.Asked, await InviteAsync(talk, jansen, "Els"));
        Assert.Equal(InvitationAnswer.Known, await InviteAsync(talk, jansen, "Els"));
    }

    private static Task<CircleMember> MemberAsync(Talk talk) => talk.ReadAsync(db => db.Set<CircleMember>().SingleAsync());

    private static Task<InvitationAnswer> InviteAsync(Talk talk, Resident resident, string address) => talk.InOneTransactionAsync(db =>
        new CircleBook(db, talk.Now).InviteAsync(
            resident, new Invited("zij", "daughter", Talk.Channel, address, "Europe/Amsterdam"),
            AccessActor.Of(talk.IdOf(Talk.Organiser), AccessRole.Organiser), CancellationToken.None));
}
