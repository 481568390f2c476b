using System.Diagnostics;

namespace Assistant.Scheduling.Jobs;

/// <summary>When the program started, plus the time since: a clock that nobody can set back.</summary>
/// <remarks>
/// For the coarse timetable only, which beats in the machine's own time: a demo or a rehearsal moves the people's
/// clock, not the metronome. With a clock that stands still Quartz fires once; set back nine hours it stops.
/// </remarks>
internal sealed class MachineClock : TimeProvider
{
#pragma warning disable RS0030 // The one place outside the composition root that may look at the machine's clock: once, at the start.
    private readonly DateTimeOffset startedAt = System.GetUtcNow();
#pragma warning restore RS0030
    private readonly Stopwatch since = Stopwatch.StartNew();

    public override DateTimeOffset GetUtcNow() => startedAt + since.Elapsed;
}
