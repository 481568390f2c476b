using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Medication;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Bot.Skills;

/// <summary>A morning on which mevrouw Jansen has pills to take.</summary>
internal static class PillTalk
{
    public const string Jansen = "mevrouw Jansen";

    public static async Task<Talk> MorningAsync(params IReadOnlyList<string> times)
    {
        var talk = await Talk.BeginAsync("2026-03-10 07:00");
        var resident = await talk.ResidentAsync(Jansen);
        await talk.PillsAsync(resident, times);
        return talk;
    }

    public static Task<List<DoseRecord>> RecordsAsync(Talk talk) =>
        talk.ReadAsync(db => db.Set<DoseRecord>().OrderBy(r => r.Id).ToListAsync());

    public static async Task<IReadOnlyList<int>> HoursTakenAsync(Talk talk)
    {
        var taken = (await RecordsAsync(talk)).Select(r => r.PlanItemId).ToList();
        var items = await talk.ReadAsync(db => db.Set<PlanItem>().Where(i => taken.Contains(i.Id)).OrderBy(i => i.At).ToListAsync());
        return [.. items.Select(i => i.At.ToUniversalTime().Hour + 1)];
    }
}
