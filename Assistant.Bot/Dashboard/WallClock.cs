using System.Globalization;
using Assistant.Scheduling.Calendar;
using Microsoft.Extensions.Localization;

namespace Assistant.Bot.Dashboard;

/// <summary>Tells moments as one person would: by her own clock, with the day only where it is not today.</summary>
internal sealed record WallClock(HomeTimeZone Zone, DateTimeOffset Now, IStringLocalizer<PageTexts> Texts)
{
    /// <summary>The time of day, as <c>09:30</c>.</summary>
    public string Time(DateTimeOffset at) => Zone.TimeOf(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The day in full, as <c>dinsdag 10 maart</c>.</summary>
    public string Day(DateTimeOffset at) =>
        Zone.DayOf(at).Date.ToString(Texts["day.format"].Value, CultureInfo.CurrentCulture);

    /// <summary>A moment: the time alone today, with its day before or after that.</summary>
    public string When(DateTimeOffset at)
    {
        var day = Zone.DayOf(at).Date;
        return (Zone.DayOf(Now).Date.DayNumber - day.DayNumber) switch
        {
            0 => Time(at),
            1 => Texts["day.yesterday", Time(at)].Value,
            _ => Texts["day.other", day.ToString(Texts["day.format"].Value, CultureInfo.CurrentCulture), Time(at)].Value,
        };
    }

    /// <summary>A moment as machines read it, for the <c>time</c> element.</summary>
    public static string Machine(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
