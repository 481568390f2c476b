namespace Assistant.Scheduling.Calendar;

/// <summary>How something repeats: an RRULE, read, written and laid out as local wall-clock moments.</summary>
/// <remarks>
/// Moments are <see cref="DateTime"/> of kind Unspecified: 08:00 stays 08:00 when the clocks change. They become
/// instants through <see cref="HomeTimeZone"/> only. A start that the rule does not name is not an occurrence; dates
/// that do not exist (31 February) are left out; the calendar ends with the year 9999. Two rules are equal when
/// <see cref="ToString"/> writes them alike. Source: RFC 5545 §3.3.10, whole; of RFC 7529 the GREGORIAN scale.
/// </remarks>
public sealed record Recurrence
{
    /// <summary>How many moments a rule with COUNT may have before the ones asked for.</summary>
    /// <remarks>A million: every hour for a century. "Every second, a billion times" is a fault, not a wait.</remarks>
    public const int MostCounted = 1_000_000;

    private readonly RecurrenceParts parts;
    private readonly string text;

    private Recurrence(RecurrenceParts parts) => (this.parts, text) = (parts, RecurrenceText.Of(parts));

    /// <summary>Every day, without end.</summary>
    public static Recurrence Daily { get; } = Parse("FREQ=DAILY");

    /// <summary>The length of its period.</summary>
    public RecurrenceFrequency Frequency => parts.Frequency;

    /// <summary>Every how many periods; 1 or more.</summary>
    public int Interval => parts.Interval;

    /// <summary>True where neither COUNT nor UNTIL ends it.</summary>
    public bool IsEndless => parts.Count is null && parts.Until is null;

    /// <summary>Reads <c>FREQ=WEEKLY;BYDAY=MO,TH</c>; a leading <c>RRULE:</c> and small letters are allowed.</summary>
    /// <exception cref="FormatException">The message names the part, what it says and what would be right.</exception>
    public static Recurrence Parse(string rrule) =>
        TryParse(rrule, out var rule, out var fault) && rule is not null ? rule : throw new FormatException(fault);

    /// <summary>As <see cref="Parse"/>, with the fault as a value: null when the rule was read.</summary>
    public static bool TryParse(string rrule, out Recurrence? rule, out string? fault)
    {
        ArgumentNullException.ThrowIfNull(rrule);
        var parts = RecurrenceParser.TryParse(rrule, out fault);
        rule = parts is null ? null : new Recurrence(parts);
        return rule is not null;
    }

    /// <summary>Its moments from the start on: rising, none twice, made as they are asked for.</summary>
    /// <remarks>May be endless: take what is needed. An UNTIL in UTC is compared by its digits; give a zone to be exact.</remarks>
    public IEnumerable<DateTime> From(DateTime start) => Between(start, start, DateTime.MaxValue);

    /// <summary>Its moments from <paramref name="from"/> (inclusive) until <paramref name="until"/> (exclusive), where the first can be <paramref name="start"/>.</summary>
    /// <remarks>A far window costs no more than a near one, unless the rule has COUNT.</remarks>
    /// <exception cref="InvalidOperationException">While reading: COUNT with more than <see cref="MostCounted"/> moments before the window.</exception>
    public IEnumerable<DateTime> Between(DateTime start, DateTime from, DateTime until) =>
        Expand(start, from, until, parts.Until?.LastLocal ?? DateTime.MaxValue);

    /// <summary>As <see cref="Between(DateTime, DateTime, DateTime)"/>, with an UNTIL in UTC compared as an instant of this zone.</summary>
    public IEnumerable<DateTime> Between(DateTime start, DateTime from, DateTime until, HomeTimeZone zone) =>
        Between(start, from, until, zone.At);

    /// <summary>As above, for a clock that is not a zone's: one side of a clock change, say.</summary>
    internal IEnumerable<DateTime> Between(DateTime start, DateTime from, DateTime until, Func<DateTime, DateTimeOffset> instant)
    {
        if (parts.Until is not { Shape: RecurrenceEndShape.Utc } end)
        {
            return Between(start, from, until);
        }

        // No zone is more than a day from UTC; within that day each moment is weighed by itself.
        var margin = end.At < DateTime.MaxValue.AddDays(-1) ? end.At.AddDays(1) : DateTime.MaxValue;
        return Expand(start, from, until, margin).Where(local => end.Allows(local, instant));
    }

    /// <summary>True where the rule, begun at midnight of this anchor date, names this day.</summary>
    public bool FallsOn(DateOnly day, DateOnly anchor) => Between(Midnight(anchor), Midnight(day), DayAfter(day)).Any();

    /// <summary>The dates the rule names, begun at midnight of this anchor date: from the first to the last, both inclusive, each once.</summary>
    /// <exception cref="InvalidOperationException">As for <see cref="Between(DateTime, DateTime, DateTime)"/>.</exception>
    public IEnumerable<DateOnly> Dates(DateOnly anchor, DateOnly from, DateOnly last) =>
        parts.Frequency >= RecurrenceFrequency.Daily || parts.Count is not null
            ? Between(Midnight(anchor), Midnight(from), DayAfter(last)).Select(DateOnly.FromDateTime).Distinct()
            : DatesOneByOne(anchor, from, last);

    /// <remarks>"Every second" is asked once for each date, not 86,400 times.</remarks>
    private IEnumerable<DateOnly> DatesOneByOne(DateOnly anchor, DateOnly from, DateOnly last)
    {
        for (var next = Midnight(from); next < DayAfter(last);)
        {
            var moment = Between(Midnight(anchor), next, DayAfter(last)).Cast<DateTime?>().FirstOrDefault();
            if (moment is not { } found)
            {
                yield break;
            }

            yield return DateOnly.FromDateTime(found);
            next = DayAfter(DateOnly.FromDateTime(found));
        }
    }

    /// <summary>Equal rules are written alike.</summary>
    public bool Equals(Recurrence? other) => other is not null && text == other.text;

    /// <inheritdoc/>
    public override int GetHashCode() => text.GetHashCode(StringComparison.Ordinal);

    /// <summary>The rule as an RRULE value: parts in a fixed order, numbers rising, defaults left out.</summary>
    public override string ToString() => text;

    private IEnumerable<DateTime> Expand(DateTime start, DateTime from, DateTime until, DateTime last)
    {
        var end = until > last ? last : until.AddTicks(until == DateTime.MaxValue || until == DateTime.MinValue ? 0 : -1);

        // Made here, inside the iterator: whoever walks the moments twice at once gets two walks.
        foreach (var moment in new RecurrenceExpansion(parts, start, end).From(from > start ? from : start))
        {
            yield return moment;
        }
    }

    private static DateTime Midnight(DateOnly date) => date.ToDateTime(TimeOnly.MinValue);

    private static DateTime DayAfter(DateOnly date) =>
        date == DateOnly.MaxValue ? DateTime.MaxValue : Midnight(date.AddDays(1));
}
