using System.Collections;
using System.Globalization;
using System.Resources;
using Assistant.Bot.Dashboard;
using Assistant.Bot.Dashboard.Calendars;
using Assistant.Bot.Dashboard.Concerns;
using Assistant.Bot.Dashboard.Consents;
using Assistant.Bot.Dashboard.Days;
using Assistant.Bot.Dashboard.Failures;
using Assistant.Bot.Dashboard.Medication;
using Assistant.Bot.Dashboard.Today;
using Assistant.Bot.Hosting.Demo;
using Assistant.Bot.Hosting.Start;
using Assistant.Bot.Pictures;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.DayPlan.Calendars;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Residents;

namespace Assistant.Tests.Bot.Dashboard;

public sealed class PageTextsTests
{
    [Theory]
    [InlineData(typeof(PageTexts))]
    [InlineData(typeof(DemoTexts))]
    [InlineData(typeof(StartTexts))]
    [InlineData(typeof(MedicationTexts))]
    [InlineData(typeof(DaysTexts))]
    [InlineData(typeof(PictureTexts))]
    [InlineData(typeof(CalendarTexts))]
    public void Both_languages_say_the_same_things_with_the_same_blanks(Type of)
    {
        var (dutch, english) = (Texts(of, CultureInfo.InvariantCulture), Texts(of, CultureInfo.GetCultureInfo("en")));

        Assert.NotEmpty(dutch);
        Assert.Equal(dutch.Keys.Order(), english.Keys.Order());
        Assert.All(dutch, text => Assert.Equal(Blanks(text.Value), Blanks(english[text.Key])));
        Assert.All(dutch.Values.Concat(english.Values), text => Assert.False(string.IsNullOrWhiteSpace(text)));
    }

    [Fact]
    public void Whatever_the_page_may_have_to_name_has_a_word()
    {
        var known = Texts(typeof(PageTexts), CultureInfo.InvariantCulture);
        string[] needed =
        [
            .. Keys<MomentMark>("mark"), .. Keys<MomentKind>("kind"), .. Keys<ResidentState>("state"), .. Keys<Said>("said"),
            .. Keys<ConcernState>("concern.state"), .. Keys<ConcernKind>("concern.kind"), .. Keys<ConcernOutcome>("outcome"),
            .. Keys<ConcernEventKind>("event"), .. Keys<ConcernEventKind>("event", ".who"),
            .. Keys<FailureKind>("failure"), .. Keys<FailureKind>("failure", ".who"),
            .. Keys<Mood>("mood", ".many"), .. Keys<Mood>("mood", ".more"),
            .. Keys<ConsentMark>("consent.mark"), .. Keys<ConsentSaid>("consent.said"), .. Keys<AskedHow>("consent.asked"),
            .. Keys<ConsentAnswer>("consent.answer"), .. Agreement.Kinds.Select(kind => $"consent.kind.{kind}"),
            .. Keys<ServiceEnd>("consent.end"), .. Keys<ServiceEnd>("consent.end", ".sure"), .. Keys<ServiceEnd>("consent.end", ".told"),
            .. Keys<ServiceEnd>("consent.end", ".do"),
            .. ConcernView.Endings.Select(ending => $"ending.{ending}"),
        ];

        Assert.All(needed, key => Assert.Contains(key, known.Keys));
        var days = Texts(typeof(DaysTexts), CultureInfo.InvariantCulture);
        Assert.All(
            [.. Keys<WeekSaid>("said"), .. Keys<FormDays>("days"), .. Keys<Importance>("importance", ".long")], key => Assert.Contains(key, days.Keys));
        Assert.All(
            Keys<NextMomentKind>("next").Concat(Keys<NextMomentKind>("next", ".again")),
            key => Assert.Contains(key, Texts(typeof(DemoTexts), CultureInfo.InvariantCulture).Keys));
    }

    [Fact]
    public void Whatever_the_calendar_pages_may_have_to_name_has_a_word() => Assert.All(
        [
            .. Keys<CalendarSaid>("said"), .. Keys<CalendarFault>("fault"), .. Keys<CalendarNews>("news"),
            .. ((string[])["Daily", "Weekly", "Monthly", "Yearly"]).SelectMany(rule => new[] { $"rule.{rule}", $"rule.{rule}.n" }),
        ],
        key => Assert.Contains(key, Texts(typeof(CalendarTexts), CultureInfo.InvariantCulture).Keys));

    private static IEnumerable<string> Keys<T>(string before, string after = "")
        where T : struct, Enum => Enum.GetNames<T>().Select(name => $"{before}.{name}{after}");

    private static int Blanks(string text) => Enumerable.Range(0, 5).Count(n => text.Contains($"{{{n}}}", StringComparison.Ordinal));

    private static Dictionary<string, string> Texts(Type of, CultureInfo culture) =>
        (new ResourceManager(of).GetResourceSet(culture, createIfNotExists: true, tryParents: false) ?? throw new MissingManifestResourceException(of.Name))
        .Cast<DictionaryEntry>().ToDictionary(entry => $"{entry.Key}", entry => $"{entry.Value}");
}
