using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;

namespace Assistant.Scheduling.Reminders;

/// <summary>How far she is led.</summary>
public enum WalkthroughState
{
    /// <summary>She is at one of its steps.</summary>
    Going,

    /// <summary>She did the last step.</summary>
    Ended,

    /// <summary>She wanted to stop.</summary>
    Stopped,

    /// <summary>Nothing was heard for long, and she is left in peace.</summary>
    LeftOff,
}

/// <summary>The key of a walkthrough.</summary>
public readonly record struct WalkthroughId(Guid Value) : ITypedId<WalkthroughId>
{
    /// <inheritdoc/>
    public static WalkthroughId From(Guid value) => new(value);

    /// <summary>A new id that sorts after all that were made before <paramref name="now"/>.</summary>
    public static WalkthroughId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>That she goes through the steps of a routine once, at her own pace.</summary>
/// <remarks>It is a row, so that she goes on where she was after a restart and on any other channel.</remarks>
public sealed class Walkthrough : IWaitingRow
{
    /// <summary>The question that stays open with each step.</summary>
    public const string Question = "steps.done?";

    /// <summary>How often we wait at one step before she is left in peace. Default 3. (choice)</summary>
    public const int MostWaits = 3;

    /// <summary>How long "wait" is, the first time and the next ones. Default 3, 5 and 8 min. (choice)</summary>
    public static readonly IReadOnlyList<TimeSpan> AskedFor = [TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(8)];

    /// <summary>How long silence may last before the step is said again. Default 10, 15 and 20 min. (choice)</summary>
    public static readonly IReadOnlyList<TimeSpan> Silent = [TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(20)];

    /// <summary>How long after it was broken off she goes on where she was. Default 2 h. (choice)</summary>
    public static readonly TimeSpan GoesOnWithin = TimeSpan.FromHours(2);

    /// <summary>The key.</summary>
    public required WalkthroughId Id { get; init; }

    /// <summary>Who is led.</summary>
    public required ResidentId ResidentId { get; init; }

    /// <summary>Through which routine.</summary>
    public required Guid RoutineId { get; init; }

    /// <summary>The thing of her day that began it; null where she asked for it herself.</summary>
    public PlanItemId? ItemId { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>At which step she is; the first is 0.</summary>
    public int Step { get; private set; }

    /// <summary>How often was waited at this step.</summary>
    public int Waits { get; private set; }

    /// <summary>How often the step was said again since she last said anything.</summary>
    public int Silences { get; private set; }

    /// <summary>How far she is led.</summary>
    public WalkthroughState State { get; private set; }

    /// <summary>When it ended, or was broken off; null while it goes.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <inheritdoc/>
    public DateTimeOffset? NextActionAt { get; private set; }

    /// <inheritdoc/>
    public int Attempt { get; private set; }

    /// <inheritdoc/>
    public Guid RowId => Id.Value;

    /// <summary>Stands at this step and waits for her.</summary>
    public Walkthrough At(int step, DateTimeOffset now)
    {
        (Step, Waits, Silences, NextActionAt, Attempt) = (step, 0, 0, now + Silent[0], Attempt + 1);
        return this;
    }

    /// <summary>She wants us to wait.</summary>
    /// <returns>How long we do; null where she was waited for often enough, and says herself when she goes on.</returns>
    public TimeSpan? Wait(DateTimeOffset now)
    {
        if (Waits >= MostWaits)
        {
            BreakOff(WalkthroughState.LeftOff, now);
            return null;
        }

        var wait = AskedFor[Waits];
        (Waits, Silences, NextActionAt, Attempt) = (Waits + 1, 0, now + wait, Attempt + 1);
        return wait;
    }

    /// <summary>The step is said again, because nothing was heard.</summary>
    /// <returns>Whether it is; false where she is left in peace.</returns>
    public bool AskAgain(DateTimeOffset now)
    {
        if (Silences >= MostWaits)
        {
            BreakOff(WalkthroughState.LeftOff, now);
            return false;
        }

        (NextActionAt, Silences) = (now + Silent[Silences], Silences + 1);
        return true;
    }

    /// <summary>She did the last step.</summary>
    public void End(DateTimeOffset now) => BreakOff(WalkthroughState.Ended, now);

    /// <summary>She stops here.</summary>
    public void Stop(DateTimeOffset now) => BreakOff(WalkthroughState.Stopped, now);

    /// <summary>The step she is at, in these words, with the answers she can press.</summary>
    /// <param name="key">The words.</param>
    /// <param name="routine">Where the step stands.</param>
    public Saying Say(string key, Routine routine) => Saying.Of(key)
        .With("step", routine.Steps[Step].TrimEnd('.', ' '))
        .Asking(Question, Id.Value, Choice("yes", "done"), Choice("no", "wait"), Choice("other", "again"));

    private void BreakOff(WalkthroughState state, DateTimeOffset now) =>
        (State, EndedAt, NextActionAt, Attempt) = (state, now, null, Attempt + 1);

    // A button with words of its own: what it means and about what, then how it is called. "Again" means nothing elsewhere.
    private string Choice(string intent, string label) => $"{intent}#{Id.Value:N}|=steps.label.{label}";
}
