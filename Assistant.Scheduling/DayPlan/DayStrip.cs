namespace Assistant.Scheduling.DayPlan;

/// <summary>Where a thing of the day stands, seen from now.</summary>
public enum StripPlace
{
    /// <summary>It was: its time is over, or it was answered.</summary>
    Was,

    /// <summary>It is now.</summary>
    Now,

    /// <summary>It comes next.</summary>
    Next,

    /// <summary>It comes after that.</summary>
    Later,

    /// <summary>It is all day.</summary>
    AllDay,
}

/// <summary>What became of a thing of the day, as far as anybody said.</summary>
public enum StripMark
{
    /// <summary>Nothing was asked.</summary>
    None,

    /// <summary>Asked, and waiting for an answer.</summary>
    Waiting,

    /// <summary>The resident says it is done.</summary>
    Done,

    /// <summary>The resident says she leaves it out.</summary>
    LeftOut,

    /// <summary>Asked and asked again, and nobody answered: not confirmed, which is not "not done".</summary>
    Unanswered,
}

/// <summary>One thing of the strip.</summary>
public readonly record struct StripItem(PlanItem Item, StripPlace Place, StripMark Mark);

/// <summary>A day as a strip: what was, what is now, what comes. Pure.</summary>
/// <param name="Items">What takes the whole day, and then by time, the earliest first.</param>
/// <param name="NowAt">Where the line of now goes: before the item with this index; at the end where nothing comes.</param>
public sealed record DayStrip(IReadOnlyList<StripItem> Items, int NowAt)
{
    /// <summary>How many things are next to now when there is little room. Default 1 that was and 2 that come. (choice)</summary>
    private const int ComingNear = 2;

    /// <summary>What is close to now: what takes the whole day, the last that was, all that is now, and what comes soon.</summary>
    public IReadOnlyList<StripItem> Near
    {
        get
        {
            var lastThatWas = Items.Where(item => item.Place is StripPlace.Was).TakeLast(1);
            var coming = Items.Where(item => item.Place is StripPlace.Next or StripPlace.Later).Take(ComingNear);
            return [.. Items.Where(item => item.Place is StripPlace.AllDay), .. lastThatWas, .. Items.Where(item => item.Place is StripPlace.Now), .. coming];
        }
    }

    /// <summary>Lays out a day.</summary>
    /// <param name="items">The things of one lived day; what was cancelled is left out.</param>
    /// <param name="now">The moment.</param>
    /// <remarks>
    /// 1. What was answered was, even before its time. 2. What waits for an answer is now, however late. 3. Else its time
    /// and its validity decide. 4. Of what comes, everything of the first moment is next.
    /// </remarks>
    public static DayStrip Of(IEnumerable<PlanItem> items, DateTimeOffset now)
    {
        var day = items.Where(item => item.State is not PlanItemState.Cancelled)
            .OrderByDescending(item => item.IsAllDay).ThenBy(item => item.At).ThenBy(item => item.Id.Value).ToList();
        var next = day.Find(item => IsComing(item, now))?.At;
        var placed = day.ConvertAll(item => new StripItem(item, PlaceOf(item, next, now), MarkOf(item)));
        var nowAt = placed.FindIndex(item => item.Item.At > now && item.Place is not StripPlace.AllDay);
        return new DayStrip(placed, nowAt < 0 ? placed.Count : nowAt);
    }

    private static StripPlace PlaceOf(PlanItem item, DateTimeOffset? next, DateTimeOffset now) =>
        item.IsAllDay ? StripPlace.AllDay
        : IsComing(item, now) ? item.At == next ? StripPlace.Next : StripPlace.Later
        : item.State is PlanItemState.Open || (IsUnanswered(item) && now >= item.At && now < item.ValidUntil) ? StripPlace.Now
        : StripPlace.Was;

    private static bool IsComing(PlanItem item, DateTimeOffset now) =>
        now < item.At && !item.IsAllDay && (item.State is PlanItemState.Planned || IsTold(item));

    // What was only mentioned is done with for us, and not for her: the coffee goes on.
    private static bool IsUnanswered(PlanItem item) => item.State is PlanItemState.Planned || IsTold(item);

    private static bool IsTold(PlanItem item) => item is { State: PlanItemState.Done, AnsweredAt: null };

    private static StripMark MarkOf(PlanItem item) => item.State switch
    {
        PlanItemState.Open => StripMark.Waiting,
        PlanItemState.Done when !IsTold(item) => StripMark.Done,
        PlanItemState.Skipped => StripMark.LeftOut,
        PlanItemState.Unconfirmed => StripMark.Unanswered,
        _ => StripMark.None,
    };
}
