using System.Globalization;
using Assistant.Scheduling.Medication;
using Microsoft.Extensions.Localization;

namespace Assistant.Bot.Dashboard.Medication;

/// <summary>What the pages of one resident's medicines are given.</summary>
internal sealed record MedicationView(
    Watch Watch, MedicationSheet Sheet, WallClock Clock, IStringLocalizer<MedicationTexts> Texts, PageAddress Address)
{
    /// <summary>How far ahead a plan is shown.</summary>
    public const int DaysShown = 14;

    /// <summary>The clocks the page offers: where people of here go.</summary>
    public static readonly IReadOnlyList<string> Zones =
    [
        "Europe/Amsterdam", "Europe/Brussels", "Europe/London", "Europe/Lisbon", "Europe/Athens", "Europe/Istanbul", "Africa/Casablanca",
        "America/Paramaribo", "America/Curacao", "America/New_York", "Asia/Jakarta", "Australia/Sydney",
    ];

    public DosageWords Words { get; } = new(Texts, Sheet.Cabinet.Hours);

    /// <summary>The page of her medicines, or one below it.</summary>
    public string Path(string below = "") => Address.Page($"/dashboard/residents/{Sheet.Id}/medication{below}");

    /// <summary>The same, with a query of its own.</summary>
    public string Path(string below, string query) =>
        Path(below) + (Address is { Neighbourhood: null, Language: null } ? "?" : "&") + query;

    public string Day(DateOnly date) => date.ToString(Texts["day.format"].Value, CultureInfo.CurrentCulture);

    public static string Time(DateTimeOffset at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Since when until when.</summary>
    public string Period(Regimen regimen) => regimen switch
    {
        { Until: { } until } when regimen.From > Sheet.Today => Texts["period.from_until", Day(regimen.From), Day(until)].Value,
        { Until: { } until } => Texts["period.until", Day(until)].Value,
        _ when regimen.From > Sheet.Today => Texts["period.from", Day(regimen.From)].Value,
        _ => Texts["period.since", Day(regimen.From)].Value,
    };

    /// <summary>What is in the house of it, and until when; null where nobody counted.</summary>
    public string? Stock(Regimen regimen)
    {
        if (Sheet.Stock.FirstOrDefault(left => left.TreatmentId == regimen.TreatmentId) is not { } left)
        {
            return null;
        }

        var amount = DosageWords.Number(Math.Max(0, left.Supply.Stock));
        return left.RunsOut is { } dose
            ? Texts[left.IsLow(Sheet.Now) ? "stock.low" : "stock.until", amount, Day(dose.Moment.Date)].Value
            : Texts["stock.enough", amount].Value;
    }

    public bool IsLow(Regimen regimen) =>
        Sheet.Stock.FirstOrDefault(left => left.TreatmentId == regimen.TreatmentId)?.IsLow(Sheet.Now) == true;

    /// <summary>What one moment is made of.</summary>
    public IEnumerable<string> Doses(MedicationMoment moment) => moment.Doses
        .Select(dose => $"{Words.Amount(dose.Moment.Dosage.Dose)} {dose.Regimen.Medicine}".Trim());

    public string Change(RegimenChange change)
    {
        var medicine = Sheet.Cabinet.Regimens.FirstOrDefault(r => r.TreatmentId == change.TreatmentId)?.Medicine ?? Texts["all_medicines"].Value;
        var who = Sheet.Names.GetValueOrDefault(change.By) ?? "";
        return Texts[$"change.{change.Kind}", medicine, Day(change.From), Clock.When(change.At), who].Value;
    }
}

/// <summary>A plan of the coming days, as a part of a page.</summary>
/// <param name="View">The page.</param>
/// <param name="Cabinet">What is planned; the medicines as they are, or as they would be.</param>
/// <param name="Only">The treatment that is shown; null for all.</param>
internal sealed record PlanPreview(MedicationView View, MedicineCabinet Cabinet, Guid? Only = null)
{
    /// <summary>Each day with its moments, days without any too.</summary>
    public IEnumerable<(DateOnly Date, IReadOnlyList<MedicationMoment> Moments)> Days()
    {
        var from = View.Sheet.Today;
        var moments = Cabinet.Moments(from, from.AddDays(MedicationView.DaysShown - 1))
            .Select(moment => moment with { Doses = [.. moment.Doses.Where(dose => Only is null || dose.Regimen.TreatmentId == Only)] })
            .Where(moment => moment.Doses.Count > 0)
            .OrderBy(moment => moment.Planned.At).ToLookup(moment => moment.Planned.LocalDate);
        return Enumerable.Range(0, MedicationView.DaysShown).Select(from.AddDays)
            .Select(date => (date, (IReadOnlyList<MedicationMoment>)[.. moments[date]]));
    }

    /// <summary>Whether one medicine comes twice at one moment.</summary>
    public bool HasTwiceAtOnce => Days().SelectMany(day => day.Moments)
        .Any(moment => moment.Doses.GroupBy(dose => dose.Regimen.Id).Any(same => same.Skip(1).Any()));

    /// <summary>All of it in one sentence, for whoever listens instead of looks.</summary>
    public string InShort()
    {
        var moments = Days().SelectMany(day => day.Moments).ToList();
        return moments.Count == 0
            ? View.Texts["preview.said.none"].Value
            : View.Texts["preview.said", moments.Count, View.Day(moments[0].Planned.LocalDate), MedicationView.Time(moments[0].Doses[0].Moment.Instant)].Value;
    }
}
