namespace Assistant.Load.Crashes;

/// <summary>A clock that stands where it was last told to.</summary>
internal sealed class StandingClock(DateTimeOffset start) : TimeProvider
{
    private long ticks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref ticks), TimeSpan.Zero);

    // While it stands nothing runs out.
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    public void MoveTo(DateTimeOffset moment) => Volatile.Write(ref ticks, moment.UtcTicks);
}
