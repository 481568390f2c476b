namespace Assistant.Scheduling.DayPlan;

/// <summary>What has to change so that the rows of a day say what its sources want.</summary>
public sealed record PlanChanges(
    IReadOnlyList<PlanItem> Added, IReadOnlyList<PlanItem> Moved, IReadOnlyList<PlanItem> Restored, IReadOnlyList<PlanItem> Cancelled)
{
    /// <summary>Whether nothing has to change.</summary>
    public bool IsEmpty => Added.Count + Moved.Count + Restored.Count + Cancelled.Count == 0;
}

/// <summary>The rule that compares what is wanted with what is there, for one resident and one source.</summary>
/// <remarks>
/// What somebody answered, or what was asked already, is history and stays. What is over before anybody could speak of
/// it is never planned afterwards. Running it twice changes nothing the second time.
/// </remarks>
public static class Reconciliation
{
    /// <summary>Compares, and applies the moves to the rows it returns; new rows are made, none is saved.</summary>
    public static PlanChanges Of(
        IReadOnlyCollection<PlanItem> there, IReadOnlyCollection<(string Source, PlannedMoment Moment)> wanted, DateTimeOffset now)
    {
        List<PlanItem> added = [], moved = [], restored = [], cancelled = [];
        var bySlot = there.ToDictionary(i => (i.Source, i.LocalDate, i.Slot));
        foreach (var (source, moment) in wanted)
        {
            if (!bySlot.Remove((source, moment.LocalDate, moment.Slot), out var item))
            {
                if (moment.At + moment.Validity > now)
                {
                    added.Add(New(source, moment, now));
                }

                continue;
            }

            if (item.State is PlanItemState.Cancelled && moment.At + moment.Validity > now)
            {
                item.Restore();
                Fit(item, moment);
                restored.Add(item);
            }
            else if (item.State is PlanItemState.Planned && Fit(item, moment))
            {
                moved.Add(item);
            }
        }

        foreach (var unwanted in bySlot.Values.Where(i => i.State is PlanItemState.Planned))
        {
            unwanted.Cancel();
            cancelled.Add(unwanted);
        }

        return new PlanChanges(added, moved, restored, cancelled);
    }

    private static PlanItem New(string source, PlannedMoment moment, DateTimeOffset now) => new()
    {
        Id = PlanItemId.New(now),
        ResidentId = moment.ResidentId,
        Source = source,
        LocalDate = moment.LocalDate,
        Slot = moment.Slot,
        Title = moment.Title,
        Question = moment.Question,
        Choices = moment.Choices,
        Importance = moment.Importance,
        TellsCircle = moment.TellsCircle,
        At = moment.At,
        IsAllDay = moment.IsAllDay,
        NoticeAhead = moment.NoticeAhead,
        ValidUntil = moment.At + moment.Validity,
    };

    private static bool Fit(PlanItem item, PlannedMoment moment)
    {
        var until = moment.At + moment.Validity;
        var same = (item.At, item.IsAllDay, item.NoticeAhead, item.ValidUntil, item.Title, item.Importance, item.TellsCircle)
            == (moment.At, moment.IsAllDay, moment.NoticeAhead, until, moment.Title, moment.Importance, moment.TellsCircle);
        (item.At, item.IsAllDay, item.NoticeAhead, item.ValidUntil, item.Title, item.Importance, item.TellsCircle)
            = (moment.At, moment.IsAllDay, moment.NoticeAhead, until, moment.Title, moment.Importance, moment.TellsCircle);
        return !same;
    }
}
