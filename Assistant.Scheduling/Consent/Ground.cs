using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.Consent;

/// <summary>What gives us the right to say something to somebody; nothing is said without one.</summary>
/// <remarks>Source: GDPR art. 6(1) and 9(2).</remarks>
/// <param name="About">Whom it is about; null where it is about nobody whose days we keep.</param>
/// <param name="Purpose">What she must have agreed to, where it is said to herself unasked.</param>
/// <param name="Kind">What somebody else would learn of her; null where it is said to herself.</param>
/// <param name="IsVital">Whether her life may depend on it.</param>
public sealed record Ground(ResidentId? About, Purpose? Purpose = null, SharedKind? Kind = null, bool IsVital = false)
{
    /// <summary>It tells nothing of any resident.</summary>
    public static Ground Nobody { get; } = new((ResidentId?)null);

    /// <summary>It is said to the resident herself, because she spoke or because it is about her safety.</summary>
    public static Ground ToHerself(ResidentId resident) => new(resident);

    /// <summary>It is said to the resident herself, unasked, for a purpose she agreed to.</summary>
    public static Ground For(Purpose purpose, ResidentId resident) => new(resident, purpose);

    /// <summary>It tells somebody else this kind of thing about a resident.</summary>
    public static Ground Telling(SharedKind kind, ResidentId about, bool isVital = false) => new(about, null, kind, isVital);
}
