using Assistant.Scheduling.Medication;

namespace Assistant.Bot.Dashboard.Medication;

/// <summary>On which days a medicine is taken, as the form asks it.</summary>
internal enum FormPattern
{
    Daily,
    Weekdays,
    EveryDays,
    Cycle,
    Hours,
    AsNeeded,
}

/// <summary>What the organiser fills in; everything is text until it is read.</summary>
internal sealed class MedicineForm
{
    /// <summary>How many steps of a taper the form has room for.</summary>
    public const int MostSteps = 5;

    /// <summary>How many times of the clock the form has room for: Parkinson's takes seven.</summary>
    public const int MostTimes = 8;

    /// <summary>The moments of her own day that the form offers, in the order of the day.</summary>
    public static readonly IReadOnlyList<EventTiming> Offered =
    [
        EventTiming.Waking, EventTiming.Breakfast, EventTiming.LateMorning, EventTiming.Lunch,
        EventTiming.Afternoon, EventTiming.Dinner, EventTiming.Evening, EventTiming.Bedtime,
    ];

    public string? Medicine { get; set; }

    public string? Amount { get; set; } = "1";

    public string? Unit { get; set; } = "tablet";

    public FormPattern Pattern { get; set; }

    /// <summary>Times of the clock. Shape: 08:00; in one field several, as 08:00 20:00.</summary>
    public string?[] Times { get; set; } = ["08:00"];

    /// <summary>How much at each of these times, where it is not <see cref="Amount"/>.</summary>
    public string?[] TimeAmounts { get; set; } = [];

    public EventTiming[] Moments { get; set; } = [];

    /// <summary>How much at each of the moments that are offered, in their order, where it is not <see cref="Amount"/>.</summary>
    public string?[] MomentAmounts { get; set; } = [];

    public DayOfWeek[] Days { get; set; } = [];

    public string? Every { get; set; }

    public string? DaysOn { get; set; }

    public string? DaysOff { get; set; }

    public string? EveryHours { get; set; }

    public bool OnlyAwake { get; set; }

    public string? LeastHours { get; set; }

    public string? MostADay { get; set; }

    public string?[] StepAmounts { get; set; } = [];

    public string?[] StepDays { get; set; } = [];

    public bool Exact { get; set; }

    public bool TellsCircle { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? Until { get; set; }

    /// <summary>One of several fields; null where nobody filled it in.</summary>
    public static string? Nth(string?[] of, int index) => index < of.Length ? of[index] : null;
}
