using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Medication;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

/// <summary>Mevrouw Jansen is asked on WhatsApp, answers there, and later meets the same question on her tablet.</summary>
public sealed class AnsweredOnceClosedEverywhere
{
    private const string Phone = "whatsapp";
    private const string Tablet = "webchat";
    private const string Jansen = "jansen";

    [TownTheory]
    [InlineData(Phone, Tablet)]
    [InlineData(Tablet, Phone)]
    public async Task A_button_pressed_elsewhere_later_hears_when_it_was_said_and_changes_nothing(string first, string later)
    {
        await using var street = await OpenAsync(first);
        await street.UntilAsync("08:00");
        var taken = street[first].Taken.Single(m => m.Address == Jansen).Message.Choices[0].Value;
        await street.UntilAsync("08:05");
        await street.SaysAsync(first, Jansen, "Ja, ingenomen");

        await street.UntilAsync("08:30");
        await street.AcceptAsync(later, Jansen, "", ChoiceValue.TryParse(taken), street.Now);
        await street.TickAsync();

        Assert.Contains("U zei het om 08:05 uur.", street[later].TextsAt(Jansen)[^1], StringComparison.Ordinal);
        Assert.Single(await street.ReadAsync(db => db.Set<DoseRecord>().ToListAsync()));
    }

    [TownFact]
    public async Task A_bare_yes_elsewhere_later_answers_nothing_any_more()
    {
        await using var street = await OpenAsync(Phone);
        await street.UntilAsync("08:00");
        await street.SaysAsync(Phone, Jansen, "Ja");

        await street.UntilAsync("08:20");
        await street.SaysAsync(Tablet, Jansen, "Ja");

        Assert.Single(await street.ReadAsync(db => db.Set<DoseRecord>().ToListAsync()));
        Assert.Empty(await street.ReadAsync(db => db.Set<OpenQuestion>().ToListAsync()));
    }

    [TownFact]
    public async Task The_next_question_comes_where_she_last_spoke()
    {
        await using var street = await OpenAsync(Phone);
        await street.UntilAsync("08:00");

        await street.SaysAsync(Tablet, Jansen, "Ja");
        await street.UntilAsync("20:00");

        Assert.Contains("20:00", street[Tablet].TextsAt(Jansen)[^1], StringComparison.Ordinal);
        Assert.Single(street[Phone].TextsAt(Jansen));
    }

    private static async Task<Street> OpenAsync(string lastSpoke)
    {
        var street = await Street.OpenAsync("2026-03-10 07:00", Tablet, Phone);
        var jansen = await street.HousesAsync("mevrouw Jansen", (Phone, Jansen), (Tablet, Jansen));
        await street.PillsAsync(jansen, "08:00", "20:00");
        await street.SaysAsync(lastSpoke, Jansen, "Goedemorgen");
        street[lastSpoke].Forget();
        return street;
    }
}
