using Assistant.Bot.Conversation.Times;

namespace Assistant.Tests.Bot.Conversation.Times;

public sealed class HolidayDatesTests
{
    [Theory]
    [InlineData(2000, "2000-04-23")]
    [InlineData(2008, "2008-03-23")]
    [InlineData(2024, "2024-03-31")]
    [InlineData(2026, "2026-04-05")]
    [InlineData(2038, "2038-04-25")]
    public void Easter_is_where_the_almanac_has_it(int year, string expected) =>
        Assert.Equal(DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), HolidayDates.In(year, "easter"));

    [Theory]
    [InlineData("easter+39", "2026-05-14")]
    [InlineData("2 sunday 5", "2026-05-10")]
    [InlineData("last monday 5", "2026-05-25")]
    [InlineData("4 thursday 11 +1", "2026-11-27")]
    [InlineData("12-25", "2026-12-25")]
    [InlineData("hijri 10-1", "2026-03-20")]
    public void A_recipe_gives_one_date_a_year(string recipe, string expected) =>
        Assert.Equal(DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), HolidayDates.In(2026, recipe));

    [Fact]
    public void Every_holiday_of_every_language_has_a_date()
    {
        foreach (var file in Directory.EnumerateFiles(Reading.Folder, "times.yaml", SearchOption.AllDirectories))
        {
            Assert.All(YamlParts.Load(file).Entries("holidays"), day => Assert.NotNull(HolidayDates.In(2027, day.Node.Text())));
        }
    }
}
