using NodaTime;

namespace Assistant.Scheduling.Calendar;

/// <summary>The zone whose wall clock a person lives by; the only way from a local time to an instant and back.</summary>
/// <remarks>
/// Shape: an IANA zone id (<c>Europe/Amsterdam</c>); rules come from tzdata, the same on every machine.
/// A local time that a clock change skips moves forward by the length of the gap (02:30 becomes 03:30); one that
/// occurs twice is the first. Source: RFC 5545 §3.3.5. The default value is not a zone and throws when used.
/// </remarks>
public readonly record struct HomeTimeZone
{
    private readonly DateTimeZone? zone;

    private HomeTimeZone(DateTimeZone zone) => this.zone = zone;

    /// <summary>The IANA id, as it is stored.</summary>
    public string Id => Zone.Id;

    private DateTimeZone Zone => zone ?? throw new InvalidOperationException("A person's zone was never set.");

    /// <summary>The zone with this IANA id.</summary>
    /// <exception cref="ArgumentException">No such zone; the message gives an example of a right one.</exception>
    public static HomeTimeZone Of(string ianaId) =>
        TryFind(ianaId) ?? throw new ArgumentException(
            $"There is no time zone '{ianaId}'. Use an IANA name such as Europe/Amsterdam.", nameof(ianaId));

    /// <summary>The zone with this IANA id, or null where tzdata knows none.</summary>
    public static HomeTimeZone? TryFind(string ianaId) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(ianaId) is { } found ? new HomeTimeZone(found) : null;

    /// <summary>The zone that a file wrote out change by change, where no name in it is known.</summary>
    internal static HomeTimeZone Of(string id, IEnumerable<ZoneChange> changes) => new(new WrittenZone(id, changes));

    /// <summary>The instant at which the wall clock shows this local time.</summary>
    public DateTimeOffset At(DateOnly day, TimeOnly time) => At(day.ToDateTime(time));

    /// <summary>The instant at which the wall clock shows this local time; the kind of <paramref name="local"/> is ignored.</summary>
    public DateTimeOffset At(DateTime local) =>
        Zone.AtLeniently(LocalDateTime.FromDateTime(local)).ToDateTimeOffset();

    /// <summary>What the wall clock shows at this instant; kind Unspecified.</summary>
    public DateTime LocalOf(DateTimeOffset instant) =>
        Instant.FromDateTimeOffset(instant).InZone(Zone).ToDateTimeUnspecified();

    /// <summary>The time of day that the wall clock shows at this instant.</summary>
    public TimeOnly TimeOf(DateTimeOffset instant) => TimeOnly.FromDateTime(LocalOf(instant));

    /// <summary>The day in which this instant falls here.</summary>
    public LocalDay DayOf(DateTimeOffset instant) => new(DateOnly.FromDateTime(LocalOf(instant)), this);

    /// <summary>How far this clock is from UTC at this instant.</summary>
    internal TimeSpan OffsetAt(DateTimeOffset instant) => Zone.GetUtcOffset(Instant.FromDateTimeOffset(instant)).ToTimeSpan();

    /// <summary>When this clock changes in these years, the last one inclusive.</summary>
    internal IEnumerable<ZoneChange> ChangesBetween(int first, int last)
    {
        var years = new Interval(Instant.FromUtc(first, 1, 1, 0, 0), Instant.FromUtc(last + 1, 1, 1, 0, 0));
        var before = Zone.GetUtcOffset(years.Start);
        foreach (var interval in Zone.GetZoneIntervals(years).Where(i => i.HasStart && i.Start > years.Start))
        {
            yield return new ZoneChange(
                interval.Start.WithOffset(before).LocalDateTime.ToDateTimeUnspecified(), before.ToTimeSpan(), interval.WallOffset.ToTimeSpan());
            before = interval.WallOffset;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => zone?.Id ?? "(no zone)";
}
