using Assistant.Bot.Dashboard.Days;
using Assistant.Bot.Pictures;
using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Residents;

namespace Assistant.Tests.Bot.Dashboard.Days;

public sealed class WeekPlanTests
{
    private static readonly DateOnly Monday = new(2026, 3, 23);
    private static readonly HomeTimeZone Zone = HomeTimeZone.Of("Europe/Amsterdam");
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Phrases");
    private static readonly PlanDrawing Drawing = new(Zone, "nl", PictureBook.Load(Folder));

    [Fact]
    public void A_week_has_its_seven_days_by_her_own_clock_also_when_it_changes()
    {
        var week = WeekPlan.Of([Walk(Monday.AddDays(5)), Walk(Monday.AddDays(6))], (Monday, 7), Drawing);

        Assert.Equal(7, week.Count);
        Assert.Equal(["14:00", "14:00"], week.SelectMany(day => day.Entries).Select(entry => entry.Time));
    }

    [Fact]
    public void What_is_at_the_same_time_is_said_on_both_sides_and_pills_are_in_nobodys_way()
    {
        var entries = WeekPlan.Of(
            [Walk(Monday), Of("appointment", "de kapper", "14:15", TimeSpan.FromHours(1)), Of(DoseSource.SourceName, "=medication.moment.noon", "14:00", null)],
            (Monday, 1),
            Drawing)[0].Entries;

        Assert.Equal([[], ["de kapper"], ["wandelen"]], entries.Select(entry => entry.Clashes));
        Assert.Equal([PictureBook.Pills, "walk", "hair"], entries.Select(entry => entry.Picture));
        Assert.Null(entries[0].Which);
    }

    [Fact]
    public void What_was_not_there_before_is_new()
    {
        var entries = WeekPlan.Of([Walk(Monday), Of("routine", "koffie", "10:30", null)], (Monday, 1), Drawing, before: [Walk(Monday)])[0].Entries;

        Assert.Equal([true, false], entries.Select(entry => entry.IsNew));
    }

    [Fact]
    public void Both_languages_have_the_same_templates_and_each_thing_of_them_has_a_picture()
    {
        var (book, pictures) = (TemplateBook.Load(Folder), PictureBook.Load(Folder));

        Assert.Equal(["en", "nl"], book.Languages.Order());
        Assert.Equal(book.In("nl").Select(template => template.Key), book.In("en").Select(template => template.Key));
        foreach (var language in book.Languages)
        {
            Assert.All(book.In(language).SelectMany(template => template.Items), item => Assert.NotEqual(PictureBook.Plain, pictures.Of(item.Title, language)));
        }
    }

    private static (string, PlannedMoment) Walk(DateOnly date) => Of("routine", "wandelen", "14:00", TimeSpan.FromMinutes(30), date);

    private static (string, PlannedMoment) Of(string source, string title, string time, TimeSpan? takes, DateOnly? on = null) => (source, new PlannedMoment
    {
        ResidentId = ResidentId.From(Guid.Parse("01900000-0000-7000-8000-0000000000ab")),
        LocalDate = on ?? Monday,
        Slot = Guid.CreateVersion7(DateTimeOffset.UnixEpoch).ToString("N"),
        At = Zone.At(on ?? Monday, TimeOnly.Parse(time, null)),
        Title = title,
        Question = "routine.done?",
        Importance = Importance.Mention,
        Validity = TimeSpan.FromMinutes(30),
        Occupies = takes,
    });
}
