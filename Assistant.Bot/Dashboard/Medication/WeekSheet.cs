using Assistant.Scheduling.Medication;

namespace Assistant.Bot.Dashboard.Medication;

/// <summary>One medicine of one time of the day, with how much on each day.</summary>
/// <param name="Medicine">As the label says.</param>
/// <param name="Unit">Of what the amounts are.</param>
/// <param name="IsExact">Whether it must be on time.</param>
/// <param name="Amounts">Seven, Monday first; empty on a day without.</param>
internal sealed record WeekRow(string Medicine, string Unit, bool IsExact, IReadOnlyList<string> Amounts);

/// <summary>What is taken at one time of the day in a week.</summary>
internal sealed record WeekTime(TimeOnly Time, IReadOnlyList<WeekRow> Rows);

/// <summary>One week of medicines, to be printed: a row for each medicine of each time, a box for each day.</summary>
internal sealed record WeekSheet(DateOnly Monday, IReadOnlyList<WeekTime> Times, IReadOnlyList<Regimen> AsNeeded)
{
    public IEnumerable<DateOnly> Days => Enumerable.Range(0, 7).Select(Monday.AddDays);

    public static WeekSheet Of(MedicineCabinet cabinet, DateOnly monday)
    {
        var sunday = monday.AddDays(6);
        var doses = cabinet.Moments(monday, sunday).SelectMany(moment => moment.Doses).ToList();
        var times = doses.GroupBy(dose => TimeOnly.FromDateTime(dose.Moment.Local)).OrderBy(at => at.Key)
            .Select(at => new WeekTime(at.Key, [.. at
                .GroupBy(dose => (dose.Regimen.TreatmentId, dose.Regimen.Medicine, Unit: dose.Moment.Dosage.Dose?.Unit ?? ""))
                .OrderBy(row => row.Key.Medicine, StringComparer.CurrentCultureIgnoreCase)
                .Select(row => Row(row.Key.Medicine, row.Key.Unit, [.. row], monday))]));
        return new WeekSheet(
            monday,
            [.. times],
            [.. cabinet.Regimens.Where(r => r.From <= sunday && !(r.Until < monday) && !r.NeverHeld && r.Dosages.Any(d => d.AsNeeded))]);
    }

    private static WeekRow Row(string medicine, string unit, IReadOnlyList<MedicineDose> doses, DateOnly monday) => new(
        medicine,
        unit,
        doses.Any(dose => dose.Moment.Dosage.Timing?.Repeat?.Exact == true),
        [.. Enumerable.Range(0, 7).Select(day => AmountOf(doses.Where(d => d.Moment.Date == monday.AddDays(day))))]);

    private static string AmountOf(IEnumerable<MedicineDose> doses) => string.Join(" + ", doses.Select(dose => dose.Moment.Dosage.Dose is { } amount
        ? DosageWords.Count(amount)
        : "×"));
}
