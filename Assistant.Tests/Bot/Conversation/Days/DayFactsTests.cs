using Assistant.Bot.Conversation.Days;
using Assistant.Bot.Conversation.Times;
using Assistant.Scheduling.DayPlan.Calendars;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Bot.Conversation.Times;

namespace Assistant.Tests.Bot.Conversation.Days;

public sealed class DayFactsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly HolidayBook Holidays = HolidayBook.Load(Reading.Folder);

    private static readonly Neighbourhood Lindenhof = new()
    {
        Id = NeighbourhoodId.New(Now), Name = "Lindenhof", Country = "NL", Latitude = 52.09, Longitude = 5.12,
    };

    [Fact]
    public void A_grandson_is_told_by_name_and_by_the_age_he_becomes() =>
        Assert.Equal([new BirthdayFact("Daan", 9)], On(new DateOnly(2026, 3, 10), Born("Daan", 3, 10, 2017), Born("Sem", 3, 11, 2019)).Birthdays);

    [Fact]
    public void Whose_year_of_birth_nobody_knows_becomes_no_age() =>
        Assert.Equal([new BirthdayFact("Ria", null)], On(new DateOnly(2026, 3, 10), Born("Ria", 3, 10, null)).Birthdays);

    [Theory]
    [InlineData("2028-02-29", true)]
    [InlineData("2028-03-01", false)]
    [InlineData("2027-03-01", true)]
    [InlineData("2027-02-28", false)]
    public void Who_was_born_on_a_leap_day_has_one_birthday_every_year(string date, bool isOn) =>
        Assert.Equal(isOn, On(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), Born("Mies", 2, 29, 1940)).Birthdays.Count == 1);

    [Fact]
    public void On_the_day_itself_of_birth_nobody_becomes_an_age() =>
        Assert.Equal([new BirthdayFact("Noor", null)], On(new DateOnly(2026, 3, 10), Born("Noor", 3, 10, 2026)).Birthdays);

    [Fact]
    public void A_day_is_light_from_sunrise_to_sunset_where_she_lives()
    {
        var light = On(new DateOnly(2026, 3, 10)).Light;

        Assert.NotNull(light);
        Assert.InRange(light.Value.Sunrise, Now.AddDays(9).AddHours(-2.2), Now.AddDays(9).AddHours(-1.8));
        Assert.Null(DayFacts.Of(new DateOnly(2026, 3, 10), new Neighbourhood { Id = Lindenhof.Id, Name = "", Country = "NL" }, [], Holidays).Light);
    }

    private static DayFacts On(DateOnly date, params Birthday[] birthdays) => DayFacts.Of(date, Lindenhof, birthdays, Holidays);

    private static Birthday Born(string name, int month, int day, int? year) => new()
    {
        Id = Guid.CreateVersion7(Now), ResidentId = ResidentId.New(Now), Name = name, Month = month, Day = day, Year = year, AddedAt = Now,
    };
}
