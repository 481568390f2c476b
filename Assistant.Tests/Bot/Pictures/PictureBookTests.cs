using System.Text.RegularExpressions;
using Assistant.Bot.Pictures;
using Assistant.Scheduling.DayPlan;
using Assistant.Tests.House;

namespace Assistant.Tests.Bot.Pictures;

public sealed partial class PictureBookTests
{
    private static readonly PictureBook Book = PictureBook.Load(Path.Combine(AppContext.BaseDirectory, "Phrases"));

    [Theory]
    [InlineData("koffie met Ria", "nl", "coffee")]
    [InlineData("een ommetje door het park", "nl", "walk")]
    [InlineData("Naar de KAPPER", "nl-BE", "hair")]
    [InlineData("dameskapper", "nl", "hair")]
    [InlineData("het ziekenhuis, longarts", "nl", "hospital")]
    [InlineData("groene kliko aan de straat", "nl", "bins")]
    [InlineData("verjaardag van Daan", "nl", "birthday")]
    [InlineData("warm eten", "nl", "meal")]
    [InlineData("eetcafé", "nl", "meal")]
    [InlineData("a stroll with the dog", "en", "pet")]
    [InlineData("hairdresser", "en", "hair")]
    [InlineData("coffee morning", "pl", "coffee")]
    [InlineData("Wasserette van Kees", "nl", "plain")]
    [InlineData("iets anders", "nl", "plain")]
    [InlineData("", "nl", "plain")]
    public void A_title_gets_the_picture_of_its_first_special_word(string title, string language, string picture) =>
        Assert.Equal(picture, Book.Of(title, language));

    [Fact]
    public void Every_picture_and_every_sign_under_it_is_drawn()
    {
        var drawn = Symbol().Matches(File.ReadAllText(Path.Combine(SourceTree.Root, "Assistant.Bot", "wwwroot", "icons.svg")))
            .Select(match => match.Groups[1].Value).ToHashSet();
        string[] signs =
        [
            "was-none", "now-none", "now-waiting", "next-none", "later-none", "allday-none",
            .. new[] { StripMark.Done, StripMark.LeftOut, StripMark.Unanswered }.Select(mark => mark.ToString().ToLowerInvariant()),
        ];

        Assert.All(Book.Pictures, picture => Assert.Contains($"day-{picture}", drawn));
        Assert.All(signs, sign => Assert.Contains($"strip-{sign}", drawn));
    }

    [GeneratedRegex("<symbol id=\"([^\"]+)\"")]
    private static partial Regex Symbol();
}
