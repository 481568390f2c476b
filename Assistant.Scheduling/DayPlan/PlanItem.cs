using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.DayPlan;

/// <summary>One thing on one day of one resident, with what became of it.</summary>
/// <remarks>Unique by resident, source, date and slot, so that planning twice changes nothing.</remarks>
public sealed class PlanItem
{
    /// <summary>The key.</summary>
    public required PlanItemId Id { get; init; }

    /// <summary>Whose day.</summary>
    public required ResidentId ResidentId { get; init; }

    /// <summary>Which source put it there.</summary>
    public required string Source { get; init; }

    /// <summary>The date on her wall calendar.</summary>
    public required DateOnly LocalDate { get; init; }

    /// <summary>The moment's own id within source and date.</summary>
    public required string Slot { get; init; }

    /// <summary>What it is, in her words or as a say-key after <c>=</c>.</summary>
    public required string Title { get; set; }

    /// <summary>What is asked about it.</summary>
    public required string Question { get; init; }

    /// <summary>The answers offered with that question. Shape: intents, at most three, with a space between.</summary>
    public required string Choices { get; init; }

    /// <summary>How much is made of it.</summary>
    public required Importance Importance { get; set; }

    /// <summary>Whether somebody is told when it stays unconfirmed.</summary>
    public required bool TellsCircle { get; set; }

    /// <summary>When it is.</summary>
    public required DateTimeOffset At { get; set; }

    /// <summary>Whether it takes the whole day: <see cref="At"/> is then only when to tell it, and is never said.</summary>
    public bool IsAllDay { get; set; }

    /// <summary>How long before its time she hears that it comes; zero where only at its time.</summary>
    public TimeSpan NoticeAhead { get; set; }

    /// <summary>When it is first spoken of.</summary>
    public DateTimeOffset SpeaksAt => At - NoticeAhead;

    /// <summary>Until when it may be spoken of; exclusive.</summary>
    public required DateTimeOffset ValidUntil { get; set; }

    /// <summary>What became of it.</summary>
    public PlanItemState State { get; private set; }

    /// <summary>When it was answered; null until then.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Who said so; null until then.</summary>
    public PersonId? AnsweredBy { get; private set; }

    /// <summary>Whether it still waits for an answer. A late one counts: it is recorded with its real time.</summary>
    public bool IsAnswerable => State is PlanItemState.Planned or PlanItemState.Open
        or PlanItemState.Unconfirmed or PlanItemState.Expired;

    /// <summary>Somebody has been told or asked.</summary>
    public void Open() => Move(PlanItemState.Open, PlanItemState.Planned);

    /// <summary>It was done, as this person said at this moment.</summary>
    public void Done(PersonId by, DateTimeOffset at) => Answer(PlanItemState.Done, by, at);

    /// <summary>It was left out, as this person said at this moment.</summary>
    public void Skip(PersonId by, DateTimeOffset at) => Answer(PlanItemState.Skipped, by, at);

    /// <summary>It was told, and nothing was asked.</summary>
    public void Told() => Move(PlanItemState.Done, PlanItemState.Planned, PlanItemState.Open);

    /// <summary>Nobody answered.</summary>
    public void LeaveUnconfirmed() => Move(PlanItemState.Unconfirmed, PlanItemState.Planned, PlanItemState.Open);

    /// <summary>Its time went by unspoken.</summary>
    public void Expire() => Move(PlanItemState.Expired, PlanItemState.Planned);

    /// <summary>It is no longer wanted.</summary>
    public void Cancel() => Move(PlanItemState.Cancelled, PlanItemState.Planned, PlanItemState.Open);

    /// <summary>It is wanted again.</summary>
    public void Restore() => Move(PlanItemState.Planned, PlanItemState.Cancelled);

    // A wrong button can be put right: the last answer stands, and whoever keeps a record keeps both.
    private void Answer(PlanItemState to, PersonId by, DateTimeOffset at)
    {
        Move(
            to, PlanItemState.Planned, PlanItemState.Open, PlanItemState.Unconfirmed, PlanItemState.Expired, PlanItemState.Done, PlanItemState.Skipped);
        (AnsweredAt, AnsweredBy) = (at, by);
    }

    private void Move(PlanItemState to, params ReadOnlySpan<PlanItemState> from)
    {
        if (!from.Contains(State))
        {
            throw new InvalidOperationException($"A {State} item of the day cannot become {to}.");
        }

        State = to;
    }
}
