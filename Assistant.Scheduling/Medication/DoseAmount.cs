using System.Globalization;

namespace Assistant.Scheduling.Medication;

/// <summary>How much is taken at one moment: "1 tablet", "10-15 ml".</summary>
/// <remarks>
/// Unit: the source's own word (FHIR shows <c>unit</c>, never <c>code</c>: the UCUM code of a tablet is "1").
/// A fixed amount has <see cref="Low"/> equal to <see cref="High"/>. Source: FHIR R4 Dosage.doseAndRate.dose[x].
/// </remarks>
public sealed record DoseAmount(decimal Low, decimal High, string Unit)
{
    /// <summary>A fixed amount.</summary>
    public static DoseAmount Of(decimal value, string unit) => new(value, value, unit);

    /// <summary>The amount in the source's own words and digits, trailing zeros dropped: "0.5 tablet", "10-15 ml".</summary>
    public override string ToString()
    {
        var amount = Low == High ? Digits(Low) : $"{Digits(Low)}-{Digits(High)}";
        return Unit.Length == 0 ? amount : $"{amount} {Unit}";
    }

    private static string Digits(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
