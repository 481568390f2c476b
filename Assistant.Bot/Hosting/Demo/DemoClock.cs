using Assistant.Scheduling.Calendar;

namespace Assistant.Bot.Hosting.Demo;

/// <summary>The demo's clock: it runs like a real one, begins before breakfast, and can be moved ahead.</summary>
/// <remarks>Exists in demo mode only; everywhere else the clock is the machine's.</remarks>
internal sealed class DemoClock : TimeProvider
{
    /// <summary>When the demo's day begins: a quarter of an hour before the first pills.</summary>
    private static readonly TimeOnly Begins = new(7, 45);

    private readonly TimeProvider machine;
    private long ahead;

    public DemoClock(TimeProvider machine, HomeTimeZone zone)
    {
        this.machine = machine;
        var now = machine.GetUtcNow();
        ahead = (zone.DayOf(now).At(Begins) - now).Ticks;
    }

    public override DateTimeOffset GetUtcNow() => machine.GetUtcNow().AddTicks(Interlocked.Read(ref ahead));

    /// <summary>Moves ahead to this moment; a moment that has been changes nothing.</summary>
    public void MoveTo(DateTimeOffset moment)
    {
        var further = (moment - GetUtcNow()).Ticks;
        if (further > 0)
        {
            Interlocked.Add(ref ahead, further);
        }
    }
}
