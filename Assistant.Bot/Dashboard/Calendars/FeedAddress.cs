namespace Assistant.Bot.Dashboard.Calendars;

/// <summary>By which address calendars outside reach this program; null where it has none.</summary>
internal sealed record FeedAddress(Uri? Root)
{
    /// <summary>The link of a token, as it is handed to somebody.</summary>
    public string Link(string token, HttpRequest request) =>
        new Uri(Root ?? new Uri($"{request.Scheme}://{request.Host}/"), $"calendar/{token}.ics").ToString();
}
