using Assistant.Scheduling.DayPlan;
using Assistant.Tests.Bot.Skills;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

/// <summary>"Zaterdag is Daan jarig" asks for nothing: whether it is to be on her list she is asked, with day and words.</summary>
public sealed class ABirthdaySheTellsOfIsOffered
{
    private const string Jansen = "mevrouw Jansen";

    [TownTheory]
    [InlineData("zaterdag is Daan jarig", "Zaterdag 7 maart: Daan jarig. Zal ik dat op uw lijst zetten?")]
    [InlineData("Daan is zaterdag jarig", "Zaterdag 7 maart: Daan is jarig. Zal ik dat op uw lijst zetten?")]
    [InlineData("op 14 maart is mijn kleinzoon jarig", "Zaterdag 14 maart: kleinzoon jarig. Zal ik dat op uw lijst zetten?")]
    [InlineData("zondag om drie uur komt mijn zus", "Zondag 8 maart om 15:00 uur: zus. Zal ik dat op uw lijst zetten?")]
    [InlineData("zet erin dat Daan zaterdag jarig is", "Zaterdag 7 maart: Daan jarig. Klopt dat?")]
    public async Task Day_and_words_are_repeated_and_her_yes_puts_it_there(string said, string asked)
    {
        await using var talk = await Talk.BeginAsync("2026-03-06 10:00");
        await talk.ResidentAsync(Jansen);

        Assert.EndsWith(asked, (await talk.SaysAsync(Jansen, said)).Text, StringComparison.Ordinal);
        Assert.Equal(0, await KeptAsync(talk));
        Assert.StartsWith("Het staat op uw lijst.", (await talk.SaysAsync(Jansen, "ja graag")).Text, StringComparison.Ordinal);

        Assert.Equal(1, await KeptAsync(talk));
    }

    [TownTheory]
    [InlineData("gisteren was Daan jarig")]
    [InlineData("is Daan zaterdag jarig?")]
    public async Task What_has_been_and_what_is_asked_is_not_offered(string said)
    {
        await using var talk = await Talk.BeginAsync("2026-03-06 10:00");
        await talk.ResidentAsync(Jansen);

        Assert.DoesNotContain("op uw lijst zetten", (await talk.SaysAsync(Jansen, said)).Text, StringComparison.Ordinal);
    }

    private static Task<int> KeptAsync(Talk talk) => talk.ReadAsync(db => db.Set<Appointment>().CountAsync(a => a.CancelledAt == null));
}
