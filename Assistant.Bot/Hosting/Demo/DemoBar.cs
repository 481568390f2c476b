using System.Globalization;
using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Jobs;
using Microsoft.Extensions.Localization;

namespace Assistant.Bot.Hosting.Demo;

/// <summary>What the demo's bar shows: what time it is in the story, and what comes next.</summary>
/// <param name="Day">The date in full.</param>
/// <param name="Time">The time of day, as <c>09:30</c>.</param>
/// <param name="Next">What the button will let happen.</param>
/// <param name="HasNext">Whether anything waits at all.</param>
internal sealed record DemoBar(string Day, string Time, string Next, bool HasNext)
{
    /// <summary>Reads the demo's clock.</summary>
    public static async Task<DemoBar> ReadAsync(
        DemoTime demo, IStringLocalizer<DemoTexts> texts, CancellationToken cancellationToken) =>
        Of(demo.GetUtcNow(), await demo.PeekAsync(cancellationToken), texts);

    /// <summary>Puts it into words.</summary>
    public static DemoBar Of(DateTimeOffset now, DemoMoment? next, IStringLocalizer<DemoTexts> texts)
    {
        var zone = HomeTimeZone.Of(DemoPeople.Zone);
        return new DemoBar(DayAt(zone, now, texts), TimeAt(zone, now), Words(zone, now, next, texts), next is not null);
    }

    private static string Words(HomeTimeZone zone, DateTimeOffset now, DemoMoment? next, IStringLocalizer<DemoTexts> texts)
    {
        if (next is null)
        {
            return texts["next.none"];
        }

        if (next.At <= now)
        {
            return texts["next.now"];
        }

        var what = next is { Resident: null, Kind: not NextMomentKind.Message }
            ? texts["next.somewhere"].Value
            : texts[$"next.{next.Kind}{(next.Again ? ".again" : "")}", next.Resident ?? ""].Value;
        return zone.DayOf(next.At) == zone.DayOf(now)
            ? texts["next.today", TimeAt(zone, next.At), what].Value
            : texts["next.later", DayAt(zone, next.At, texts), TimeAt(zone, next.At), what].Value;
    }

    private static string TimeAt(HomeTimeZone zone, DateTimeOffset at) => zone.TimeOf(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string DayAt(HomeTimeZone zone, DateTimeOffset at, IStringLocalizer<DemoTexts> texts) =>
        zone.DayOf(at).Date.ToString(texts["day.format"].Value, CultureInfo.CurrentCulture);
}
