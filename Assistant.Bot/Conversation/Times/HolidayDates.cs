using System.Globalization;

namespace Assistant.Bot.Conversation.Times;

/// <summary>Finds the date of a holiday in a year, from its recipe in <c>Phrases/holidays.yaml</c>.</summary>
/// <remarks>
/// Recipes: <c>12-25</c> a date; <c>04-27 sunday-1</c> a date, and where that is a Sunday the day before; <c>easter+49</c> days from Easter Sunday (Western); <c>2 sunday 5</c> the second Sunday
/// of May, <c>last monday 5</c> the last; <c>3 thursday 11 +1</c> the day after; <c>hijri 9-1</c> the Umm al-Qura calendar.
/// </remarks>
internal static class HolidayDates
{
    public static DateOnly? In(int year, string recipe)
    {
        var words = recipe.Split(' ');
        return year is < 1583 or > 9000 ? null
            : recipe.StartsWith("easter", StringComparison.Ordinal) ? Easter(year).AddDays(Offset(recipe[6..]))
            : words[0] == "hijri" ? Hijri(year, words[1])
            : words[0].Contains('-', StringComparison.Ordinal) ? Dated(year, words)
            : NthWeekday(year, words).AddDays(words.Length > 3 ? Offset(words[3]) : 0);
    }

    private static int Offset(string text) => text.Length == 0 ? 0 : int.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly Dated(int year, string[] words)
    {
        var parts = words[0].Split('-');
        var date = new DateOnly(year, Offset(parts[0]), Offset(parts[1]));
        var avoids = words.Length > 1 ? words[1].IndexOfAny(['+', '-']) : -1;
        return avoids > 0 && Enum.Parse<DayOfWeek>(words[1][..avoids], ignoreCase: true) == date.DayOfWeek
            ? date.AddDays(Offset(words[1][avoids..]))
            : date;
    }

    private static DateOnly NthWeekday(int year, string[] words)
    {
        var weekday = Enum.Parse<DayOfWeek>(words[1], ignoreCase: true);
        var first = new DateOnly(year, Offset(words[2]), 1);
        return words[0] == "last"
            ? DateRules.After(first.AddMonths(1).AddDays(-8), weekday)
            : DateRules.After(first.AddDays(-1), weekday).AddDays(7 * (Offset(words[0]) - 1));
    }

    /// <summary>Easter Sunday by the Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).</summary>
    private static DateOnly Easter(int year)
    {
        var century = year / 100;
        var golden = year % 19;
        var correction = (century - (century / 4) - (((8 * century) + 13) / 25) + (19 * golden) + 15) % 30;
        var moon = correction - (correction / 28 * (1 - (29 / (correction + 1) * ((21 - golden) / 11))));
        var weekday = (year + (year / 4) + moon + 2 - century + (century / 4)) % 7;
        var days = moon - weekday;
        var month = 3 + ((days + 40) / 44);
        return new DateOnly(year, month, days + 28 - (31 * (month / 4)));
    }

    private static DateOnly? Hijri(int year, string recipe)
    {
        var calendar = new UmAlQuraCalendar();
        if (year is < 1901 or > 2076)
        {
            return null;
        }
        var parts = recipe.Split('-');
        var lunar = calendar.GetYear(new DateTime(year, 1, 1));
        return Enumerable.Range(lunar, 2)
            .Select(each => DateOnly.FromDateTime(calendar.ToDateTime(each, Offset(parts[0]), Offset(parts[1]), 0, 0, 0, 0)))
            .Where(date => date.Year == year)
            .Select(date => (DateOnly?)date)
            .FirstOrDefault();
    }
}
