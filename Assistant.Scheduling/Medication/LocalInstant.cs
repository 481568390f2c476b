using Assistant.Scheduling.Calendar;

namespace Assistant.Scheduling.Medication;

/// <summary>An instant that carries the person's offset, so that its local part is what her wall clock shows.</summary>
internal static class LocalInstant
{
    public static DateTimeOffset Localise(this HomeTimeZone zone, DateTimeOffset instant)
    {
        var local = zone.LocalOf(instant);
        return new DateTimeOffset(local, local - instant.UtcDateTime);
    }
}
