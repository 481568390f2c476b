namespace Assistant.Scheduling.Jobs;

/// <summary>How something is.</summary>
public enum WatchMark
{
    /// <summary>As it ought to be.</summary>
    Well,

    /// <summary>Somebody should look when she can.</summary>
    Look,

    /// <summary>Somebody does not hear what she must.</summary>
    Wrong,
}

/// <summary>What the watchman looks at.</summary>
public enum WatchSubject
{
    /// <summary>Whether what should leave leaves.</summary>
    Sending,

    /// <summary>Whether what is due is taken up.</summary>
    Work,

    /// <summary>Whether a job of the timetable runs.</summary>
    Job,

    /// <summary>Whether a channel brings what it is given.</summary>
    Channel,

    /// <summary>Whether everybody who may be asked can be reached.</summary>
    Reach,
}

/// <summary>One thing the watchman saw.</summary>
/// <param name="Subject">What.</param>
/// <param name="Name">Which job or channel or table; empty where there is one of it.</param>
/// <param name="Mark">How it is.</param>
/// <param name="Since">Since when, or when last; null where that is unknown.</param>
/// <param name="Count">How many rows, places or people; zero where nothing is counted.</param>
public sealed record WatchFinding(WatchSubject Subject, string Name, WatchMark Mark, DateTimeOffset? Since, int Count);

/// <summary>What the watchman saw at one moment.</summary>
public sealed record WatchReport(DateTimeOffset At, IReadOnlyList<WatchFinding> Findings)
{
    /// <summary>The worst of it.</summary>
    public WatchMark Worst => Findings.Select(finding => finding.Mark).DefaultIfEmpty().Max();
}
