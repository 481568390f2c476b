using System.Globalization;
using Assistant.Scheduling.Calendar;

namespace Assistant.Scheduling.Medication.Import;

/// <summary>Reads FHIR's values; what cannot be read is a finding with the name of its field.</summary>
internal sealed class FhirValues(Findings findings, HomeTimeZone zone)
{
    private static readonly Dictionary<string, PeriodUnit> Units = new(StringComparer.OrdinalIgnoreCase)
    {
        ["s"] = PeriodUnit.Second, ["min"] = PeriodUnit.Minute, ["h"] = PeriodUnit.Hour, ["d"] = PeriodUnit.Day,
        ["wk"] = PeriodUnit.Week, ["mo"] = PeriodUnit.Month, ["a"] = PeriodUnit.Year,
    };

    public Findings Findings => findings;

    public decimal? Decimal(FhirNode? parent, string name)
    {
        if (parent?.Text(name) is not { } text)
        {
            return null;
        }
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }
        if (IsDecimalComma(text)
            && decimal.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out number))
        {
            findings.Confirm("decimal-comma", parent[name]?.Path ?? "",
                $"'{Shown(text)}' has a decimal comma; read as {number:0.###}. Confirm the number.");
            return number;
        }
        Wrong("number", parent, name, $"'{Shown(text)}' is not a number that can be used. Give one such as 1 or 0.5.");
        return null;
    }

    public int? Whole(FhirNode? parent, string name)
    {
        if (Decimal(parent, name) is not { } number || parent is null)
        {
            return null;
        }
        if (number == Math.Truncate(number) && number is >= int.MinValue and <= int.MaxValue)
        {
            return (int)number;
        }
        Wrong("number", parent, name, $"{number} is not a whole number that can be used. Correct it.");
        return null;
    }

    public bool? Flag(FhirNode? parent, string name)
    {
        if (parent?.Text(name) is not { } text)
        {
            return null;
        }
        if (text is "true" or "false")
        {
            return text == "true";
        }
        Wrong("boolean", parent, name, $"'{Shown(text)}' is neither true nor false. Correct it.");
        return null;
    }

    public PeriodUnit? Unit(FhirNode? parent, string name)
    {
        if (parent?.Text(name) is not { } text)
        {
            return null;
        }
        if (Units.TryGetValue(text, out var unit))
        {
            return unit;
        }
        Wrong("unit-of-time", parent, name, $"'{Shown(text)}' is not a unit of time. Use s, min, h, d, wk, mo or a.");
        return null;
    }

    /// <summary>A Duration: value and UCUM code.</summary>
    public TimeLength? Length(FhirNode? duration)
    {
        if (duration is null || Decimal(duration, "value") is not { } value)
        {
            return null;
        }
        var field = duration.Text("code") is null ? "unit" : "code";
        if (Unit(duration, field) is { } unit)
        {
            return new TimeLength(value, unit);
        }
        if (duration.Text(field) is null)
        {
            Wrong("unit-of-time", duration, "code", "A length needs a unit of time. Use s, min, h, d, wk, mo or a.");
        }
        return null;
    }

    /// <summary>A date or date-time of FHIR as the person lives it: see <see cref="FhirMoment"/>.</summary>
    public FhirMoment? Moment(FhirNode? parent, string name)
    {
        if (parent?.Text(name) is not { } text)
        {
            return null;
        }
        if (FhirMoment.TryRead(text, zone) is { } moment)
        {
            return moment;
        }
        Wrong("date", parent, name,
            $"'{Shown(text)}' is not a date. Write it as 2026-03-01 or 2026-03-01T08:00:00+01:00.");
        return null;
    }

    /// <summary>The words of a CodeableConcept: its text, else the first display, else the first code.</summary>
    public static string? Words(FhirNode? concept) => concept?.Text("text")
        ?? concept?.All("coding").Select(coding => coding.Text("display")).FirstOrDefault(display => display is not null)
        ?? concept?["coding"]?.Text("code");

    private void Wrong(string code, FhirNode parent, string name, string sentence) =>
        findings.Wrong(code, parent[name]?.Path ?? parent.PathOf(name, repeats: false), sentence);

    /// <summary>"1,50" can only be one and a half; "1,500" might be a thousand more.</summary>
    private static bool IsDecimalComma(string text) =>
        text.Count(c => c == ',') == 1 && text.Length - text.IndexOf(',') != 4;

    /// <summary>As much of somebody else's text as a sentence can bear.</summary>
    private static string Shown(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 40), "…");
}
