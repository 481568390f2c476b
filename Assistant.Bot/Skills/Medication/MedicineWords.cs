using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Medication;

namespace Assistant.Bot.Skills.Medication;

/// <summary>Which of her medicines somebody names, and how many.</summary>
internal static class MedicineWords
{
    /// <remarks>Shorter words are too easily the beginning of another.</remarks>
    private const int LeastLetters = 4;

    private const int MostCounted = 100;

    /// <summary>Those of these that she names; "paracetamolletje" names "Paracetamol 500 mg".</summary>
    public static IReadOnlyList<Regimen> Named(string text, IEnumerable<Regimen> among)
    {
        var words = Words(text);
        return [.. among.Where(regimen => NameOf(regimen) is { Length: >= LeastLetters } name
            && words.Any(word => word.StartsWith(name, StringComparison.OrdinalIgnoreCase)))];
    }

    /// <summary>Whether both are the same medicine, whatever their strengths.</summary>
    public static bool AreSame(Regimen one, Regimen other) =>
        string.Equals(NameOf(one), NameOf(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether any of these words of the phrase files is in what was said.</summary>
    public static bool Hears(Turn turn, SayPage page, string key) => page.Hears[key]
        .Any(word => $" {turn.Utterance.Text}".Contains($" {word}", StringComparison.OrdinalIgnoreCase));

    /// <summary>A number in figures or in words; null where it is neither.</summary>
    public static int? Number(string? said, SayPage page) => said is null ? null
        : int.TryParse(said, out var figures) ? figures
        : Enumerable.Range(0, MostCounted).Cast<int?>()
            .FirstOrDefault(n => string.Equals(page.Forms.Number(n ?? 0, spoken: true), said, StringComparison.OrdinalIgnoreCase));

    private static string? NameOf(Regimen regimen) => Words(regimen.Medicine).FirstOrDefault();

    private static string[] Words(string text) => string.Concat(text.Select(c => char.IsLetterOrDigit(c) ? c : ' '))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
