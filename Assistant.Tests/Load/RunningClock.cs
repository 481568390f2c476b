using System.Diagnostics;

namespace Assistant.Load;

/// <summary>A clock set to a moment of one's own, that runs from there as every clock does.</summary>
internal sealed class RunningClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private DateTimeOffset from = start;
    private long since = Stopwatch.GetTimestamp();

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return from + Stopwatch.GetElapsedTime(since);
        }
    }

    public void MoveTo(DateTimeOffset moment)
    {
        lock (gate)
        {
            (from, since) = (moment, Stopwatch.GetTimestamp());
        }
    }
}
