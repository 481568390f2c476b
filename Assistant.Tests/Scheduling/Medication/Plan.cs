using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Medication;

namespace Assistant.Tests.Scheduling.Medication;

/// <summary>Short words for the plans of these tests: Amsterdam, default hours, counted from the first day.</summary>
internal static class Plan
{
    public static readonly DateOnly Monday = new(2026, 3, 2);

    public static Dosage Of(Repeat repeat, decimal amount = 1) =>
        new() { Timing = new Timing { Repeat = repeat }, Dose = DoseAmount.Of(amount, "tablet") };

    public static Repeat Per(int times, decimal period, PeriodUnit unit) =>
        new() { Frequency = times, Period = period, PeriodUnit = unit };

    public static DoseWindow Days(int days, DateOnly? from = null, string zone = "Europe/Amsterdam", DateOnly? anchor = null)
    {
        var first = from ?? Monday;
        return new DoseWindow(first, first.AddDays(days), HomeTimeZone.Of(zone), DayHours.Default, anchor ?? first);
    }

    public static Bounds For(decimal value, PeriodUnit unit) => new() { Length = new TimeLength(value, unit) };

    public static string[] Times(IEnumerable<DoseMoment> doses) => [.. doses.Select(dose => $"{dose.Local:MM-dd HH:mm}")];

    public static string[] Slots(IEnumerable<DoseMoment> doses) => [.. doses.Select(dose => $"{dose.Date:MM-dd} {dose.Slot}")];
}
