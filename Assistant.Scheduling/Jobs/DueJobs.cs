using Assistant.Scheduling.CheckIns;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Reminders;
using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.Jobs;

/// <summary>Looks after check-ins whose hour or grace has come.</summary>
public sealed class WatchCheckIns(DueRows rows) : IDueJob
{
    /// <inheritdoc/>
    public Task<int> RunAsync(CancellationToken cancellationToken) =>
        rows.RunAsync<CheckIn>(CheckInWatch.WatchAsync, cancellationToken);
}

/// <summary>Ends pauses whose last day is over.</summary>
public sealed class EndPauses(DueRows rows) : IDueJob
{
    /// <inheritdoc/>
    public Task<int> RunAsync(CancellationToken cancellationToken) => rows.RunAsync<Pause>(PauseBook.EndDueAsync, cancellationToken);
}

/// <summary>Brings greetings round.</summary>
public sealed class GoRound(DueRows rows) : IDueJob
{
    /// <inheritdoc/>
    public Task<int> RunAsync(CancellationToken cancellationToken) => rows.RunAsync<GreetingRing>(RingWatch.WatchAsync, cancellationToken);
}

/// <summary>Speaks of things whose moment has come.</summary>
public sealed class PromptDueReminders(DueRows rows) : IDueJob
{
    /// <inheritdoc/>
    public Task<int> RunAsync(CancellationToken cancellationToken) =>
        rows.RunAsync<Reminder>(Prompter.PromptAsync, cancellationToken);
}

/// <summary>Says a step again at which nothing was heard.</summary>
public sealed class LeadThroughSteps(DueRows rows) : IDueJob
{
    /// <inheritdoc/>
    public Task<int> RunAsync(CancellationToken cancellationToken) =>
        rows.RunAsync<Walkthrough>(WalkthroughBook.LeadOnAsync, cancellationToken);
}

/// <summary>Climbs the ladders of concerns.</summary>
public sealed class EscalateConcerns(DueRows rows) : IDueJob
{
    /// <inheritdoc/>
    public Task<int> RunAsync(CancellationToken cancellationToken) =>
        rows.RunAsync<Concern>(Escalator.ClimbAsync, cancellationToken);
}

/// <summary>Carries messages out of the door.</summary>
public sealed class SendOutbox(Dispatcher dispatcher) : IDueJob
{
    /// <inheritdoc/>
    public Task<int> RunAsync(CancellationToken cancellationToken) => dispatcher.DispatchAsync(cancellationToken);

    /// <inheritdoc/>
    public Task FinishAsync() => dispatcher.AllSentAsync();
}
