using System.Globalization;
using Assistant.Scheduling.CheckIns;

namespace Assistant.Bot.Dashboard.Hours;

/// <summary>One hour at which she is asked how she is, as it stands in the form.</summary>
internal sealed record HoursForm
{
    /// <summary>The shortest and the longest silence that is only silence, in minutes. Default 15 to 240. (choice)</summary>
    public const int LeastGrace = 15;

    /// <inheritdoc cref="LeastGrace"/>
    public const int MostGrace = 240;

    /// <summary>The days of a week, as RFC 5545 §3.3.10 writes them; Monday first.</summary>
    public static readonly IReadOnlyList<string> Week = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    private const string Daily = "FREQ=DAILY";
    private const string OnDays = "FREQ=WEEKLY;BYDAY=";

    /// <summary>Which; null for a new one.</summary>
    public Guid? Schedule { get; init; }

    /// <summary>At what time, as the browser writes it (<c>09:00</c>).</summary>
    public string? At { get; init; }

    /// <summary>On which days, as in <see cref="Week"/>.</summary>
    public IReadOnlyList<string>? Days { get; init; }

    /// <summary>How many minutes silence is only silence.</summary>
    public int Grace { get; init; } = (int)CheckInSchedule.DefaultGrace.TotalMinutes;

    /// <summary>The hour; null where it is none.</summary>
    public TimeOnly? Time => TimeOnly.TryParseExact(At, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;

    /// <summary>Whether it can be kept as it is.</summary>
    public bool IsWhole => Time is not null && Grace is >= LeastGrace and <= MostGrace && (Days ?? []).Any(Week.Contains);

    /// <summary>The days as a rule.</summary>
    public string Rule => Week.All(day => (Days ?? []).Contains(day)) ? Daily : OnDays + string.Join(',', Week.Where(day => (Days ?? []).Contains(day)));

    /// <summary>The form of what is stored.</summary>
    public static HoursForm Of(CheckInSchedule schedule) => new()
    {
        Schedule = schedule.Id,
        At = schedule.At.ToString("HH:mm", CultureInfo.InvariantCulture),
        Days = DaysOf(schedule.Rule),
        Grace = (int)schedule.Grace.TotalMinutes,
    };

    /// <summary>The days of a rule; none where it says more than days of the week.</summary>
    public static IReadOnlyList<string> DaysOf(string rule) => rule switch
    {
        Daily => Week,
        _ when rule.StartsWith(OnDays, StringComparison.Ordinal) && rule[OnDays.Length..].Split(',') is var days && days.All(Week.Contains) => days,
        _ => [],
    };
}
