using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Medication;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

/// <summary>Mevrouw Jansen passes on what somebody else wrote. About her pills that says nothing.</summary>
public sealed class ForwardedWordsAreNotHerOwn
{
    private const string Phone = "whatsapp";
    private const string Jansen = "jansen";

    [TownTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task She_is_asked_whether_it_is_her_own_and_only_her_own_word_is_written_down(bool byButton)
    {
        await using var street = await OpenAsync();

        var asked = await ForwardsAsync(street, "Ik heb mijn pillen ingenomen");
        Assert.Contains("Is dit van uzelf?", asked, StringComparison.Ordinal);
        Assert.Empty(await street.ReadAsync(db => db.Set<DoseRecord>().ToListAsync()));

        await (byButton ? street.PressesAsync(Phone, Jansen, "Ja, ingenomen") : street.SaysAsync(Phone, Jansen, "ja"));
        Assert.Equal(DoseOutcome.Taken, (await street.ReadAsync(db => db.Set<DoseRecord>().SingleAsync())).Outcome);
    }

    [TownTheory]
    [InlineData("ja")]
    [InlineData("nee")]
    public async Task A_forwarded_yes_or_no_answers_nothing(string text)
    {
        await using var street = await OpenAsync();

        Assert.Contains("eigen woorden", await ForwardsAsync(street, text), StringComparison.Ordinal);
        Assert.Empty(await street.ReadAsync(db => db.Set<DoseRecord>().ToListAsync()));
        Assert.Single(await street.ReadAsync(db => db.Set<OpenQuestion>().ToListAsync()));
    }

    [TownFact]
    public async Task A_forwarded_cry_for_help_is_a_cry_for_help()
    {
        await using var street = await OpenAsync();

        Assert.Contains("112", await ForwardsAsync(street, "Help, ik ben gevallen en kan niet opstaan"), StringComparison.Ordinal);
        Assert.Single(await street.ReadAsync(db => db.Set<Concern>().ToListAsync()));
    }

    private static async Task<string> ForwardsAsync(Street street, string text)
    {
        await street.Get<Inbox>().AcceptAsync(
            new Utterance { Channel = Phone, Address = Jansen, MessageKey = text, Text = text, SaidAt = street.Now, IsForwarded = true },
            CancellationToken.None);
        await street.TickAsync();
        return street[Phone].TextsAt(Jansen)[^1];
    }

    private static async Task<Street> OpenAsync()
    {
        var street = await Street.OpenAsync("2026-03-10 07:00", Phone);
        await street.PillsAsync(await street.HousesAsync("mevrouw Jansen", (Phone, Jansen)), "08:00");
        await street.UntilAsync("08:00");
        return street;
    }
}
