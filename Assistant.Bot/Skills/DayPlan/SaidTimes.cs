using System.Globalization;
using Assistant.Bot.Conversation.Times;

namespace Assistant.Bot.Skills.DayPlan;

/// <summary>The day and the hour that some words name for a thing on a list. Pure.</summary>
internal sealed record SaidTimes
{
    /// <remarks>An hour without a day is read from early morning on: at ten, "om negen uur" on Wednesday is no nine in the evening.</remarks>
    private static readonly TimeOnly Early = new(6, 59);

    /// <remarks>Longer than this nothing lasts: whoever says "om 25 uur" meant another hour. Default 12 h. (choice)</remarks>
    private static readonly TimeSpan MostLasting = TimeSpan.FromHours(12);

    /// <summary>The day; the last, where two are named.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The first of two days: "van dinsdag naar donderdag".</summary>
    public DateOnly? From { get; init; }

    public TimeOnly? At { get; init; }

    /// <summary>When that hour comes next, where no day was said with it.</summary>
    public DateTimeOffset? Next { get; init; }

    public string? Rule { get; init; }

    public TimeSpan? Lasts { get; init; }

    /// <summary>So much later than it was; negative for earlier.</summary>
    public TimeSpan? Shift { get; init; }

    /// <summary>Whether an hour was said that no clock shows.</summary>
    public bool IsNoTime { get; init; }

    /// <summary>What was said besides.</summary>
    public required string Rest { get; init; }

    public bool IsEmpty => (Date, At, Rule, Lasts, Shift) == default && !IsNoTime;

    /// <param name="reader">Reads times.</param>
    /// <param name="text">What was said.</param>
    /// <param name="context">When, by whose clock and in which language.</param>
    public static SaidTimes Read(TimeReader reader, string text, TimeContext context)
    {
        var mentions = reader.Read(text, context);
        var early = context with { Now = context.Zone.At(context.Zone.DayOf(context.Now).PlusDays(1).Date, Early) };
        var atDawn = mentions.All(time => time.NamesDay) ? mentions : reader.Read(text, early);
        var said = new SaidTimes { Rest = Without(text, mentions) };
        foreach (var mention in mentions)
        {
            var hour = mention.NamesDay ? mention : atDawn.FirstOrDefault(time => time.SpanStart == mention.SpanStart) ?? mention;
            said = said.And(mention, hour, context);
        }

        return said;
    }

    private SaidTimes And(TimeMention time, TimeMention hour, TimeContext context) => time switch
    {
        { Kind: TimeKind.Recurrence, Rrule: { } rule } => this with
        {
            Rule = rule,
            At = time.TimesOfDay is [var first, ..] ? TimeOnly.Parse(first, CultureInfo.InvariantCulture) : At,
        },
        { Kind: TimeKind.Duration, Seconds: { } seconds } when time.Grain is Grain.Hour or Grain.Minute =>
            TimeSpan.FromSeconds(seconds) is var length && length > MostLasting ? this with { IsNoTime = true } : this with { Lasts = length },
        { Kind: TimeKind.Instant, Start: { } start } when time.IsFromNow => OnDay(time, start, context) with
        {
            Shift = time.Grain is Grain.Day ? TimeSpan.FromDays(DayOf(start, context).DayNumber - DayOf(context.Now, context).DayNumber) : start - context.Now,
        },
        { Kind: TimeKind.Instant, Start: { } start } => OnDay(hour, start, context),
        { Kind: TimeKind.Interval, Start: { } start } when hour.Grain is Grain.Hour or Grain.Minute => OnDay(hour, start, context) with
        {
            Lasts = HasHours(time) && hour is { Start: { } begins, End: { } ends } ? ends - begins : Lasts,
        },
        _ => this,
    };

    // "Vanmiddag" is a day and no hour; "dinsdag van twee tot vier" is both.
    private SaidTimes OnDay(TimeMention hour, DateTimeOffset start, TimeContext context)
    {
        var saysHour = hour.Kind is TimeKind.Interval ? HasHours(hour) : hour.Grain is Grain.Hour or Grain.Minute;
        var at = saysHour ? context.Zone.TimeOf(hour.Start ?? start) : At;
        return hour.NamesDay
            ? this with { From = Date ?? From, Date = DayOf(start, context), At = at }
            : this with { At = at, Next = saysHour ? start : Next };
    }

    private static bool HasHours(TimeMention time) => time.Rule?.Contains("hours.", StringComparison.Ordinal) == true;

    private static DateOnly DayOf(DateTimeOffset at, TimeContext context) => context.Zone.DayOf(at).Date;

    private static string Without(string text, IReadOnlyList<TimeMention> mentions)
    {
        var rest = text.ToCharArray();
        foreach (var time in mentions)
        {
            Array.Fill(rest, ' ', time.SpanStart, Math.Min(time.SpanLength, rest.Length - time.SpanStart));
        }

        return new string(rest);
    }
}
