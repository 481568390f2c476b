namespace Assistant.Bot.Hosting.Rehearsal;

/// <summary>A clock that stands still until it is set ahead; a rehearsal's days pass between two of its moments.</summary>
internal sealed class RehearsalClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Sets the clock ahead; never back.</summary>
    public void SetAhead(DateTimeOffset to) => now = to > now ? to : now;
}
