using Assistant.Scheduling.CheckIns;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.DayPlan.Calendars;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Bot.Skills;
using Assistant.Tests.Town;

namespace Assistant.Tests.Scenarios;

public sealed class SheHearsHerDayInAFewSentences
{
    private const string Jansen = "mevrouw Jansen";

    // A Tuesday.
    private static readonly DateOnly Today = new(2026, 3, 10);

    [TownFact]
    public async Task Five_things_are_told_and_the_rest_when_she_wants_more()
    {
        await using var talk = await TalkAsync(
            ("08:00", "ontbijten"), ("09:00", "de post"), ("10:00", "koffie"), ("12:00", "eten"), ("14:00", "wandelen"), ("16:00", "thee"), ("18:00", "soep"));

        var day = await talk.SaysAsync(Jansen, "wat heb ik vandaag");
        Assert.Contains("wandelen", day.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("thee", day.Text, StringComparison.Ordinal);
        Assert.EndsWith("\nWilt u meer horen?", day.Text, StringComparison.Ordinal);

        var more = await talk.SaysAsync(Jansen, "meer");
        Assert.EndsWith("\n16:00 uur: thee.\n18:00 uur: soep.", more.Text, StringComparison.Ordinal);
    }

    [TownFact]
    public async Task What_was_is_not_told_as_coming_and_a_part_of_the_day_is_that_part()
    {
        await using var talk = await TalkAsync(("08:00", "ontbijten"), ("10:00", "koffie"), ("14:00", "wandelen"), ("20:00", "de krant"));
        await talk.UntilAsync("2026-03-10 11:00");

        var rest = await talk.SaysAsync(Jansen, "wat staat er vandaag op de agenda");
        Assert.EndsWith("\n14:00 uur: wandelen.\n20:00 uur: de krant.", rest.Text, StringComparison.Ordinal);
        Assert.EndsWith("\n14:00 uur: wandelen.", (await talk.SaysAsync(Jansen, "wat heb ik vanmiddag")).Text, StringComparison.Ordinal);
        Assert.Contains("niets", (await talk.SaysAsync(Jansen, "wat heb ik vannacht")).Text, StringComparison.Ordinal);

        await talk.UntilAsync("2026-03-11 09:00");
        Assert.StartsWith("Dit stond er gisteren op uw lijst:", (await talk.SaysAsync(Jansen, "wat had ik gisteren op de agenda")).Text.Split("programma. ")[^1], StringComparison.Ordinal);
    }

    [TownFact]
    public async Task A_week_is_told_by_what_is_not_so_every_day_also_beyond_what_is_planned()
    {
        await using var talk = await TalkAsync(("08:00", "ontbijten"));
        var resident = await talk.ReadAsync(db => Task.FromResult(db.Set<Resident>().Single()));
        await talk.StoreAsync(
            Does(talk, resident, "14:00", "de kaartclub", "FREQ=WEEKLY;BYDAY=SA"), Does(talk, resident, "10:00", "de kapper", "FREQ=WEEKLY;BYDAY=TH"));
        await talk.PlanAsync();

        var week = await talk.SaysAsync(Jansen, "wat heb ik deze week");

        Assert.EndsWith("\nOvermorgen om 10:00 uur: de kapper.\nZaterdag 14 maart om 14:00 uur: de kaartclub.", week.Text, StringComparison.Ordinal);
        Assert.Contains("kaartclub", (await talk.SaysAsync(Jansen, "wat staat er zaterdag")).Text, StringComparison.Ordinal);
    }

    [TownFact]
    public async Task The_first_question_of_the_morning_tells_the_day_and_whose_birthday_it_is()
    {
        await using var talk = await TalkAsync(("10:00", "koffie met Ria"));
        var resident = await talk.ReadAsync(db => Task.FromResult(db.Set<Resident>().Single()));
        await talk.StoreAsync(
            new Birthday { Id = Guid.CreateVersion7(talk.Now), ResidentId = resident.Id, Name = "Daan", Month = 3, Day = 10, Year = 2018, AddedAt = talk.Now },
            new CheckInSchedule
            {
                Id = Guid.CreateVersion7(talk.Now), ResidentId = resident.Id, At = new TimeOnly(8, 30), Rule = "FREQ=DAILY", From = Today, Grace = TimeSpan.FromHours(1),
            });
        await talk.PlanAsync();

        await talk.UntilAsync("2026-03-10 08:30");

        var question = talk.Last(Jansen);
        Assert.Contains("dinsdag 10 maart. Daan is jarig en wordt 8. Op uw lijst staat: koffie met Ria om 10:00 uur.", question.Text, StringComparison.Ordinal);
        Assert.Equal(2, question.Choices.Count);
        Assert.DoesNotContain("koffie", (await talk.SaysAsync(Jansen, "goedemorgen")).Text, StringComparison.Ordinal);
    }

    [TownFact]
    public async Task Her_own_good_morning_is_answered_with_the_day_once()
    {
        await using var talk = await TalkAsync(("10:00", "koffie met Ria"));

        Assert.Contains("koffie met Ria om 10:00 uur", (await talk.SaysAsync(Jansen, "goedemorgen")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("koffie", (await talk.SaysAsync(Jansen, "goedemorgen")).Text, StringComparison.Ordinal);
    }

    [TownFact]
    public async Task What_another_calendar_brought_is_one_sentence_of_the_next_morning_and_of_no_other()
    {
        await using var talk = await TalkAsync(("10:00", "koffie met Ria"));
        var resident = await talk.ReadAsync(db => Task.FromResult(db.Set<Resident>().Single()));
        var calendar = new OtherCalendar
        {
            Id = Guid.CreateVersion7(talk.Now), ResidentId = resident.Id, Name = "Els", Address = "https://calendar.example/els.ics",
            AddedBy = talk.IdOf(Talk.Organiser), AddedAt = talk.Now,
        };
        await talk.StoreAsync(calendar);
        await talk.StoreAsync(new Appointment
        {
            Id = AppointmentId.New(talk.Now), ResidentId = resident.Id, Title = "oogarts", Date = Today.AddDays(9), At = new TimeOnly(9, 0),
            Importance = Importance.Mention, AddedBy = talk.IdOf(Talk.Organiser), Calendar = calendar.Id,
        });

        Assert.Contains("Nieuw uit een andere agenda: 1 afspraak.", (await talk.SaysAsync(Jansen, "goedemorgen")).Text, StringComparison.Ordinal);
        await talk.UntilAsync("2026-03-11 07:45");
        await talk.PlanAsync();
        Assert.DoesNotContain("Nieuw uit", (await talk.SaysAsync(Jansen, "goedemorgen")).Text, StringComparison.Ordinal);
    }

    private static async Task<Talk> TalkAsync(params (string At, string What)[] routines)
    {
        var talk = await Talk.BeginAsync("2026-03-10 07:30");
        var resident = await talk.ResidentAsync(Jansen);
        await talk.StoreAsync([.. routines.Select(one => Does(talk, resident, one.At, one.What, "FREQ=DAILY"))]);
        await talk.PlanAsync();
        return talk;
    }

    private static Routine Does(Talk talk, Resident resident, string at, string what, string rule) => new()
    {
        Id = Guid.CreateVersion7(talk.Now),
        ResidentId = resident.Id,
        Title = what,
        At = TimeOnly.Parse(at, System.Globalization.CultureInfo.InvariantCulture),
        Rule = rule,
        From = new DateOnly(2026, 1, 1),
        Importance = Importance.Mention,
    };
}
