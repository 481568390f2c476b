using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Medication;
using Microsoft.Extensions.Localization;

namespace Assistant.Bot.Pictures;

/// <summary>One thing of the day as it is drawn.</summary>
/// <param name="Picture">The name of its picture.</param>
/// <param name="Title">What it is; a medicine is only its moment. Empty where the page names it by its picture.</param>
/// <param name="Time">By her clock, as <c>10:30</c>.</param>
/// <param name="At">The same as machines read it.</param>
/// <param name="Place">Where it stands, seen from now.</param>
/// <param name="Mark">What became of it.</param>
internal sealed record StripCard(string Picture, string Title, string Time, string At, StripPlace Place, StripMark Mark)
{
    /// <summary>The key of the word under it: the mark, and where there is none the place.</summary>
    public string Word => Mark is StripMark.None or StripMark.Waiting ? $"{Place}.{Mark}" : $"{Mark}";
}

/// <summary>A day as it is drawn.</summary>
/// <param name="Date">The day she lives, on her wall calendar.</param>
/// <param name="Now">What her clock shows, as <c>10:15</c>.</param>
/// <param name="Near">What is close to now.</param>
/// <param name="Whole">All of it.</param>
/// <param name="NowAt">Before which of all the line of now goes.</param>
internal sealed record StripView(DateOnly Date, string Now, IReadOnlyList<StripCard> Near, IReadOnlyList<StripCard> Whole, int NowAt)
{
    private const string SayKey = "=";

    /// <summary>Draws a day.</summary>
    /// <param name="items">Its rows.</param>
    /// <param name="at">The moment, and the lived day it falls in.</param>
    /// <param name="language">Hers, in which the titles are.</param>
    /// <param name="pictures">Which picture a title gets.</param>
    public static StripView Of(
        IEnumerable<PlanItem> items, (LocalDay Day, DateTimeOffset Now) at, string language, PictureBook pictures)
    {
        var strip = DayStrip.Of(items, at.Now);
        var cards = strip.Items.ToDictionary(item => item, item => Card(item, at.Day.Zone, language, pictures));
        return new StripView(
            at.Day.Date,
            Clock(at.Day.Zone.TimeOf(at.Now)),
            [.. strip.Near.Select(item => cards[item])],
            [.. strip.Items.Select(item => cards[item])],
            strip.NowAt);
    }

    /// <summary>The same for the same content in the same language: an entity tag (RFC 9110 §8.8.3).</summary>
    public string Tag()
    {
        var shown = JsonSerializer.SerializeToUtf8Bytes(new { Strip = this, CultureInfo.CurrentUICulture.Name });
        return $"\"{Convert.ToHexString(SHA256.HashData(shown)[..16])}\"";
    }

    /// <summary>What is written on a card.</summary>
    public static string Title(StripCard card, IStringLocalizer<PictureTexts> texts) =>
        card.Title.StartsWith(SayKey, StringComparison.Ordinal) ? texts[card.Title[SayKey.Length..]].Value : card.Title;

    /// <summary>A time of the day, as <c>09:30</c>.</summary>
    public static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static StripCard Card(StripItem item, HomeTimeZone zone, string language, PictureBook pictures) => new(
        item.Item.Source is DoseSource.SourceName ? PictureBook.Pills : pictures.Of(item.Item.Title, language),
        item.Item.Title,
        Clock(zone.TimeOf(item.Item.At)),
        item.Item.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        item.Place,
        item.Mark);
}
