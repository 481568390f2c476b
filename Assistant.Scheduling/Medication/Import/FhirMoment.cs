using System.Globalization;
using Assistant.Scheduling.Calendar;

namespace Assistant.Scheduling.Medication.Import;

/// <summary>A FHIR date or dateTime as the person lives it.</summary>
/// <remarks>
/// Written with an offset other than UTC it was somebody's wall clock, and is taken as written: whoever wrote "from 2
/// March 00:00+02:00" in winter meant 2 March. Written in UTC it is an instant and is converted.
/// Source: FHIR R4 dateTime; a year or a month alone is its first day as a start, its last as an end.
/// </remarks>
internal readonly record struct FhirMoment(DateOnly First, DateOnly Last, TimeOnly? Time)
{
    private static readonly string[] DateTimes =
        ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK"];

    public bool IsPartial => First != Last;

    /// <summary>The time, unless it only says "the whole day".</summary>
    public TimeOnly? StartTime => Time is { } time && time != TimeOnly.MinValue ? time : null;

    /// <inheritdoc cref="StartTime"/>
    public TimeOnly? EndTime => Time is { } time && time < new TimeOnly(23, 59) ? time : null;

    public DateTime FirstMoment => First.ToDateTime(StartTime ?? TimeOnly.MinValue);

    public DateTime LastMoment => Last.ToDateTime(EndTime ?? TimeOnly.MaxValue);

    public static FhirMoment? TryRead(string text, HomeTimeZone zone)
    {
        var culture = CultureInfo.InvariantCulture;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", culture, DateTimeStyles.None, out var day))
        {
            return new(day, day, null);
        }
        if (DateOnly.TryParseExact(text, "yyyy-MM", culture, DateTimeStyles.None, out var month) && month.Year < 9999)
        {
            return new(month, month.AddMonths(1).AddDays(-1), null);
        }
        if (DateOnly.TryParseExact(text, "yyyy", culture, DateTimeStyles.None, out var year) && year.Year < 9999)
        {
            return new(year, year.AddYears(1).AddDays(-1), null);
        }
        return DateTimeOffset.TryParseExact(text, DateTimes, culture, DateTimeStyles.AssumeUniversal, out var at)
            ? At(at, text, zone)
            : null;
    }

    private static FhirMoment? At(DateTimeOffset at, string text, HomeTimeZone zone)
    {
        var isUtc = at.Offset == TimeSpan.Zero && (text.EndsWith('Z') || text.EndsWith("00:00", StringComparison.Ordinal));
        var local = isUtc && at.Year is > 1 and < 9999 ? zone.LocalOf(at) : at.DateTime;
        var day = DateOnly.FromDateTime(local);
        return new(day, day, TimeOnly.FromDateTime(local));
    }
}
