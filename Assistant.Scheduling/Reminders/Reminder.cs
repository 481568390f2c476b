using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Store;

namespace Assistant.Scheduling.Reminders;

/// <summary>How far a reminder got.</summary>
public enum ReminderState
{
    /// <summary>Its moment has not come.</summary>
    Waiting,

    /// <summary>Spoken of, and waiting for an answer.</summary>
    Prompted,

    /// <summary>She said later.</summary>
    Snoozed,

    /// <summary>Nothing more to ask: answered, told, or no longer wanted.</summary>
    Answered,

    /// <summary>Asked as often as we do, and nobody answered.</summary>
    Unanswered,

    /// <summary>She heard that it comes; its moment is still to come.</summary>
    Announced,

    /// <summary>Its moment came, and she had heard enough for that hour: it goes with the next message.</summary>
    HeldBack,
}

/// <summary>That one thing of the day is to be spoken of, and asked again until it is answered or too late.</summary>
/// <remarks>Has the id of its <see cref="PlanItem"/>: one reminder for one thing.</remarks>
public sealed class Reminder : IWaitingRow
{
    /// <summary>The key, which is the key of what it speaks of.</summary>
    public required PlanItemId Id { get; init; }

    /// <summary>How far it got.</summary>
    public ReminderState State { get; private set; }

    /// <summary>How often it was spoken of.</summary>
    public int Prompts { get; private set; }

    /// <summary>How often she said later without saying when.</summary>
    public int Snoozes { get; private set; }

    /// <inheritdoc/>
    public DateTimeOffset? NextActionAt { get; private set; }

    /// <inheritdoc/>
    public int Attempt { get; private set; }

    /// <inheritdoc/>
    public Guid RowId => Id.Value;

    /// <summary>Whether anything more will be asked.</summary>
    public bool IsOver => State is ReminderState.Answered or ReminderState.Unanswered;

    /// <summary>Waits for this moment, afresh: its thing is new, moved, or wanted again.</summary>
    public Reminder WaitUntil(DateTimeOffset at)
    {
        (State, NextActionAt, Attempt) = (ReminderState.Waiting, at, Attempt + 1);
        return this;
    }

    /// <summary>She heard that it comes; at its moment there is more to do, or nothing.</summary>
    public void Announce(DateTimeOffset at) => (State, NextActionAt) = (ReminderState.Announced, at);

    /// <summary>She had heard enough for now.</summary>
    public void HoldBack(DateTimeOffset lookAgainAt) => (State, NextActionAt) = (ReminderState.HeldBack, lookAgainAt);

    /// <summary>It was spoken of.</summary>
    public void Prompted(DateTimeOffset? lookAgainAt) =>
        (State, Prompts, NextActionAt) = (ReminderState.Prompted, Prompts + 1, lookAgainAt);

    /// <summary>She said later.</summary>
    public void Snooze(DateTimeOffset until, bool withoutTime)
    {
        Refuse("snooze");
        (State, NextActionAt, Attempt) = (ReminderState.Snoozed, until, Attempt + 1);
        Snoozes += withoutTime ? 1 : 0;
    }

    /// <summary>Nothing more to ask.</summary>
    public void Close() => (State, NextActionAt, Attempt) = (ReminderState.Answered, null, Attempt + 1);

    /// <summary>It was told, and nothing was asked: that is all there was to do.</summary>
    public void Told() => (State, Prompts, NextActionAt) = (ReminderState.Answered, Prompts + 1, null);

    /// <summary>Asked as often as we do.</summary>
    public void GiveUp()
    {
        Refuse("give up");
        (State, NextActionAt) = (ReminderState.Unanswered, null);
    }

    private void Refuse(string what)
    {
        if (IsOver)
        {
            throw new InvalidOperationException($"Cannot {what}: reminder {Id} is {State}.");
        }
    }
}
