using Assistant.Bot.Conversation.Replies;
using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.DayPlan;
using Assistant.Tests.Bot.Skills;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

/// <summary>Mevrouw Jansen moves or calls off something she was just asked about; the buttons of that question stay where they are.</summary>
public sealed class AnOldButtonChangesNothing
{
    private const string Jansen = "mevrouw Jansen";
    private static readonly DateOnly Today = new(2026, 3, 10);

    [TownTheory]
    [InlineData("verzet wandelen naar morgen om drie uur", "Wed 11 15:00, Tue 17 14:00")]
    [InlineData("wandelen gaat vandaag niet door", "Tue 17 14:00")]
    public async Task Of_what_was_moved_or_called_off_meanwhile(string said, string left)
    {
        await using var talk = await Talk.BeginAsync("2026-03-10 13:00");
        var resident = await talk.ResidentAsync(Jansen);
        await talk.StoreAsync(new Routine
        {
            Id = Guid.CreateVersion7(talk.Now), ResidentId = resident.Id, Title = "wandelen", At = new TimeOnly(14, 0), Rule = "FREQ=WEEKLY;BYDAY=TU", From = Today, Importance = Importance.Ask,
        });
        await talk.PlanAsync();
        await talk.UntilAsync("2026-03-10 14:00");
        var old = talk.Last(Jansen).Choices[0].Value;

        Assert.StartsWith("Dit komt steeds terug: wandelen.", Plain(await talk.SaysAsync(Jansen, said)), StringComparison.Ordinal);
        await talk.SaysAsync(Jansen, "alleen deze keer");
        await talk.SaysAsync(Jansen, "ja");
        var before = await RowsAsync(talk);
        var answer = await talk.SendsAsync(Jansen, old);

        Assert.Equal("Dat staat niet meer open. Ik heb niets veranderd.", answer.Text);
        Assert.Equal(before, await RowsAsync(talk));
        var window = new PlanWindow([resident.Id], HomeTimeZone.Of(SmallTown.ZoneId), Today, Today.AddDays(8));
        var wanted = await talk.ReadAsync(db => talk.Get<DayPlanner>().WantedAsync(db, window, CancellationToken.None));
        Assert.Equal(left, string.Join(", ", wanted.OrderBy(w => w.Moment.At).Select(w => $"{w.Moment.LocalDate:ddd d} {window.Zone.TimeOf(w.Moment.At):HH:mm}")));
    }

    private static string Plain(RenderedMessage message) => message.Text.Split("programma. ")[^1];

    private static async Task<IReadOnlyList<string>> RowsAsync(Talk talk) =>
        [.. (await talk.ReadAsync(db => db.Set<PlanItem>().AsNoTracking().ToListAsync())).Select(i => $"{i.LocalDate} {i.Slot} {i.State}").Order(StringComparer.Ordinal)];
}
