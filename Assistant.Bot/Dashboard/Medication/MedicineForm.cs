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

    public string? Medicine { get; set; }

    public string? Amount { get; set; } = "1";

    public string? Unit { get; set; } = "tablet";

    public FormPattern Pattern { get; set; }

    /// <summary>Times of the clock. Shape: 08:00 20:00.</summary>
    public string? Times { get; set; } = "08:00";

    public EventTiming[] Moments { get; set; } = [];

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

    public static string? Step(string?[] of, int index) => index < of.Length ? of[index] : null;
}
