using System.Globalization;
using Assistant.Scheduling.Medication;
using Microsoft.Extensions.Localization;

namespace Assistant.Bot.Dashboard.Medication;

/// <summary>Instructions in plain words of the reader's language: "1 tablet, elke dag om 08:00 en 20:00".</summary>
internal sealed class DosageWords(IStringLocalizer<MedicationTexts> texts, DayHours day)
{
    private const decimal LeastHours = 0.5m;

    public static string Number(decimal value) => value.ToString("0.###", CultureInfo.CurrentCulture);

    /// <summary>How much of what; without the unit where that stands elsewhere.</summary>
    public static string Count(DoseAmount dose) =>
        dose.Low == dose.High ? Number(dose.High) : $"{Number(dose.Low)}–{Number(dose.High)}";

    /// <summary>How much of what: "2 tabletten", "0,5 tablet".</summary>
    public string Amount(DoseAmount? dose) => dose is null ? "" : $"{Count(dose)} {Unit(dose.High, dose.Unit)}".TrimEnd();

    /// <summary>One instruction.</summary>
    public string Line(Dosage dosage)
    {
        var parts = new List<string> { dosage.Dose is { High: 0 } ? T("rest") : Amount(dosage.Dose) };
        parts.AddRange(dosage.AsNeeded ? Limits(dosage) : When(dosage.Timing));
        if (!dosage.AsNeeded && dosage.MinimumInterval is { } least)
        {
            parts.Add(T("limit.interval", Number((decimal)least.TotalHours)));
        }

        return string.Join(", ", parts.Where(part => part.Length > 0));
    }

    /// <summary>Several in one sentence.</summary>
    public string List(IReadOnlyList<string> items) =>
        items.Count < 2 ? string.Concat(items) : T("and", string.Join(", ", items.SkipLast(1)), items[^1]);

    public static string Day(DayOfWeek day) => CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(day);

    private IEnumerable<string> Limits(Dosage dosage)
    {
        var limits = AsNeededLimits.Of(dosage);
        yield return T("needed");
        if (dosage.AsNeededFor.Count > 0)
        {
            yield return T("needed.for", List(dosage.AsNeededFor));
        }

        if (limits.MinimumInterval is { } least)
        {
            yield return T("limit.interval", Number((decimal)least.TotalHours));
        }

        if (limits.MostTimes is { } times)
        {
            yield return T("limit.times", times, Number((decimal)limits.TimesPer.TotalHours));
        }

        if (limits.MostAmount is { } most)
        {
            yield return T("limit.most", Number(most.Amount), Unit(most.Amount, most.Unit), Number((decimal)most.Per.TotalHours));
        }
    }

    private IEnumerable<string> When(Timing? timing)
    {
        if (timing?.Repeat is not { } repeat)
        {
            yield return timing is { Events.Count: > 0 }
                ? List([.. timing.Events.Select(at => at.ToString(T("event.format"), CultureInfo.CurrentCulture))])
                : T("no_time");
            yield break;
        }

        yield return $"{Days(repeat)} {Moments(repeat)}".Trim();
        if (repeat.CycleDays is { } cycle && repeat.Bounds?.Length?.Days is { } on)
        {
            yield return T("cycle", on, cycle - on);
        }
        else if (repeat.Bounds?.Length is { } length)
        {
            yield return T($"length.{length.Unit}{(length.Value == 1 ? ".one" : "")}", Number(length.Value));
        }

        if (repeat.Count is { } count)
        {
            yield return T("count", count);
        }
    }

    private string Days(Repeat repeat)
    {
        var period = repeat.Period ?? 1;
        var times = repeat.Frequency ?? 1;
        return repeat switch
        {
            { PeriodUnit: < PeriodUnit.Day, Period: not null } =>
                Hours(repeat) < LeastHours ? T("hours.too_often") : T(repeat.WakingHours ? "hours.waking" : "hours", Number(Hours(repeat))),
            { DaysOfWeek.Count: > 0 } => T("days.week", List([.. repeat.DaysOfWeek.Distinct().Select(Day)])),
            { PeriodUnit: PeriodUnit.Week or PeriodUnit.Month or PeriodUnit.Year } =>
                T($"every.{repeat.PeriodUnit}{(period == 1 ? ".one" : "")}", times, Number(period)),
            { Period: > 1 } => T("every.Day", times, Number(period)),
            _ => T("days.all"),
        };
    }

    private static decimal Hours(Repeat repeat) => repeat.PeriodUnit is { } unit && repeat.Period is { } period
        ? (decimal)((new TimeLength(period, unit).Elapsed ?? TimeSpan.Zero) / Math.Max(1, repeat.Frequency ?? 1)).TotalHours
        : 0;

    private string Moments(Repeat repeat)
    {
        var times = repeat.TimesOfDay.Order().Select(time => time.ToString("HH:mm", CultureInfo.InvariantCulture)).ToList();
        var named = repeat.When.Select(when => T($"moment.{when}")).ToList();
        if (times.Count > 0)
        {
            return T("at", List(times));
        }

        // "Three times a day" is at her own hours; what we will ask is said, so that it can be checked.
        var often = repeat.Frequency ?? 1;
        return named.Count > 0 ? List(named)
            : repeat is { PeriodUnit: PeriodUnit.Day, Period: null or 1 } && often is > 0 and <= DayHours.MostTimesADay
                ? T("at", List([.. day.TimesADay(often).Select(time => time.ToString("HH:mm", CultureInfo.InvariantCulture))])) : "";
    }

    // A unit nobody gave a plural for ("mg", "IE") has none.
    private string Unit(decimal amount, string unit) =>
        amount > 1 && texts[$"plural.{unit}"] is { ResourceNotFound: false } plural ? plural.Value : unit;

    private string T(string key, params object[] values) => texts[key, values].Value;
}
