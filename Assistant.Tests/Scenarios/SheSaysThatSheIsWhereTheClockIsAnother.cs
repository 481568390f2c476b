using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Bot.Skills;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;
using static Assistant.Tests.Bot.Skills.PillTalk;

namespace Assistant.Tests.Scenarios;

/// <summary>Who says where she is hears what the clock shows there, and nothing changes before her yes.</summary>
public sealed class SheSaysThatSheIsWhereTheClockIsAnother
{
    [TownFact]
    public async Task The_time_there_is_repeated_back_and_her_pills_keep_the_time_of_home_until_she_wants_otherwise()
    {
        await using var talk = await MorningAsync("08:00");

        var sure = await talk.SaysAsync(Jansen, "Ik ben nu in Londen");
        Assert.Contains("Bij u is het nu 06:00 uur", sure.Text, StringComparison.Ordinal);
        Assert.Equal("Europe/Amsterdam", await ClockAsync(talk));
        var pills = await talk.PressesAsync(Jansen, "Ja");
        Assert.Contains("op de klok daar?", pills.Text, StringComparison.Ordinal);
        await talk.PressesAsync(Jansen, "Nee");

        Assert.Equal("Europe/London", await ClockAsync(talk));
        Assert.Equal(Talk.Moment("2026-03-11 08:00"), await NextAsync(talk));
    }

    [TownFact]
    public async Task Home_again_her_clock_and_her_pills_are_those_of_home_even_where_they_had_followed_her()
    {
        await using var talk = await MorningAsync("08:00");
        await talk.SaysAsync(Jansen, "Ik zit in Portugal");
        await talk.PressesAsync(Jansen, "Ja");
        await talk.PressesAsync(Jansen, "Ja");
        Assert.Equal(Talk.Moment("2026-03-11 09:00"), await NextAsync(talk));

        var welcome = await talk.SaysAsync(Jansen, "Ik ben weer thuis");

        Assert.Contains("de klok van thuis", welcome.Text, StringComparison.Ordinal);
        Assert.Equal("Europe/Amsterdam", await ClockAsync(talk));
        Assert.Equal(Talk.Moment("2026-03-11 08:00"), await NextAsync(talk));
        Assert.Null((await talk.ReadAsync(db => db.Set<Regimen>().SingleAsync())).TimeZoneId);
    }

    [TownFact]
    public async Task A_no_changes_nothing()
    {
        await using var talk = await MorningAsync("08:00");

        await talk.SaysAsync(Jansen, "Ik ben nu in Londen");
        await talk.PressesAsync(Jansen, "Nee");

        Assert.Equal("Europe/Amsterdam", await ClockAsync(talk));
    }

    [TownFact]
    public async Task Where_a_country_has_several_clocks_the_town_is_asked_and_an_unknown_one_goes_to_the_organiser()
    {
        await using var talk = await MorningAsync("08:00");

        Assert.Contains("In welke stad", (await talk.SaysAsync(Jansen, "Ik ben in Canada")).Text, StringComparison.Ordinal);
        Assert.Contains("Bij u is het nu 02:00 uur", (await talk.SaysAsync(Jansen, "Toronto")).Text, StringComparison.Ordinal);
        await talk.PressesAsync(Jansen, "Nee");
        await talk.SaysAsync(Jansen, "Ik ben in Canada");
        var asked = await talk.SaysAsync(Jansen, "Moose Jaw");

        Assert.Contains("neemt contact met u op", asked.Text, StringComparison.Ordinal);
        Assert.Equal("Europe/Amsterdam", await ClockAsync(talk));
    }

    [TownFact]
    public async Task Where_the_clock_is_the_same_nothing_is_asked()
    {
        await using var talk = await MorningAsync("08:00");

        Assert.Contains("Er verandert niets", (await talk.SaysAsync(Jansen, "We zijn in Italië")).Text, StringComparison.Ordinal);
    }

    private static async Task<string> ClockAsync(Talk talk) =>
        (await talk.ReadAsync(db => db.Set<Person>().SingleAsync(p => p.Id == talk.IdOf(Jansen)))).TimeZoneId;

    private static Task<DateTimeOffset> NextAsync(Talk talk) => talk.ReadAsync(db => db.Set<PlanItem>()
        .Where(i => i.State == PlanItemState.Planned && i.LocalDate == new DateOnly(2026, 3, 11)).MinAsync(i => i.At));
}
