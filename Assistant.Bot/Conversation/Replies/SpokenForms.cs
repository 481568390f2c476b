using System.Globalization;

namespace Assistant.Bot.Conversation.Replies;

/// <summary>Times, dates and numbers in one language, for the eye and for the ear. All words are data.</summary>
internal sealed class SpokenForms(FormsData data)
{
    private readonly string[] numbers = Words(data.Numbers);
    private readonly string[] ordinals = Words(data.Ordinals);
    private readonly string[] hours = Words(data.Hours);
    private readonly string[] halves = Words(data.Halves);
    private readonly string[] weekdays = Words(data.Weekdays);
    private readonly string[] months = Words(data.Months);

    /// <summary>The nouns it can count.</summary>
    public IReadOnlyCollection<string> Nouns => data.Nouns.Keys;

    /// <summary>A time of the clock: "08:30 uur", "half negen".</summary>
    public string Time(DateTime local, bool spoken) => spoken ? TimeForEar(local) : data.ClockEye
        .Replace("{HH}", Two(local.Hour), StringComparison.Ordinal)
        .Replace("{h}", Plain(local.Hour % 12 is 0 ? 12 : local.Hour % 12), StringComparison.Ordinal)
        .Replace("{mm}", Two(local.Minute), StringComparison.Ordinal)
        .Replace("{half}", halves.Length > 0 ? halves[local.Hour / 12] : "", StringComparison.Ordinal);

    /// <summary>The same, where an ear could take the morning for the evening: "08:30 uur", "half negen 's ochtends".</summary>
    public string Hour(DateTime local, bool spoken) =>
        spoken ? $"{TimeForEar(local)} {data.PartsOfDay.Last(part => part.Key <= local.Hour).Value}" : Time(local, spoken);

    /// <summary>A date: "dinsdag 3 maart", "dinsdag drie maart".</summary>
    public string Date(DateOnly date, bool spoken) => (spoken ? data.DateEar : data.DateEye)
        .Replace("{weekday}", weekdays[(int)date.DayOfWeek], StringComparison.Ordinal)
        .Replace("{month}", months[date.Month - 1], StringComparison.Ordinal)
        .Replace("{d}", Plain(date.Day), StringComparison.Ordinal)
        .Replace("{count}", numbers[date.Day], StringComparison.Ordinal)
        .Replace("{ordinal}", ordinals.Length > 0 ? ordinals[date.Day - 1] : "", StringComparison.Ordinal);

    /// <summary>A day of the week: "woensdag".</summary>
    public string Weekday(DateOnly date) => weekdays[(int)date.DayOfWeek];

    /// <summary>A day as people name it on this day: "vandaag", "morgen", or its date.</summary>
    public string Day(DateOnly date, DateOnly today, bool spoken) =>
        data.Days.GetValueOrDefault(date.DayNumber - today.DayNumber) ?? Date(date, spoken);

    public string Year(int year, bool spoken) => spoken && year is > 2000 and < 2100
        ? data.YearEar.Replace("{count}", numbers[year - 2000], StringComparison.Ordinal)
        : Plain(year);

    public string Number(int number, bool spoken) =>
        spoken && number >= 0 && number < numbers.Length ? numbers[number] : Plain(number);

    /// <summary>A telephone number; for the ear digit by digit, with a rest where it shows one.</summary>
    public string Digits(string number, bool spoken) => !spoken ? number : string.Join(", ", number
        .Split(' ', '-').Where(group => group.Length > 0)
        .Select(group => string.Join(' ', group.Select(c => char.IsAsciiDigit(c) ? numbers[c - '0'] : c.ToString()))));

    /// <summary>So many of something: "1 ding", "drie dingen".</summary>
    public string Count(int number, string noun, bool spoken) =>
        $"{Number(number, spoken)} {data.Nouns[noun][number is 1 ? 0 : 1]}";

    /// <summary>Several things in one sentence: "a, b en c".</summary>
    public string List(IReadOnlyList<string> items) => items.Count < 2
        ? string.Concat(items)
        : $"{string.Join(", ", items.Take(items.Count - 1))} {data.And} {items[^1]}";

    private string TimeForEar(DateTime local)
    {
        var words = data.ClockEar.First(c => c.From <= local.Minute && local.Minute <= c.To);
        return words.Say
            .Replace("{hour}", hours[local.Hour % 12], StringComparison.Ordinal)
            .Replace("{next}", hours[(local.Hour + 1) % 12], StringComparison.Ordinal)
            .Replace("{count}", numbers[Math.Abs(local.Minute - words.Base)], StringComparison.Ordinal);
    }

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Two(int number) => number.ToString("00", CultureInfo.InvariantCulture);

    private static string[] Words(string words) =>
        words.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
