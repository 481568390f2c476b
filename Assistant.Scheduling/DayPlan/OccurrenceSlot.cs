using System.Globalization;

namespace Assistant.Scheduling.DayPlan;

/// <summary>The slot of one occurrence of a series: which series, and which of its days where that is not the day it stands on.</summary>
/// <param name="Series">The routine or the appointment.</param>
/// <param name="Named">The date its rule names; null where it stands on that very date.</param>
/// <remarks>Shape as stored: the id without dashes, and <c>@20260311</c> after it where it was moved to another date.</remarks>
public readonly record struct OccurrenceSlot(Guid Series, DateOnly? Named = null)
{
    private const string DateShape = "yyyyMMdd";
    private const int IdLength = 32;

    /// <summary>The slot on <paramref name="date"/> of what the rule names on <paramref name="named"/>.</summary>
    public static OccurrenceSlot Of(Guid series, DateOnly named, DateOnly date) => new(series, named == date ? null : named);

    /// <summary>Reads a slot; null where it is no occurrence of a series.</summary>
    public static OccurrenceSlot? Read(string slot)
    {
        ArgumentNullException.ThrowIfNull(slot);
        if (slot.Length < IdLength || !Guid.TryParseExact(slot.AsSpan(0, IdLength), "N", out var series))
        {
            return null;
        }

        if (slot.Length == IdLength)
        {
            return new OccurrenceSlot(series);
        }

        return slot[IdLength] == '@'
            && DateOnly.TryParseExact(slot.AsSpan(IdLength + 1), DateShape, CultureInfo.InvariantCulture, DateTimeStyles.None, out var named)
            ? new OccurrenceSlot(series, named)
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        Named is { } named ? $"{Series:N}@{named.ToString(DateShape, CultureInfo.InvariantCulture)}" : $"{Series:N}";
}
