using Assistant.Scheduling.CheckIns;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

/// <summary>Jan and Mia share one telephone. About their pills nobody guesses.</summary>
public sealed class ACoupleOnOnePhone
{
    private const string Line = "whatsapp";
    private const string Home = "thuis";

    [TownFact]
    public async Task A_reminder_says_for_whom_it_is()
    {
        await using var street = await OpenAsync(jan: "08:00", mia: "08:00");

        await street.UntilAsync("08:16");

        var heard = street[Line].TextsAt(Home);
        Assert.Equal(4, heard.Count);
        Assert.All(heard, text => Assert.True(text.Contains("Jan") ^ text.Contains("Mia"), text));
    }

    [TownFact]
    public async Task Who_was_asked_is_who_answers()
    {
        await using var street = await OpenAsync(jan: "08:00", mia: "18:00");
        await street.UntilAsync("08:00");

        await street.SaysAsync(Line, Home, "Ja");

        Assert.Equal([("Jan", DoseOutcome.Taken)], await DosesAsync(street));
    }

    [TownFact]
    public async Task When_both_were_asked_it_asks_for_whom_and_notes_nothing_before_it_knows()
    {
        await using var street = await OpenAsync(jan: "08:00", mia: "08:00");
        await street.UntilAsync("08:00");

        var asked = await street.SaysAsync(Line, Home, "Ja, ingenomen");
        Assert.Contains(asked, (string[])["Voor wie is dat?", "Om wie gaat het?"]);
        Assert.Empty(await DosesAsync(street));

        await street.PressesAsync(Line, Home, "Mia");
        Assert.Equal([("Mia", DoseOutcome.Taken)], await DosesAsync(street));

        // Now only Jan is still asked.
        await street.SaysAsync(Line, Home, "Ja");
        Assert.Equal([("Jan", DoseOutcome.Taken), ("Mia", DoseOutcome.Taken)], await DosesAsync(street));
    }

    [TownFact]
    public async Task A_button_says_whose_it_is()
    {
        await using var street = await OpenAsync(jan: "08:00", mia: "08:00");
        await street.UntilAsync("08:00");
        var mias = street[Line].Taken.Single(m => m.Text.Contains("Mia", StringComparison.Ordinal)).Message.Choices[0].Value;

        await street.AcceptAsync(Line, Home, "", Assistant.Bot.Conversation.Turns.ChoiceValue.TryParse(mias), street.Now);
        await street.TickAsync();

        Assert.Equal([("Mia", DoseOutcome.Taken)], await DosesAsync(street));
    }

    [TownFact]
    public async Task What_was_said_before_for_whom_keeps_its_time()
    {
        await using var street = await OpenAsync(jan: "08:00", mia: "08:00");
        await street.UntilAsync("08:00");
        await street.SaysAsync(Line, Home, "Later, om half negen");

        var noted = await street.PressesAsync(Line, Home, "Mia");

        Assert.Contains("08:30", noted, StringComparison.Ordinal);
        street[Line].Forget();
        await street.UntilAsync("08:29");
        Assert.DoesNotContain(street[Line].TextsAt(Home), text => text.Contains("Mia", StringComparison.Ordinal));
        await street.UntilAsync("08:30");
        Assert.Contains(street[Line].TextsAt(Home), text => text.Contains("Mia", StringComparison.Ordinal));
    }

    [TownTheory]
    [InlineData("Jan heeft ze ingenomen", "Jan")]
    [InlineData("Ja, Mia ook hoor", "Mia")]
    public async Task A_name_says_who_is_meant(string text, string who)
    {
        await using var street = await OpenAsync(jan: "08:00", mia: "08:00");
        await street.UntilAsync("08:00");

        await street.SaysAsync(Line, Home, text);

        Assert.All(await DosesAsync(street), dose => Assert.Equal(who, dose.Who));
    }

    [TownFact]
    public async Task Pills_that_nobody_was_asked_about_are_nobodys_until_it_is_said_whose()
    {
        await using var street = await OpenAsync(jan: "12:00", mia: "12:00");
        await street.UntilAsync("11:30");

        await street.SaysAsync(Line, Home, "Ik heb mijn pillen ingenomen");

        Assert.Empty(await DosesAsync(street));
        Assert.Equal(["Jan", "Mia"], street[Line].Taken[^1].Message.Choices.Select(c => c.Title).Order());
    }

    [TownFact]
    public async Task A_sign_of_life_is_only_of_who_gave_it()
    {
        await using var street = await OpenAsync(jan: "08:00", mia: "20:00");
        foreach (var resident in await street.ReadAsync(db => db.Set<Resident>().ToListAsync()))
        {
            await street.AskedAtAsync(resident, "07:30");
        }

        await street.UntilAsync("08:00");
        await street.SaysAsync(Line, Home, "Jan voelt zich goed");

        var states = await street.ReadAsync(db => (
            from checkIn in db.Set<CheckIn>()
            join resident in db.Set<Resident>() on checkIn.ResidentId equals resident.Id
            where checkIn.State == CheckInState.Received
            select resident.PersonId).Distinct().ToListAsync());
        Assert.Equal([street.Person("Jan").Id], states);
    }

    [TownFact]
    public async Task Who_cries_for_help_is_not_asked_for_whom()
    {
        await using var street = await OpenAsync(jan: "08:00", mia: "08:00");
        await street.UntilAsync("08:00");

        await street.SaysAsync(Line, Home, "Help, ik ben gevallen en kan niet opstaan");

        Assert.Contains("112", street[Line].TextsAt(Home)[^1], StringComparison.Ordinal);
    }

    private static async Task<Street> OpenAsync(string jan, string mia)
    {
        var street = await Street.OpenAsync("2026-03-10 07:00", Line);
        await street.PillsAsync(await street.HousesAsync("Jan", (Line, Home)), jan);
        await street.PillsAsync(await street.HousesAsync("Mia", (Line, Home)), mia);
        return street;
    }

    private static Task<List<(string Who, DoseOutcome Outcome)>> DosesAsync(Street street) => street.ReadAsync(async db => (await (
        from record in db.Set<DoseRecord>()
        join item in db.Set<PlanItem>() on record.PlanItemId equals item.Id
        join resident in db.Set<Resident>() on item.ResidentId equals resident.Id
        select new { resident.PersonId, record.Outcome }).ToListAsync())
        .Select(dose => (Who: dose.PersonId == street.Person("Jan").Id ? "Jan" : "Mia", dose.Outcome)).Order().ToList());
}
