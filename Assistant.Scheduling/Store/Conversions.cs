using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Assistant.Scheduling.Store;

/// <summary>How our words become columns, the same on every database.</summary>
/// <remarks>
/// An instant is a whole number of microseconds UTC since 1970: SQLite can neither compare nor sort its own form of
/// <see cref="DateTimeOffset"/>. A span is microseconds too. A state is its name, so that a row can be read by eye.
/// </remarks>
public static class Conversions
{
    /// <summary>Stores this id as its UUID.</summary>
    public static ModelConfigurationBuilder TypedId<TId>(this ModelConfigurationBuilder conventions)
        where TId : struct, ITypedId<TId>
    {
        conventions.Properties<TId>().HaveConversion<TypedIdConverter<TId>>();
        return conventions;
    }

    /// <summary>The conventions that hold for every room.</summary>
    internal static void Everywhere(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        conventions.Properties<TimeSpan>().HaveConversion<SpanConverter>();
        conventions.Properties<Enum>().HaveConversion<string>();
    }

    /// <summary>Microseconds UTC since 1970-01-01.</summary>
    public static long ToMicroseconds(DateTimeOffset instant) =>
        (instant.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>The instant so many microseconds after 1970-01-01 UTC; offset zero.</summary>
    public static DateTimeOffset FromMicroseconds(long microseconds) =>
        DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);

    private sealed class TypedIdConverter<TId>()
        : ValueConverter<TId, Guid>(id => id.Value, value => From<TId>(value))
        where TId : struct, ITypedId<TId>;

    private sealed class InstantConverter()
        : ValueConverter<DateTimeOffset, long>(at => ToMicroseconds(at), stored => FromMicroseconds(stored));

    private sealed class SpanConverter()
        : ValueConverter<TimeSpan, long>(
            span => span.Ticks / TimeSpan.TicksPerMicrosecond,
            stored => new TimeSpan(stored * TimeSpan.TicksPerMicrosecond));

    // An expression tree may not call a static abstract member, so the converter goes round by here.
    private static TId From<TId>(Guid value)
        where TId : struct, ITypedId<TId> => TId.From(value);
}
