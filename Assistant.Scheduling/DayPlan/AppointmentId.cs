using System.Buffers.Binary;
using Assistant.Scheduling.Store;

namespace Assistant.Scheduling.DayPlan;

/// <summary>One appointment, once or recurring.</summary>
public readonly record struct AppointmentId(Guid Value) : ITypedId<AppointmentId>
{
    /// <inheritdoc/>
    public static AppointmentId From(Guid value) => new(value);

    /// <summary>A new id that sorts after all that were made before <paramref name="now"/>.</summary>
    public static AppointmentId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <summary>When it was made, to the millisecond. Source: RFC 9562 §5.7.</summary>
    public DateTimeOffset MadeAt()
    {
        Span<byte> bytes = stackalloc byte[16];
        Value.TryWriteBytes(bytes, bigEndian: true, out _);
        return DateTimeOffset.FromUnixTimeMilliseconds((long)(BinaryPrimitives.ReadUInt64BigEndian(bytes) >> 16));
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
