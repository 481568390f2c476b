using System.Globalization;
using Assistant.Bot.Conversation.Times;
using Assistant.Scheduling.Calendar;
using Assistant.Tests.Town;

namespace Assistant.Tests.Bot.Conversation.Times;

/// <summary>Reads sentences as somebody at home in Amsterdam, and writes what they mean in one line.</summary>
internal static class Reading
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Phrases");

    public static TimeReader Reader => TownBooks.Times;

    public static HomeTimeZone Amsterdam { get; } = HomeTimeZone.Of("Europe/Amsterdam");

    public static IReadOnlyList<TimeMention> Mentions(string text, string now = "2026-03-10T10:00", string language = "nl") =>
        Reader.Read(text, ContextAt(now, language));

    public static string Of(string text, string now = "2026-03-10T10:00", string language = "nl") =>
        string.Join(" + ", Mentions(text, now, language).Select(Write));

    public static TimeContext ContextAt(string now, string language = "nl") =>
        new(Amsterdam.At(DateTime.Parse(now, CultureInfo.InvariantCulture)), Amsterdam, language);

    public static string Write(TimeMention mention) => mention.Kind switch
    {
        TimeKind.Instant => Write(mention.Start, mention.Grain),
        TimeKind.Interval => $"{Write(mention.Start, mention.Grain)} / {Write(mention.End, mention.Grain)}".Trim(),
        TimeKind.Duration => $"{mention.Seconds} s",
        _ => string.Join(' ', mention.TimesOfDay.Prepend(mention.Rrule)),
    };

    private static string Write(DateTimeOffset? bound, Grain grain)
    {
        if (bound is not { } at)
        {
            return "";
        }
        var isDate = grain >= Grain.Day && at.TimeOfDay == TimeSpan.Zero;
        return at.ToString(isDate ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
    }
}
