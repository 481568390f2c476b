using System.Globalization;

namespace Assistant.Scheduling.Calendar;

/// <summary>The last moment a rule may name, in one of the three shapes UNTIL has.</summary>
/// <remarks>Source: RFC 5545 §3.3.10, UNTIL: inclusive. A date closes at its last second, so the last day is whole.</remarks>
internal readonly record struct RecurrenceEnd(DateTime At, RecurrenceEndShape Shape)
{
    private const string Date = "yyyyMMdd";
    private const string Local = "yyyyMMdd'T'HHmmss";
    private const string Utc = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>The last wall-clock second, where the zone does not matter or is not known: the digits as written.</summary>
    public DateTime LastLocal =>
        Shape == RecurrenceEndShape.Date ? At.AddSeconds(TimeSpan.SecondsPerDay - 1) : At;

    public static RecurrenceEnd? TryParse(string value) =>
        Read(value, Date, RecurrenceEndShape.Date)
        ?? Read(value, Local, RecurrenceEndShape.Local)
        ?? Read(value, Utc, RecurrenceEndShape.Utc);

    /// <summary>True where an occurrence at this wall-clock time is not past the end; the clock says at which instant it is.</summary>
    public bool Allows(DateTime local, Func<DateTime, DateTimeOffset> instant) => Shape == RecurrenceEndShape.Utc
        ? instant(local) <= new DateTimeOffset(At, TimeSpan.Zero)
        : local <= LastLocal;

    public override string ToString() => At.ToString(
        Shape switch { RecurrenceEndShape.Date => Date, RecurrenceEndShape.Local => Local, _ => Utc },
        CultureInfo.InvariantCulture);

    private static RecurrenceEnd? Read(string value, string format, RecurrenceEndShape shape) =>
        DateTime.TryParseExact(value, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? new RecurrenceEnd(DateTime.SpecifyKind(at, DateTimeKind.Unspecified), shape)
            : null;
}

internal enum RecurrenceEndShape
{
    Date,
    Local,
    Utc,
}
