using NodaTime;
using NodaTime.TimeZones;

namespace Assistant.Scheduling.Calendar;

/// <summary>Finds the zone that a file means by the name it gives.</summary>
/// <remarks>
/// Known: IANA names, also in other letters or with a dash for the slash; the same behind a maker's prefix
/// (<c>/mozilla.org/20050126_1/Europe/Brussels</c>); Windows names by CLDR's windowsZones. Source: RFC 5545 §3.8.3.1,
/// which leaves names to their makers.
/// </remarks>
public static class ZoneNames
{
    private static readonly Dictionary<string, string> Ianas = DateTimeZoneProviders.Tzdb.Ids
        .ToDictionary(id => id, StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, string> Windows =
        new(TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping, StringComparer.OrdinalIgnoreCase);

    /// <summary>Coordinated universal time, as a zone.</summary>
    public static HomeTimeZone Utc { get; } = HomeTimeZone.Of("UTC");

    /// <summary>The zone, or null where the name says nothing.</summary>
    public static HomeTimeZone? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Spellings(name.Trim().Trim('"')).Select(Known).FirstOrDefault(id => id is not null) is { } found
            ? HomeTimeZone.TryFind(found)
            : null;
    }

    private static string? Known(string name) => Ianas.GetValueOrDefault(name) ?? Windows.GetValueOrDefault(name);

    private static IEnumerable<string> Spellings(string name)
    {
        yield return name;

        // The maker's prefix is anything; the zone is what the last one to three steps of the path spell.
        var steps = name.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var count = Math.Min(3, steps.Length); count > 0; count--)
        {
            yield return string.Join('/', steps[^count..]);
        }

        yield return name.Replace('-', '/');
        yield return name.Replace(' ', '_');
    }
}
