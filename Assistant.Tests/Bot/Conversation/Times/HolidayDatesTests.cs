using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Times;

namespace Assistant.Tests.Bot.Conversation.Times;

public sealed class HolidayDatesTests
{
    private static readonly HolidayBook Book = HolidayBook.Load(Reading.Folder);

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
    public void The_kings_birthday_is_kept_a_day_sooner_where_it_falls_on_a_Sunday()
    {
        var kings = Book.Recipes["kings-day"];

        Assert.Equal((new DateOnly(2025, 4, 26), new DateOnly(2026, 4, 27)), (HolidayDates.In(2025, kings), HolidayDates.In(2026, kings)));
    }

    [Fact]
    public void Every_day_with_a_name_has_a_date() =>
        Assert.All(Book.Recipes, day => Assert.NotNull(HolidayDates.In(2027, day.Value)));

    [Fact]
    public void Every_name_of_a_day_in_a_language_is_a_day_of_the_book() =>
        Assert.All(
            Directory.EnumerateFiles(Reading.Folder, "times.yaml", SearchOption.AllDirectories),
            file => Assert.Subset(
                Book.Recipes.Keys.ToHashSet(), (YamlParts.Load(file).Map("words")?.Map("holiday")?.Entries() ?? []).Select(day => day.Name).ToHashSet()));

    [Theory]
    [InlineData("2026-04-27", "NL", "kings-day closed")]
    [InlineData("2026-04-27", "BE", "")]
    [InlineData("2026-05-04", "NL", "remembrance known")]
    [InlineData("2026-05-05", "NL", "liberation known")]
    [InlineData("2026-12-05", "NL", "saint-nicholas-eve known")]
    [InlineData("2026-12-06", "BE", "saint-nicholas known")]
    [InlineData("2026-05-10", "NL", "mothers-day known")]
    [InlineData("2026-06-21", "NL", "fathers-day known")]
    [InlineData("2026-06-14", "BE", "fathers-day known")]
    [InlineData("2026-07-21", "BE", "belgian-day closed")]
    [InlineData("2026-07-11", "BE", "flemish-day known")]
    [InlineData("2026-05-25", "BE", "whit-monday closed")]
    [InlineData("2026-04-06", "NL", "easter-monday closed")]
    [InlineData("2026-12-26", "BE", "boxing-day known")]
    [InlineData("2026-03-10", "NL", "")]
    [InlineData("2026-12-26", "", "boxing-day closed")]
    public void A_country_is_told_of_its_own_days(string date, string country, string expected) => Assert.Equal(
        expected,
        string.Join(", ", Book.On(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), country)
            .Select(day => $"{day.Key} {(day.IsClosed ? "closed" : "known")}")));

    [Theory]
    [InlineData("nl")]
    [InlineData("nl-BE")]
    [InlineData("en")]
    public void Every_day_that_is_told_has_a_name(string language)
    {
        var names = SayBook.Load(Reading.Folder).In(language).Says.Keys.Where(key => key.StartsWith("holiday.", StringComparison.Ordinal));

        Assert.Equal(Book.Keys.Select(key => $"holiday.{key}").Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
    }
}
