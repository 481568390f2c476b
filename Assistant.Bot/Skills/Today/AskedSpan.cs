using Assistant.Bot.Conversation.Times;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Calendar;

namespace Assistant.Bot.Skills.Today;

/// <summary>How much of her time somebody asks about.</summary>
internal enum SpanKind
{
    /// <summary>One day: "donderdag".</summary>
    Day,

    /// <summary>A part of one: "vanmiddag", "de rest van de dag".</summary>
    Part,

    /// <summary>Several days: "deze week".</summary>
    Days,
}

/// <summary>The stretch of time that a question is about.</summary>
/// <param name="Start">Its beginning.</param>
/// <param name="End">Its end, exclusive.</param>
/// <param name="From">The first date it touches.</param>
/// <param name="To">The last one.</param>
/// <param name="Kind">How much it is.</param>
internal sealed record AskedSpan(DateTimeOffset Start, DateTimeOffset End, DateOnly From, DateOnly To, SpanKind Kind)
{
    /// <summary>How many days are told at the most. Default 14. (choice)</summary>
    private const int MostDays = 14;

    // The day on which the clock is put back has 25 hours.
    private static readonly TimeSpan LongestDay = TimeSpan.FromHours(26);

    /// <summary>What this turn asks about; without a time it is the day she lives.</summary>
    public static AskedSpan Of(Turn turn)
    {
        var zone = turn.Speaker.Zone;
        var named = turn.Times.FirstOrDefault(time => time is { Kind: TimeKind.Instant or TimeKind.Interval, Start: not null });
        return named switch
        {
            { Kind: TimeKind.Interval, Start: { } start, End: { } end } when end - start > LongestDay => Several(start, end, zone),
            { Kind: TimeKind.Interval, Start: { } start, End: { } end, Grain: < Grain.Day } =>
                new(start, end, zone.DayOf(start).Date.AddDays(-1), zone.DayOf(end.AddTicks(-1)).Date, SpanKind.Part),
            { Start: { } start } => Whole(zone.DayOf(start)),
            _ => Whole(turn.Day),
        };
    }

    /// <summary>Whether this moment, of a thing of this date, is in it.</summary>
    public bool Holds(DateOnly date, DateTimeOffset at) => Kind is SpanKind.Part ? at >= Start && at < End : date >= From && date <= To;

    private static AskedSpan Whole(LocalDay day) => new(day.Start, day.End, day.Date, day.Date, SpanKind.Day);

    private static AskedSpan Several(DateTimeOffset start, DateTimeOffset end, HomeTimeZone zone)
    {
        var (from, to) = (zone.DayOf(start).Date, zone.DayOf(end.AddTicks(-1)).Date);
        return new(start, end, from, to.DayNumber - from.DayNumber < MostDays ? to : from.AddDays(MostDays - 1), SpanKind.Days);
    }
}
