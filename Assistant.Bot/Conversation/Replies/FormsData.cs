namespace Assistant.Bot.Conversation.Replies;

/// <summary>How a language says times, dates and numbers, as it stands in <c>says/forms.yaml</c>.</summary>
/// <remarks>In a pattern: {HH} {h} {mm} {half} {hour} {next} {count} {weekday} {d} {month} {ordinal}.</remarks>
internal sealed class FormsData
{
    /// <summary>0 to 99 in words, with spaces between.</summary>
    public string Numbers { get; set; } = "";

    /// <summary>First to thirty-first in words, with spaces between; empty where dates need none.</summary>
    public string Ordinals { get; set; } = "";

    /// <summary>The hours of the dial from 12 to 11, with spaces between.</summary>
    public string Hours { get; set; } = "";

    /// <summary>Before and after noon, with a space between; empty where a clock shows 24 hours.</summary>
    public string Halves { get; set; } = "";

    /// <summary>Sunday to Saturday, with spaces between.</summary>
    public string Weekdays { get; set; } = "";

    /// <summary>January to December, with spaces between.</summary>
    public string Months { get; set; } = "";

    public string ClockEye { get; set; } = "";

    public List<ClockWords> ClockEar { get; set; } = [];

    /// <summary>From which hour on to the words for that part of the day, the first first.</summary>
    public SortedDictionary<int, string> PartsOfDay { get; set; } = [];

    public string DateEye { get; set; } = "";

    public string DateEar { get; set; } = "";

    /// <summary>The years 2001 to 2099.</summary>
    public string YearEar { get; set; } = "";

    /// <summary>Days from today to the word for that day.</summary>
    public Dictionary<int, string> Days { get; set; } = [];

    /// <summary>What stands before the last of several.</summary>
    public string And { get; set; } = "";

    /// <summary>A noun to its form for one and its form for more. Source: CLDR plural rules, one and other.</summary>
    public Dictionary<string, string[]> Nouns { get; set; } = [];

    /// <summary>These forms, with what they leave open taken from <paramref name="other"/>.</summary>
    public FormsData Over(FormsData other) => new()
    {
        Numbers = Either(Numbers, other.Numbers),
        Ordinals = Either(Ordinals, other.Ordinals),
        Hours = Either(Hours, other.Hours),
        Halves = Either(Halves, other.Halves),
        Weekdays = Either(Weekdays, other.Weekdays),
        Months = Either(Months, other.Months),
        ClockEye = Either(ClockEye, other.ClockEye),
        ClockEar = ClockEar.Count > 0 ? ClockEar : other.ClockEar,
        PartsOfDay = PartsOfDay.Count > 0 ? PartsOfDay : other.PartsOfDay,
        DateEye = Either(DateEye, other.DateEye),
        DateEar = Either(DateEar, other.DateEar),
        YearEar = Either(YearEar, other.YearEar),
        Days = Days.Count > 0 ? Days : other.Days,
        And = Either(And, other.And),
        Nouns = Nouns.Count > 0 ? Nouns : other.Nouns,
    };

    private static string Either(string own, string other) => own.Length > 0 ? own : other;
}

/// <summary>How the minutes from one to another are said: counted from the hour (0), the half (30) or the next hour (60).</summary>
internal sealed class ClockWords
{
    public int From { get; set; }

    public int To { get; set; }

    public int Base { get; set; }

    public string Say { get; set; } = "";
}
