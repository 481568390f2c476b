using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Medication;
using Assistant.Tests.Bot.Skills;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;
using static Assistant.Tests.Bot.Skills.PillTalk;

namespace Assistant.Tests.Scenarios;

/// <summary>"Nearly finished" is told to herself and to whom she chose, and to nobody else.</summary>
public sealed class HerDaughterHearsAWeekAheadThatPillsRunOut
{
    [TownFact]
    public async Task She_is_asked_once_when_she_counts_and_her_yes_lets_one_person_hear_it_without_the_name()
    {
        await using var talk = await CountingAsync();

        var asked = await talk.SaysAsync(Jansen, "Ik heb nog 8 pillen over");
        var noted = await talk.PressesAsync(Jansen, "Ja");
        await TakesAsync(talk);

        Assert.Contains("Mag Els het horen", asked.Text, StringComparison.Ordinal);
        Assert.Contains("Els hoort het een week van tevoren", noted.Text, StringComparison.Ordinal);
        Assert.Contains("Pillen van mevrouw Jansen zijn op", talk.Last("Els").Text, StringComparison.Ordinal);
        Assert.DoesNotContain("lisinopril", talk.Last("Els").Text, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(talk.Heard("Ria"));
        Assert.DoesNotContain("Mag Els", (await talk.SaysAsync(Jansen, "Ik heb nog 7 pillen over")).Text, StringComparison.Ordinal);
    }

    [TownFact]
    public async Task A_name_in_place_of_a_yes_is_that_person_and_a_no_is_nobody()
    {
        await using var talk = await CountingAsync();

        await talk.SaysAsync(Jansen, "Ik heb nog 8 pillen over");
        var ria = await talk.SaysAsync(Jansen, "Ria mag het weten");
        var agreed = await talk.ReadAsync(db => db.Set<ConsentGrant>().Where(g => g.Kind == SharedKind.Supplies && g.ContactId != null).ToListAsync());

        Assert.Contains("Ria hoort het", ria.Text, StringComparison.Ordinal);
        Assert.Equal((talk.IdOf("Ria"), ConsentAnswer.Given), (agreed.Single().ContactId, agreed.Single().Answer));
    }

    [TownFact]
    public async Task After_a_no_only_she_hears_it()
    {
        await using var talk = await CountingAsync();

        await talk.SaysAsync(Jansen, "Ik heb nog 8 pillen over");
        await talk.PressesAsync(Jansen, "Nee");
        await TakesAsync(talk);

        Assert.Contains(talk.Heard(Jansen), heard => heard.Text.Contains("op tijd nieuwe", StringComparison.Ordinal));
        Assert.Empty(talk.Heard("Els"));
    }

    [TownFact]
    public async Task A_count_that_was_a_mistake_is_undone_and_the_one_before_holds_again()
    {
        await using var talk = await CountingAsync();
        await talk.SaysAsync(Jansen, "Ik heb nog 8 pillen over");
        await talk.UntilAsync("2026-03-10 07:05");
        await talk.SaysAsync(Jansen, "Ik heb nog 80 pillen over");

        await talk.ReadAsync(async db =>
        {
            var last = await db.Set<RegimenChange>().OrderByDescending(c => c.Id).FirstAsync();
            var her = AccessActor.Of(talk.IdOf(Jansen), AccessRole.Resident);
            Assert.True(await new MedicationBook(db, talk.Now, her, "page").UndoAsync(last.ResidentId, last.Id, CancellationToken.None));
            return await db.SaveChangesAsync();
        });

        Assert.Equal([8m], (await talk.ReadAsync(db => db.Set<StockCount>().Where(c => c.WithdrawnAt == null).ToListAsync())).Select(c => c.Amount));
    }

    private static async Task<Talk> CountingAsync()
    {
        var talk = await MorningAsync("08:00");
        var jansen = await talk.ReadAsync(db => db.Set<Assistant.Scheduling.Residents.Resident>().SingleAsync());
        await talk.UnspokenCircleAsync(jansen, "Els", "Ria");
        return talk;
    }

    // Eight were counted; the first of them leaves seven, which is a week.
    private static async Task TakesAsync(Talk talk)
    {
        await talk.UntilAsync("2026-03-10 08:00");
        await talk.PressesAsync(Jansen, "Ja, ingenomen");
        await talk.UntilAsync("2026-03-10 08:05");
        await talk.UntilAsync("2026-03-11 08:00");
        await talk.PressesAsync(Jansen, "Ja, ingenomen");
        await talk.UntilAsync("2026-03-11 08:05");
        await talk.UntilAsync("2026-03-12 08:00");
        await talk.PressesAsync(Jansen, "Ja, ingenomen");
        await talk.UntilAsync("2026-03-12 08:05");
    }
}
