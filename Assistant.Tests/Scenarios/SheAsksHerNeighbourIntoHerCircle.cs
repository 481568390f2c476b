using System.Text.RegularExpressions;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Bot.Skills;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

/// <summary>Mevrouw Jansen wants her neighbour Ria in her circle, and says so.</summary>
public sealed partial class SheAsksHerNeighbourIntoHerCircle
{
    private const string Jansen = "mevrouw Jansen";
    private const string RiasTelephone = "Ria's telephone";

    [TownTheory]
    [InlineData("ik wil mijn buurvrouw Ria erbij")]
    [InlineData("mag mijn buurvrouw ria in mijn kring")]
    [InlineData("Zet mijn buurvrouw Ria in mijn kring.")]
    public async Task She_hears_it_back_gets_a_code_to_hand_over_and_ria_says_yes_herself(string words)
    {
        await using var talk = await Talk.BeginAsync("2026-03-10 10:00");
        await talk.ResidentAsync(Jansen);

        Assert.EndsWith("Ik vraag Ria in uw kring. Klopt dat?", (await talk.SaysAsync(Jansen, words)).Text, StringComparison.Ordinal);
        var given = (await talk.SaysAsync(Jansen, "ja")).Text;
        var code = Code().Match(given).Value;
        Assert.NotEmpty(code);
        Assert.Empty(talk.Heard(RiasTelephone));

        await talk.UntilAsync("2026-03-10 10:05");
        await talk.SaysAsync(RiasTelephone, code);
        await talk.UntilAsync("2026-03-10 10:06");
        Assert.Contains(talk.Heard(RiasTelephone), m => m.Text.Contains("Mevrouw Jansen vraagt u in de kring", StringComparison.Ordinal));
        Assert.Null((await talk.ReadAsync(db => db.Set<CircleMember>().SingleAsync())).AcceptedAt);
        await talk.SaysAsync(RiasTelephone, "ja");

        var member = await talk.ReadAsync(db => db.Set<CircleMember>().SingleAsync());
        Assert.NotNull(member.AcceptedAt);
        Assert.Equal("neighbour", member.Relation);
        Assert.Equal("Ria", (await talk.ReadAsync(db => db.Set<Person>().ToListAsync())).Single(p => p.Id == member.PersonId).Name);
    }

    [TownFact]
    public async Task A_no_asks_nobody_a_missing_name_is_asked_for_and_an_old_code_brings_nobody_in()
    {
        await using var talk = await Talk.BeginAsync("2026-03-10 10:00");
        await talk.ResidentAsync(Jansen);

        await talk.SaysAsync(Jansen, "ik wil mijn buurvrouw Ria erbij");
        Assert.Equal("Goed. Ik vraag niemand.", (await talk.SaysAsync(Jansen, "nee")).Text);
        Assert.Empty(await talk.ReadAsync(db => db.Set<CircleMember>().ToListAsync()));

        Assert.EndsWith("Noem alleen de naam.", (await talk.SaysAsync(Jansen, "ik wil iemand in mijn kring")).Text, StringComparison.Ordinal);
        Assert.EndsWith("Ik vraag Ria in uw kring. Klopt dat?", (await talk.SaysAsync(Jansen, "Ria")).Text, StringComparison.Ordinal);
        var code = Code().Match((await talk.SaysAsync(Jansen, "ja")).Text).Value;
        await talk.UntilAsync("2026-03-10 10:11");

        Assert.Contains("te oud", (await talk.SaysAsync(RiasTelephone, code)).Text, StringComparison.Ordinal);
        Assert.Null((await talk.ReadAsync(db => db.Set<CircleMember>().SingleAsync())).AcceptedAt);
    }

    [TownFact]
    public async Task Who_helps_sets_her_hours_and_means_in_her_own_words()
    {
        await using var talk = await Talk.BeginAsync("2026-03-10 10:00");
        var jansen = await talk.ResidentAsync(Jansen);
        await talk.CircleAsync(jansen, "Els");
        var call = new ContactPoint { Id = ContactPointId.New(talk.Now), Channel = MeansOrder.CallChannel, Address = "+31612345678" };
        await talk.StoreAsync(call, new Reachability { PersonId = talk.IdOf("Els"), ContactPointId = call.Id });

        Assert.EndsWith("tot 08:30 uur vraag ik u niets. Behalve bij nood.", (await talk.SaysAsync("Els", "wilt u mij niet storen van 21:00 tot 8:30")).Text, StringComparison.Ordinal);
        Assert.EndsWith("Ik bel u niet meer. Behalve bij nood.", (await talk.SaysAsync("Els", "u mag mij niet bellen")).Text, StringComparison.Ordinal);
        Assert.EndsWith("Ik heb geen mailadres van u. De organisator kan het invullen.", (await talk.SaysAsync("Els", "alleen mail graag")).Text, StringComparison.Ordinal);

        var els = await talk.ReadAsync(db => db.Set<Person>().SingleAsync(p => p.Id == talk.IdOf("Els")));
        Assert.Equal((new TimeOnly(21, 0), new TimeOnly(8, 30)), (els.QuietFrom, els.QuietUntil));
        Assert.Equal(
            [call.Id], await talk.ReadAsync(db => db.Set<Reachability>().Where(r => r.IsUnwanted).Select(r => r.ContactPointId).ToListAsync()));
        Assert.EndsWith("altijd iets vragen. Dank u wel.", (await talk.SaysAsync("Els", "u mag mij altijd vragen")).Text, StringComparison.Ordinal);
    }

    [TownFact]
    public async Task On_a_telephone_that_two_share_the_reason_waits_until_the_right_one_has_answered()
    {
        await using var talk = await Talk.BeginAsync("2026-03-10 08:00");
        var jansen = await talk.ResidentAsync(Jansen);
        await talk.CircleAsync(jansen, "Els");
        var piet = await talk.IntroduceAsync("Piet");
        var shared = await talk.ReadAsync(db => db.Set<Reachability>().Where(r => r.PersonId == talk.IdOf("Els")).Select(r => r.ContactPointId).SingleAsync());
        await talk.StoreAsync(new Reachability { PersonId = piet.Id, ContactPointId = shared });
        await talk.InOneTransactionAsync(async db => await new Assistant.Scheduling.Escalation.ConcernBook(db, talk.Now)
            .RaiseAsync(Assistant.Scheduling.Escalation.ConcernKind.MissedCheckIn, jansen.Id, Guid.CreateVersion7(talk.Now), CancellationToken.None));
        await talk.UntilAsync("2026-03-10 08:01");

        var asked = talk.Last("Els").Text;
        Assert.Contains("Dag Els.", asked, StringComparison.Ordinal);
        Assert.Contains("Mevrouw Jansen kan iemand gebruiken. Kunt u even gaan kijken?", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("gehoord", asked, StringComparison.Ordinal);

        Assert.Contains("De reden: ik hoorde vandaag nog niets.", (await talk.PressesAsync("Els", "Ik ga")).Text, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\d{4} \d{4}")]
    private static partial Regex Code();
}
