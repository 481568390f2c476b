using Assistant.Scheduling.Residents;
using Assistant.Tests.Bot.Skills;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

public sealed class ANewPlaceIsPairedByACode
{
    private const string Jansen = "mevrouw Jansen";
    private const string Tablet = "een nieuwe tablet";

    [TownFact]
    public async Task Typed_there_and_confirmed_by_her_the_place_is_hers()
    {
        await using var talk = await Talk.BeginAsync("2026-03-10 10:00");
        var jansen = await talk.ResidentAsync(Jansen);
        var code = await CodeAsync(talk, jansen.PersonId);

        Assert.Contains("op een bekend apparaat", (await talk.SaysAsync(Tablet, $"{code[..4]} {code[4..]}")).Text, StringComparison.Ordinal);
        Assert.Empty(await PlacesAsync(talk, jansen.PersonId, Tablet));
        Assert.EndsWith("Was u dat?", talk.Last(Jansen).Text, StringComparison.Ordinal);
        await talk.SaysAsync(Jansen, "ja");

        Assert.Single(await PlacesAsync(talk, jansen.PersonId, Tablet));
    }

    [TownFact]
    public async Task Her_no_pairs_nothing_and_the_code_is_used_up()
    {
        await using var talk = await Talk.BeginAsync("2026-03-10 10:00");
        var jansen = await talk.ResidentAsync(Jansen);
        var code = await CodeAsync(talk, jansen.PersonId);
        await talk.SaysAsync(Tablet, code);

        Assert.EndsWith("Goed. Er is niets gekoppeld.", (await talk.SaysAsync(Jansen, "nee")).Text, StringComparison.Ordinal);

        Assert.Contains("klopt niet", (await talk.SaysAsync(Tablet, code)).Text, StringComparison.Ordinal);
        Assert.Empty(await PlacesAsync(talk, jansen.PersonId, Tablet));
    }

    [TownFact]
    public async Task After_ten_minutes_a_code_is_no_code_and_a_new_one_voids_the_old()
    {
        await using var talk = await Talk.BeginAsync("2026-03-10 10:00");
        var jansen = await talk.ResidentAsync(Jansen);
        var old = await CodeAsync(talk, jansen.PersonId);
        var late = await CodeAsync(talk, jansen.PersonId);

        Assert.Contains("klopt niet", (await talk.SaysAsync(Tablet, old)).Text, StringComparison.Ordinal);
        await talk.UntilAsync("2026-03-10 10:10");
        Assert.Contains("klopt niet", (await talk.SaysAsync(Tablet, late)).Text, StringComparison.Ordinal);
    }

    [TownFact]
    public async Task After_five_wrong_codes_even_the_right_one_waits_ten_minutes()
    {
        await using var talk = await Talk.BeginAsync("2026-03-10 10:00");
        var jansen = await talk.ResidentAsync(Jansen);
        var code = await CodeAsync(talk, jansen.PersonId);
        var wrong = code == "00000000" ? "11111111" : "00000000";
        for (var i = 0; i < PairingBook.TriesOfOne; i++)
        {
            await talk.SaysAsync(Tablet, wrong);
        }

        Assert.Contains("te veel verkeerde codes", (await talk.SaysAsync(Tablet, code)).Text, StringComparison.Ordinal);
    }

    [TownFact]
    public async Task A_guesser_with_a_hundred_telephones_gets_no_further_and_ten_minutes_later_a_code_is_a_code_again()
    {
        await using var talk = await Talk.BeginAsync("2026-03-10 10:00");
        var jansen = await talk.ResidentAsync(Jansen);
        await talk.StoreAsync([.. Enumerable.Range(0, PairingBook.TriesOfAll).Select(_ => (object)new PairingTry
        {
            Id = Guid.CreateVersion7(talk.Now), ContactPointId = ContactPointId.New(talk.Now), At = talk.Now,
        })]);

        Assert.Contains("te veel verkeerde codes", (await talk.SaysAsync(Tablet, await CodeAsync(talk, jansen.PersonId))).Text, StringComparison.Ordinal);

        await talk.UntilAsync("2026-03-10 10:10");
        Assert.Contains("op een bekend apparaat", (await talk.SaysAsync(Tablet, await CodeAsync(talk, jansen.PersonId))).Text, StringComparison.Ordinal);
    }

    [TownFact]
    public async Task Nobody_is_given_a_sixth_code_within_the_hour()
    {
        await using var talk = await Talk.BeginAsync("2026-03-10 10:00");
        var jansen = await talk.ResidentAsync(Jansen);
        for (var i = 0; i < PairingBook.CodesAnHour; i++)
        {
            await CodeAsync(talk, jansen.PersonId);
        }

        Assert.Null(await talk.InOneTransactionAsync(db => new PairingBook(db, talk.Now).IssueAsync(jansen.PersonId, CancellationToken.None)));
    }

    private static async Task<string> CodeAsync(Talk talk, PersonId person) =>
        await talk.InOneTransactionAsync(db => new PairingBook(db, talk.Now).IssueAsync(person, CancellationToken.None))
            ?? throw new InvalidOperationException("She was given no code.");

    private static Task<List<Reachability>> PlacesAsync(Talk talk, PersonId person, string address) => talk.ReadAsync(async db =>
    {
        var point = await ContactPoints.At(db, Talk.Channel, address).Select(p => p.Id).SingleAsync();
        return await db.Set<Reachability>().Where(r => r.PersonId == person && r.ContactPointId == point).ToListAsync();
    });
}
