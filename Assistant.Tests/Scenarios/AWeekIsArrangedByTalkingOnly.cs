using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Bot.Skills;
using Assistant.Tests.Town;

namespace Assistant.Tests.Scenarios;

/// <summary>
/// Mevrouw Jansen and her daughter Els arrange a week by nothing but sentences: a club, visits, a hospital appointment
/// that moves, a grandson's birthday. Then the week is lived, and she hears of each thing on its day.
/// </summary>
public sealed class AWeekIsArrangedByTalkingOnly
{
    private const string Jansen = "mevrouw Jansen";

    [TownFact]
    public async Task Club_visits_a_moved_hospital_appointment_and_a_birthday()
    {
        await using var talk = await Talk.BeginAsync("2026-03-06 10:00");
        var resident = await talk.ResidentAsync(Jansen);
        await talk.CircleAsync(resident, "Els");

        await YesAsync(talk, Jansen, "zet elke dinsdag om twee uur kaarten in mijn agenda", "Elke dinsdag om 14:00 uur: kaarten. Klopt dat?");
        await YesAsync(talk, Jansen, "ik heb donderdag om kwart over negen een afspraak in het ziekenhuis", "Donderdag 12 maart om 09:15 uur: ziekenhuis. Klopt dat?");
        await YesAsync(talk, Jansen, "woensdag komt Ria om drie uur koffie drinken", "Woensdag 11 maart om 15:00 uur: Ria koffie drinken. Zal ik dat op uw lijst zetten?");
        await YesAsync(talk, Jansen, "zet erin dat Daan zaterdag 14 maart jarig is", "Zaterdag 14 maart: Daan jarig. Klopt dat?");
        await YesAsync(talk, "Els", "zondag om elf uur kom ik bij mama op de koffie, zet dat in de agenda", "Voor mevrouw Jansen. Zondag 15 maart om 11:00 uur: koffie. Klopt dat?", corrected: "nee, op 15 maart");
        Assert.EndsWith("Is dat goed?", talk.Last(Jansen).Text, StringComparison.Ordinal);
        await talk.SaysAsync(Jansen, "ja");

        // The hospital rings: another day, where Ria comes for coffee; so a little later.
        Assert.EndsWith(
            "Het wordt woensdag 11 maart om 15:30 uur. Dan heeft u ook: Ria koffie drinken. Klopt dat?",
            (await talk.SaysAsync(Jansen, "verzet het ziekenhuis naar woensdag om half vier")).Text,
            StringComparison.Ordinal);
        await YesAsync(talk, Jansen, "nee, vrijdag om half elf", "Het staat op donderdag 12 maart: ziekenhuis. Het wordt vrijdag 13 maart om 10:30 uur. Klopt dat?");
        await talk.SaysAsync(Jansen, "kaarten gaat niet door");
        await YesAsync(talk, Jansen, "alleen deze keer", "Van de lijst gaat, dinsdag 10 maart: kaarten. Alleen deze keer. Klopt dat?");

        Assert.Equal(
            [
                "Wed 11 15:00 Ria koffie drinken", "Fri 13 10:30 ziekenhuis", "Sat 14 Daan jarig", "Sun 15 11:00 koffie", "Tue 17 14:00 kaarten",
            ],
            await DaysAsync(talk, resident.Id));

        foreach (var moment in new[] { "2026-03-11 14:30", "2026-03-13 10:00", "2026-03-14 08:00", "2026-03-15 10:30", "2026-03-17 13:30" })
        {
            await HearsAtAsync(talk, moment);
        }
    }

    private static async Task YesAsync(Talk talk, string who, string said, string repeated, string? corrected = null)
    {
        var asked = await talk.SaysAsync(who, said);
        asked = corrected is null ? asked : await talk.SaysAsync(who, corrected);
        Assert.EndsWith(repeated, asked.Text, StringComparison.Ordinal);
        await talk.SaysAsync(who, "ja");
    }

    private static async Task<IReadOnlyList<string>> DaysAsync(Talk talk, ResidentId resident)
    {
        var window = new PlanWindow([resident], HomeTimeZone.Of(SmallTown.ZoneId), new DateOnly(2026, 3, 9), new DateOnly(2026, 3, 18));
        var wanted = await talk.ReadAsync(db => talk.Get<DayPlanner>().WantedAsync(db, window, CancellationToken.None));
        return
        [
            .. wanted.Select(w => w.Moment).OrderBy(m => m.At)
                .Select(m => $"{m.LocalDate:ddd d} {(m.IsAllDay ? "" : $"{window.Zone.TimeOf(m.At):HH:mm} ")}{m.Title}"),
        ];
    }

    // What takes the whole day is told in the morning, all else half an hour ahead; a minute before, nothing.
    private static async Task HearsAtAsync(Talk talk, string moment)
    {
        var at = Talk.Moment(moment);
        await talk.UntilAsync($"{moment[..10]} 06:00");
        await talk.PlanAsync();
        await talk.UntilAsync($"{at.AddMinutes(-1):yyyy-MM-dd HH:mm}");
        var before = talk.Heard(Jansen).Count;
        await talk.UntilAsync(moment);
        Assert.Equal(before + 1, talk.Heard(Jansen).Count);
    }
}
