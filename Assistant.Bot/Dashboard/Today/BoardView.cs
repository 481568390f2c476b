using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Localization;

namespace Assistant.Bot.Dashboard.Today;

/// <summary>What the board's views are given.</summary>
internal sealed record BoardView(Watch Watch, Board Board, WallClock Clock, IStringLocalizer<PageTexts> Texts, PageAddress Address)
{
    /// <summary>The same for the same content in the same words: an entity tag (RFC 9110 §8.8.3).</summary>
    /// <remarks>Of the moment itself only the day is on the page.</remarks>
    public string Tag()
    {
        var shown = JsonSerializer.SerializeToUtf8Bytes(new
        {
            Board = Board with { At = Watch.Zone.DayOf(Board.At).Start },
            Watch.NeighbourhoodName,
            Watch.OrganiserName,
            Address,
            CultureInfo.CurrentUICulture.Name,
        });
        return $"\"{Convert.ToHexString(SHA256.HashData(shown)[..16])}\"";
    }
}
