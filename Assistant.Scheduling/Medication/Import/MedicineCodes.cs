namespace Assistant.Scheduling.Medication.Import;

/// <summary>What other systems call a medicine, kept with it so that the next file is held against the right one.</summary>
/// <remarks>
/// Shape: <c>system|code</c>, with a space between. Source: G-Standaard HPK (2.16.840.1.113883.2.4.4.7), PRK (.10) and
/// GPK (.1) name a product; ATC names a substance, of which somebody may take two; MP9 names the treatment itself.
/// </remarks>
internal static class MedicineCodes
{
    private const string Treatment = "treatment";
    private static readonly string[] Substance = ["whocc.no/atc|", "2.16.840.1.113883.6.73|"];

    public static string Token(string system, string code) => string.Concat($"{system}|{code}".Where(c => !char.IsWhiteSpace(c)));

    /// <summary>All that an entry says of it; null where it says nothing.</summary>
    public static string? Of(ImportedEntry.Proposal entry)
    {
        var treatment = entry.Treatment is { } id ? [Token(Treatment, id)] : Array.Empty<string>();
        return string.Join(' ', treatment.Concat(entry.Codes)) is { Length: > 0 } all ? all : null;
    }

    /// <summary>Whether both belong to one treatment.</summary>
    public static bool AreOneTreatment(string? one, string? other) => Shared(one, other).Any(IsTreatment);

    /// <summary>Whether both are one product.</summary>
    public static bool AreOneProduct(string? one, string? other) => Shared(one, other).Any(code => !IsTreatment(code) && !IsSubstance(code));

    /// <summary>Whether both hold the same substance, in whatever strength or form.</summary>
    public static bool AreOneSubstance(string? one, string? other) => Shared(one, other).Any(IsSubstance);

    private static IEnumerable<string> Shared(string? one, string? other) => (one ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Intersect((other ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static bool IsTreatment(string code) => code.StartsWith(Treatment + '|', StringComparison.Ordinal);

    private static bool IsSubstance(string code) => Substance.Any(system => code.Contains(system, StringComparison.Ordinal));
}
