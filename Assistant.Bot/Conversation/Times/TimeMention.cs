namespace Assistant.Bot.Conversation.Times;

/// <summary>One time that a sentence names, and the words that name it.</summary>
/// <remarks>
/// Which members are filled follows the kind: an instant has a start; an interval a start, an end (exclusive) or both,
/// where a missing one is open; a duration has seconds; a recurrence a rule of RFC 5545 and, where they were said,
/// times of day ("HH:mm").
/// </remarks>
internal sealed record TimeMention
{
    public required TimeKind Kind { get; init; }

    public DateTimeOffset? Start { get; init; }

    public DateTimeOffset? End { get; init; }

    public double? Seconds { get; init; }

    public string? Rrule { get; init; }

    public IReadOnlyList<string> TimesOfDay { get; init; } = [];

    public required Grain Grain { get; init; }

    /// <summary>Where the words begin, in UTF-16 units of the sentence as it was given.</summary>
    public required int SpanStart { get; init; }

    public required int SpanLength { get; init; }

    /// <summary>Where a part of the day was named ("vanavond"): the hour that a reminder takes when it is not told one.</summary>
    public DateTimeOffset? Usual { get; init; }

    /// <summary>The rules that made it, the outermost first, with a space between.</summary>
    public string? Rule { get; init; }

    /// <summary>Whether a day was named: "om negen uur" names none, and means the next nine o'clock only for want of one.</summary>
    public bool NamesDay => Rule is { } rule && !rule.StartsWith("moment.clock", StringComparison.Ordinal)
        && !rule.StartsWith("hours.", StringComparison.Ordinal);

    /// <summary>Whether it is counted from now: "een uur later", "over twee weken".</summary>
    public bool IsFromNow => Rule?.Split(' ').Any(name => name is "moment.ahead" or "moment.ago" or "day.ahead" or "day.ago") == true;
}
