using Assistant.Bot.Dashboard.Days;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Residents;

namespace Assistant.Tests.Bot.Dashboard.Days;

public sealed class WeekReadingTests
{
    private static readonly DateOnly Today = new(2026, 3, 10);

    [Theory]
    [InlineData("10:30", 10, 30)]
    [InlineData("9.05", 9, 5)]
    [InlineData(" 7 ", 7, 0)]
    public void A_time_is_read_as_people_write_it(string written, int hour, int minute) =>
        Assert.Equal(new TimeOnly(hour, minute), WeekReading.Read(Filled(form => form.Time = written), Today).Wish?.At);

    [Theory]
    [InlineData("what", "what")]
    [InlineData("time", "time")]
    [InlineData("weekdays", "weekdays")]
    [InlineData("from", "past")]
    [InlineData("until", "until")]
    [InlineData("lasts", "lasts")]
    [InlineData("weeks", "weeks")]
    [InlineData("notice", "notice")]
    [InlineData("steps", "steps")]
    public void What_is_wrong_names_its_field(string field, string code)
    {
        var (wish, faults) = WeekReading.Read(Filled(form => Spoil(form, field)), Today);

        Assert.Null(wish);
        Assert.Equal(new WeekFault(field, code), Assert.Single(faults));
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        var faults = WeekReading.Read(new WeekForm { Time = "25:00", Lasts = "x", Days = FormDays.Once }, Today).Faults;

        Assert.Equal(["from", "lasts", "time", "what"], faults.Select(fault => fault.Field).Order());
    }

    [Fact]
    public void Words_of_ours_are_never_words_of_hers() =>
        Assert.Equal("what", Assert.Single(WeekReading.Read(Filled(form => form.What = "=medication.moment.noon"), Today).Faults).Field);

    [Fact]
    public void Steps_belong_to_what_her_days_are_made_of()
    {
        var walked = WeekReading.Read(Filled(form => form.Steps = "jas aan\n\n de deur op slot "), Today).Wish;
        var agreed = WeekReading.Read(Filled(form => (form.Steps, form.Place) = ("jas aan\nde deur op slot", "het park")), Today);

        Assert.Equal(["jas aan", "de deur op slot"], walked?.Steps ?? []);
        Assert.Equal(new WeekFault("steps", "steps.routine"), Assert.Single(agreed.Faults));
    }

    [Fact]
    public void What_is_once_or_has_a_place_is_an_appointment_and_the_rest_a_routine()
    {
        Assert.IsType<Routine>(Series(Filled()));
        Assert.IsType<Appointment>(Series(Filled(form => form.Place = "De Linde")));
        var once = Assert.IsType<Appointment>(Series(Filled(form => (form.Days, form.From) = (FormDays.Once, Today.AddDays(3)))));

        Assert.Equal((Today.AddDays(3), null), (once.Date, once.Rule));
    }

    [Theory]
    [InlineData("FREQ=DAILY")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,TH")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE")]
    public void A_rule_the_form_can_hold_comes_back_as_it_was(string rule)
    {
        var days = WeekRule.Read(rule);

        Assert.Equal(rule, days is { } read ? WeekRule.Of(read.Days, read.Weeks) : null);
    }

    [Theory]
    [InlineData("FREQ=MONTHLY;BYDAY=2TU")]
    [InlineData("FREQ=DAILY;INTERVAL=3")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO;COUNT=5")]
    [InlineData("FREQ=WEEKLY")]
    public void A_rule_the_form_cannot_hold_is_kept_as_it_is(string rule)
    {
        var series = new Appointment
        {
            Id = AppointmentId.New(DateTimeOffset.UnixEpoch), ResidentId = Ann, Title = "soos", Date = Today, At = new TimeOnly(14, 0), Rule = rule,
            Importance = Importance.Ask, AddedBy = PersonId.New(DateTimeOffset.UnixEpoch),
        };
        var form = WeekFormOf.Series(series, Today);

        Assert.Equal(FormDays.Kept, form.Days);
        Assert.Equal(rule, WeekReading.Read(form, Today, rule).Wish?.Rule);
    }

    [Fact]
    public void A_day_is_copied_only_to_where_it_is_missing()
    {
        (string Thing, string Title, TimeOnly At)[] day = [("k", "Koffie", new(10, 30)), ("w", "wandelen", new(14, 0))];
        (DayOfWeek, string, TimeOnly)[] there = [(DayOfWeek.Tuesday, "koffie", new(10, 30)), (DayOfWeek.Wednesday, "koffie", new(11, 0))];

        var missing = DayCopy.Missing(day, there, [DayOfWeek.Wednesday, DayOfWeek.Tuesday]);

        Assert.Equal(
            [("k", [DayOfWeek.Wednesday]), ("w", [DayOfWeek.Tuesday, DayOfWeek.Wednesday])],
            missing.Select(one => (one.Thing, one.On.ToArray())).ToArray(),
            (a, b) => a.Item1 == b.Item1 && a.Item2.SequenceEqual(b.Item2));
        Assert.Empty(DayCopy.Missing(day[..1], there, [DayOfWeek.Tuesday]));
    }

    private static ResidentId Ann { get; } = ResidentId.New(DateTimeOffset.UnixEpoch);

    private static IPlanSeries? Series(WeekForm form) =>
        WeekReading.Read(form, Today).Wish?.ToSeries(Ann, PersonId.New(DateTimeOffset.UnixEpoch), DateTimeOffset.UnixEpoch);

    private static WeekForm Filled(Action<WeekForm>? otherwise = null)
    {
        var form = new WeekForm { What = "wandelen", Time = "14:00", Weekdays = [DayOfWeek.Tuesday], From = Today };
        otherwise?.Invoke(form);
        return form;
    }

    private static void Spoil(WeekForm form, string field)
    {
        Action spoil = field switch
        {
            "what" => () => form.What = " ",
            "time" => () => form.Time = "half drie",
            "weekdays" => () => form.Weekdays = [],
            "from" => () => form.From = Today.AddDays(-1),
            "until" => () => form.Until = Today.AddDays(-1),
            "lasts" => () => form.Lasts = "0",
            "weeks" => () => form.Weeks = "53",
            "notice" => () => form.Notice = 7,
            _ => () => form.Steps = "maar een",
        };
        spoil();
    }
}
