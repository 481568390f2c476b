using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Jobs;

namespace Assistant.Load.Crashes;

/// <summary>Where a house stops for ever, or is told a lie, and at which passing.</summary>
/// <remarks>
/// The product knows none of these names: each is a moment that is seen from outside, at the jobs, at the edges of
/// transactions, or at the channel. A lie is a commit that was done and is reported as a broken connection.
/// </remarks>
internal sealed class Fault(string point, int passing)
{
    public const string BeforeCall = "before-call";
    public const string AfterCall = "after-call";

    private readonly AsyncLocal<string?> job = new();
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int passed;

    /// <summary>The job that runs here and now; every await of it sees the same.</summary>
    public string? Job
    {
        get => job.Value;
        set => job.Value = value;
    }

    /// <summary>Ends when a house stands at its point.</summary>
    public Task Reached => reached.Task;

    public static string? BeforeJob(string? job) => job is nameof(PromptDueReminders) ? "before-claim" : null;

    // The batch is decided in a transaction that begins after its rows were taken up.
    public static string? BeforeTransaction(string? job) => job is nameof(PromptDueReminders) ? "after-claim" : null;

    public static string? BeforeCommit(string? job) => job switch
    {
        nameof(PlanTheDay) => "in-planning",
        nameof(AnswerInbox) => "in-turn",
        _ => null,
    };

    public static string? AfterCommit(string? job) => job switch
    {
        nameof(PromptDueReminders) => "after-commit",
        nameof(SendOutbox) => "after-record",
        _ => null,
    };

    /// <summary>Whether a lie is told in the server's own words, and not by a line that breaks.</summary>
    public bool SaysSo => point.StartsWith("word-", StringComparison.Ordinal);

    /// <summary>Whether the commit that was just done is to be reported as failed.</summary>
    public bool Lies() => (point == $"lie-{Job}" || point == $"word-{Job}") && Interlocked.Increment(ref passed) == passing;

    /// <summary>Stands here for ever, if this is the point; from then on all else in the house stands still where it passes.</summary>
    public async Task PassAsync(string? here)
    {
        if (here == point && Interlocked.Increment(ref passed) == passing)
        {
            reached.TrySetResult();
        }

        if (reached.Task.IsCompleted)
        {
            await new TaskCompletionSource().Task;
        }
    }
}
