using Assistant.Bot.Conversation.Times;
using Assistant.Bot.Conversation.Turns;

namespace Assistant.Bot.Skills.Medication;

/// <summary>From which day until which day somebody is away. Pure.</summary>
/// <param name="From">The first day.</param>
/// <param name="Back">The day of return; null where she did not say.</param>
internal readonly record struct AwayDays(DateOnly From, DateOnly? Back)
{
    /// <remarks>Longer than this is no holiday, and a person should know of it. Default 90 days. (choice)</remarks>
    private const int Most = 90;

    /// <summary>Whether both days are known and make sense.</summary>
    public bool AreClear => Back > From && Back <= From.AddDays(Most);

    /// <summary>What she says: "three days" begins today, "until Monday" ends on Monday, "next week" is that week.</summary>
    public static AwayDays Read(Turn turn, DateOnly? knownFrom = null)
    {
        var today = turn.Speaker.Zone.DayOf(turn.Now).Date;
        var from = knownFrom ?? today;
        DateOnly? back = null;
        foreach (var time in turn.Times)
        {
            switch (time)
            {
                case { Kind: TimeKind.Duration, Seconds: { } seconds }:
                    back = from.AddDays((int)Math.Ceiling(seconds / TimeSpan.SecondsPerDay));
                    break;
                case { Kind: TimeKind.Interval, End: { } end }:
                    from = time.Start is { } start && knownFrom is null ? Day(turn, start) : from;
                    back = Day(turn, end);
                    break;
                case { Start: { } at, Grain: Grain.Day or Grain.Week }:
                    (from, back) = knownFrom is null ? (Day(turn, at), back) : (from, Day(turn, at));
                    break;
            }
        }

        return new AwayDays(from < today ? today : from, back);
    }

    private static DateOnly Day(Turn turn, DateTimeOffset at) => turn.Speaker.Zone.DayOf(at).Date;
}
