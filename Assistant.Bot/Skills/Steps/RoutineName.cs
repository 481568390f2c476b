using Assistant.Scheduling.DayPlan;

namespace Assistant.Bot.Skills.Steps;

/// <summary>Finds which routine somebody names in passing: "hoe zet ik koffie" is about "koffie zetten".</summary>
internal static class RoutineName
{
    /// <summary>The shortest word that can tell one routine from another, in letters: shorter ones are "met", "ik" and "the".</summary>
    private const int LeastLetters = 4;

    /// <summary>The routine of which most words are named; null where none is.</summary>
    public static Routine? Find(string said, IEnumerable<Routine> routines)
    {
        var words = Words(said);
        return routines.Select(routine => (Routine: routine, Named: Words(routine.Title).Count(word => words.Exists(w => IsSame(w, word)))))
            .Where(one => one.Named > 0).OrderByDescending(one => one.Named).Select(one => one.Routine).FirstOrDefault();
    }

    // "Opsta" for "opstaan", "koffie" for "koffiezetten": one begins with the other.
    private static bool IsSame(string a, string b) =>
        a.StartsWith(b, StringComparison.OrdinalIgnoreCase) || b.StartsWith(a, StringComparison.OrdinalIgnoreCase);

    private static List<string> Words(string text) =>
        [.. text.Split((char[])[' ', ',', '.', '?', '!', '-'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length >= LeastLetters)];
}
