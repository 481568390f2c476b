namespace Assistant.Scheduling.Jobs;

/// <summary>Wakes the ticker at once: something was just written that need not wait for the next tick.</summary>
public sealed class TickSignal
{
    private TaskCompletionSource pulse = NewPulse();

    /// <summary>The next call of <see cref="Wake"/>. Take it before looking for work, so that no call falls between.</summary>
    internal Task Next => Volatile.Read(ref pulse).Task;

    /// <summary>Wakes every job; many calls before they look are one.</summary>
    public void Wake() => Interlocked.Exchange(ref pulse, NewPulse()).TrySetResult();

    private static TaskCompletionSource NewPulse() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
