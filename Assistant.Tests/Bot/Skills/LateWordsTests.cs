using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Medication;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Bot.Skills;

/// <summary>What a channel delivers days later is about the day on which it was said.</summary>
public sealed class LateWordsTests
{
    private static readonly DateOnly Tuesday = new(2026, 3, 10);
    private static readonly DateOnly Friday = new(2026, 3, 13);

    [TownFact]
    public async Task A_yes_of_three_days_ago_does_not_answer_todays_question()
    {
        await using var talk = await AskedOnFridayAsync();

        await talk.SaidAsync("Anna", "ja", "2026-03-10 08:05");

        Assert.Empty(await NotedAsync(talk));
        await talk.SaysAsync("Anna", "ja");
        Assert.Equal([Friday], await NotedAsync(talk));
    }

    [TownFact]
    public async Task Pills_that_were_taken_three_days_ago_are_noted_for_that_day()
    {
        await using var talk = await AskedOnFridayAsync();

        await talk.SaidAsync("Anna", "ik heb mijn pillen genomen", "2026-03-10 08:05");

        Assert.Equal([Tuesday], await NotedAsync(talk));
        Assert.Equal(PlanItemState.Open, await talk.ReadAsync(db => db.Set<PlanItem>()
            .Where(i => i.LocalDate == Friday && i.Source == DoseSource.SourceName).Select(i => i.State).SingleAsync()));
    }

    [TownFact]
    public async Task A_yes_that_is_a_few_minutes_on_its_way_answers_as_ever()
    {
        await using var talk = await AskedOnFridayAsync();

        await talk.SaidAsync("Anna", "ja", "2026-03-13 07:59:40");

        Assert.Equal([Friday], await NotedAsync(talk));
    }

    private static async Task<Talk> AskedOnFridayAsync()
    {
        var talk = await Talk.BeginAsync("2026-03-10 07:00");
        await talk.PillsAsync(await talk.ResidentAsync("Anna"), "08:00");
        foreach (var moment in (string[])["2026-03-10 08:00", "2026-03-11 20:00", "2026-03-13 06:00", "2026-03-13 08:00"])
        {
            await talk.UntilAsync(moment);
            await talk.PlanAsync();
        }

        return talk;
    }

    private static Task<List<DateOnly>> NotedAsync(Talk talk) => talk.ReadAsync(db => (
        from record in db.Set<DoseRecord>()
        join item in db.Set<PlanItem>() on record.PlanItemId equals item.Id
        select item.LocalDate).ToListAsync());
}
