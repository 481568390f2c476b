using NodaTime;
using NodaTime.TimeZones;

namespace Assistant.Scheduling.Calendar;

/// <summary>One clock change as a file writes it: the wall-clock time just before it, and the offsets around it.</summary>
/// <remarks>Unit: offsets east of UTC, within 18 hours. Source: RFC 5545 §3.6.5.</remarks>
internal readonly record struct ZoneChange(DateTime Local, TimeSpan Before, TimeSpan After);

/// <summary>A zone made of changes that were written out; before the first and after the last it stands still.</summary>
internal sealed class WrittenZone : DateTimeZone
{
    private readonly ZoneInterval[] intervals;

    public WrittenZone(string id, IEnumerable<ZoneChange> changes)
        : this(id, Intervals(id, [.. changes.OrderBy(c => c.Local - c.Before)]))
    {
    }

    private WrittenZone(string id, ZoneInterval[] intervals)
        : base(id, intervals.Length == 1, intervals.Min(i => i.WallOffset), intervals.Max(i => i.WallOffset)) =>
        this.intervals = intervals;

    /// <inheritdoc/>
    public override ZoneInterval GetZoneInterval(Instant instant)
    {
        var (low, high) = (0, intervals.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = intervals[middle].Start <= instant ? (middle, high) : (low, middle - 1);
        }

        return intervals[low];
    }

    /// <remarks>A change that changes nothing, or falls together with the one before, makes no interval.</remarks>
    private static ZoneInterval[] Intervals(string id, List<ZoneChange> changes)
    {
        var intervals = new List<ZoneInterval>();
        Instant? start = null;
        var offset = Offset.FromTimeSpan(changes.Count > 0 ? changes[0].Before : TimeSpan.Zero);
        foreach (var change in changes)
        {
            var at = Instant.FromDateTimeUtc(DateTime.SpecifyKind(change.Local - change.Before, DateTimeKind.Utc));
            var after = Offset.FromTimeSpan(change.After);
            if (after != offset && !(start >= at))
            {
                intervals.Add(new ZoneInterval(id, start, at, offset, Offset.Zero));
                (start, offset) = (at, after);
            }
        }

        intervals.Add(new ZoneInterval(id, start, null, offset, Offset.Zero));
        return [.. intervals];
    }
}
