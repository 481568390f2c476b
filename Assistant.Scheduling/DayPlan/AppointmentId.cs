using Assistant.Scheduling.Store;

namespace Assistant.Scheduling.DayPlan;

/// <summary>One appointment, once or recurring.</summary>
public readonly record struct AppointmentId(Guid Value) : ITypedId<AppointmentId>
{
    /// <inheritdoc/>
    public static AppointmentId From(Guid value) => new(value);

    /// <summary>A new id that sorts after all that were made before <paramref name="now"/>.</summary>
    public static AppointmentId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
