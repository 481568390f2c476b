using System.Globalization;
using Assistant.Scheduling.Medication;

namespace Assistant.Bot.Dashboard.Medication;

/// <summary>One moment of the day that was filled in, with how much is taken then.</summary>
/// <param name="Time">By the clock; null for a moment of her own day.</param>
/// <param name="When">A moment of her own day; null for a time of the clock.</param>
/// <param name="Amount">How much, where it differs from what is taken each time; empty where it does not.</param>
internal sealed record FormMoment(TimeOnly? Time, EventTiming? When, string? Amount)
{
    private static readonly char[] Between = [' ', ',', ';', '\n', '\r', '\t'];
    private static readonly string[] TimeShapes = ["H:mm", "HH:mm", "H.mm", "HH.mm"];

    /// <summary>All that was filled in, in the order of the day; and whether every time could be read.</summary>
    public static (IReadOnlyList<FormMoment> Moments, bool AreClear) All(MedicineForm form)
    {
        var moments = new List<FormMoment>();
        var areClear = true;
        for (var i = 0; i < form.Times.Length; i++)
        {
            foreach (var said in (form.Times[i] ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries))
            {
                areClear &= TimeOnly.TryParseExact(said, TimeShapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time);
                moments.Add(new FormMoment(time, null, MedicineForm.Nth(form.TimeAmounts, i)));
            }
        }

        // Who fills in an amount beside a moment means that moment, ticked or not.
        moments.AddRange(MedicineForm.Offered
            .Select((when, i) => new FormMoment(null, when, MedicineForm.Nth(form.MomentAmounts, i)))
            .Where(moment => form.Moments.Contains(moment.When ?? default) || !string.IsNullOrWhiteSpace(moment.Amount)));
        return (InOrder(moments), areClear);
    }

    /// <summary>The moments of these instructions, in the order of the day, each with what is taken then.</summary>
    public static IReadOnlyList<(FormMoment Moment, DoseAmount? Dose)> Of(IEnumerable<Dosage> dosages) =>
        [.. dosages.SelectMany(dosage => Named(dosage.Timing?.Repeat ?? new Repeat()).Select(moment => (moment, dosage.Dose)))
            .OrderBy(one => one.moment.ByDefault)];

    private TimeSpan ByDefault => Time?.ToTimeSpan() ?? DayHours.Default.At(When ?? EventTiming.Morning, null);

    private static IReadOnlyList<FormMoment> InOrder(IEnumerable<FormMoment> moments) =>
        [.. moments.DistinctBy(moment => (moment.Time, moment.When)).OrderBy(moment => moment.ByDefault)];

    private static IEnumerable<FormMoment> Named(Repeat repeat) =>
        repeat.TimesOfDay.Select(time => new FormMoment(time, null, null))
            .Concat(repeat.When.Where(MedicineForm.Offered.Contains).Select(when => new FormMoment(null, when, null)));
}
