namespace Assistant.Scheduling.DayPlan.Calendars;

/// <summary>What an entry is to what stands on her days already.</summary>
public enum CalendarNews
{
    /// <summary>It is not there yet.</summary>
    New,

    /// <summary>It is there, otherwise.</summary>
    Changed,

    /// <summary>It is there just so.</summary>
    Same,

    /// <summary>A later revision of it is there.</summary>
    Older,

    /// <summary>It is there, and is called off.</summary>
    Ends,

    /// <summary>There is nothing to do: it is over, or called off and was never there.</summary>
    Nothing,

    /// <summary>It cannot be read.</summary>
    Unreadable,
}

/// <summary>How many appointments came, changed and went when a calendar was taken over.</summary>
public readonly record struct CalendarChanges(int Added, int Changed, int Ended)
{
    /// <summary>Whether anything is otherwise than before.</summary>
    public bool Any => Added + Changed + Ended > 0;
}
