using Assistant.Scheduling.DayPlan;

namespace Assistant.Bot.Dashboard.Days;

/// <summary>On which days something is, as the form asks it.</summary>
internal enum FormDays
{
    Daily,
    Weekdays,
    Once,

    /// <summary>As it comes back now, in a way the form cannot hold.</summary>
    Kept,
}

/// <summary>What the organiser fills in; everything is text until it is read, so that nothing typed is lost.</summary>
internal sealed class WeekForm
{
    /// <summary>The notices ahead that the form offers. Unit: minutes.</summary>
    public static readonly IReadOnlyList<int> Notices = [0, 5, 10, 15, 30, 60];

    public string? What { get; set; }

    /// <summary>A time of the clock. Shape: 10:30.</summary>
    public string? Time { get; set; }

    public bool WholeDay { get; set; }

    public FormDays Days { get; set; } = FormDays.Weekdays;

    public DayOfWeek[] Weekdays { get; set; } = [];

    /// <summary>Every so many weeks.</summary>
    public string? Weeks { get; set; } = "1";

    public DateOnly? From { get; set; }

    public DateOnly? Until { get; set; }

    /// <summary>How long it takes. Unit: minutes.</summary>
    public string? Lasts { get; set; }

    public string? Place { get; set; }

    public Importance Importance { get; set; }

    /// <summary>How long before its time she hears that it comes. Unit: minutes.</summary>
    public int Notice { get; set; }

    /// <summary>What she does one after the other, a line each.</summary>
    public string? Steps { get; set; }
}
