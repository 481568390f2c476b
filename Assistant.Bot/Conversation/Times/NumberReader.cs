using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Assistant.Bot.Conversation.Times;

/// <summary>Reads numbers as people type and say them: "22", "tweeëntwintig", "twee en twintig", "two thousand and six".</summary>
/// <remarks>Reports every number that begins at a word: of "twenty two" both 20 and 22; the grammar chooses.</remarks>
internal sealed class NumberReader
{
    private readonly (string Word, int Value)[] atoms;
    private readonly HashSet<string> joins;
    private readonly HashSet<string> articles;
    private readonly HashSet<char> initials;
    private readonly Dictionary<string, int> ordinals;
    private readonly string[] ordinalEndings;
    private readonly HashSet<string> ordinalMarks;
    private readonly bool isUnitFirst;

    public NumberReader(YamlMappingNode file)
    {
        var numbers = file.Map("numbers") ?? new YamlMappingNode();
        atoms = [.. Values(numbers, "values").OrderByDescending(atom => atom.Word.Length)];
        joins = numbers.Texts("join").ToHashSet(StringComparer.Ordinal);
        articles = numbers.Texts("articles").ToHashSet(StringComparer.Ordinal);
        ordinals = Values(numbers, "ordinals").ToDictionary(atom => atom.Word, atom => atom.Value);
        ordinalEndings = [.. numbers.Texts("ordinal_endings")];
        ordinalMarks = numbers.Texts("ordinal_marks").ToHashSet(StringComparer.Ordinal);
        isUnitFirst = numbers.Text("units_before_tens") == "true";
        initials = atoms.Select(atom => atom.Word[0]).ToHashSet();
    }

    public enum Kind
    {
        Number,
        Article,
        Ordinal,
        SpokenYear,
    }

    /// <summary>Calls back for each number that begins at this token, with the token after it.</summary>
    public void ReadAt(IReadOnlyList<Token> tokens, int at, Action<Kind, Amount, int> found)
    {
        if (tokens[at].IsNumber)
        {
            ReadDigits(tokens, at, found);
        }
        else if (articles.Contains(tokens[at].Text) && !tokens[at].IsMarked)
        {
            found(Kind.Article, new Amount(1, 0), at + 1);
        }
        if (tokens[at].IsWord)
        {
            ReadWords(tokens, at, found);
        }
    }

    private static IEnumerable<(string Word, int Value)> Values(YamlMappingNode numbers, string name) => numbers
        .Entries(name)
        .Select(entry => (Tokens.Plain(entry.Name), int.Parse(entry.Node.Text(), CultureInfo.InvariantCulture)));

    private void ReadDigits(IReadOnlyList<Token> tokens, int at, Action<Kind, Amount, int> found)
    {
        var text = tokens[at].Text;
        if (text.Length > 9)
        {
            return;
        }
        var whole = double.Parse(text, CultureInfo.InvariantCulture);
        found(Kind.Number, new Amount(whole, text.Length), at + 1);
        if (Glued(tokens, at + 1) is { } mark && ordinalMarks.Contains(mark))
        {
            found(Kind.Ordinal, new Amount(whole, text.Length), at + 2);
        }
        if (Glued(tokens, at + 1) is "," or "." && Glued(tokens, at + 2) is { Length: < 9 } part && char.IsAsciiDigit(part[0]))
        {
            var value = double.Parse($"{text}.{part}", CultureInfo.InvariantCulture);
            found(Kind.Number, new Amount(value, text.Length), at + 3);
        }
    }

    private static string? Glued(IReadOnlyList<Token> tokens, int at) =>
        at < tokens.Count && tokens[at].IsGlued ? tokens[at].Text : null;

    private void ReadWords(IReadOnlyList<Token> tokens, int at, Action<Kind, Amount, int> found)
    {
        if (ordinals.TryGetValue(tokens[at].Text, out var ordinal))
        {
            found(Kind.Ordinal, new Amount(ordinal, 0), at + 1);
        }
        if (!initials.Contains(tokens[at].Text[0]))
        {
            return;
        }
        var said = Atoms(tokens, at);
        foreach (var (value, end, isYear) in SpokenNumber.Readings(said, isUnitFirst))
        {
            var last = said[end - 1];
            var isArticle = end == 1 && articles.Contains(tokens[at].Text) && !tokens[at].IsMarked;
            if (!last.EndsToken || isArticle)
            {
                continue;
            }
            var kind = last.IsOrdinal ? Kind.Ordinal : isYear ? Kind.SpokenYear : Kind.Number;
            found(kind, new Amount(value, 0), last.Token + 1);
        }
    }

    /// <summary>The number words from here on, compounds cut into their parts, until a word that is none.</summary>
    private List<NumberAtom> Atoms(IReadOnlyList<Token> tokens, int at)
    {
        const int most = 12;
        var said = new List<NumberAtom>();
        for (var i = at; i < tokens.Count && said.Count < most; i++)
        {
            var before = said.Count;
            if (tokens[i].Text == "-" && i > at && tokens[i].IsGlued)
            {
                continue;
            }
            if (!AddAtoms(tokens[i].Text, i, said))
            {
                said.RemoveRange(before, said.Count - before);
                break;
            }
            if (said[^1].IsOrdinal)
            {
                break;
            }
        }
        return said;
    }

    private bool AddAtoms(string word, int token, List<NumberAtom> said)
    {
        if (ordinals.TryGetValue(word, out var ordinal))
        {
            said.Add(new(ordinal, token, true, IsOrdinal: true));
            return true;
        }
        if (joins.Contains(word))
        {
            said.Add(new(NumberAtom.Join, token, true));
            return said.Count > 1;
        }
        return AddCompound(word, token, said);
    }

    private bool AddCompound(string word, int token, List<NumberAtom> said)
    {
        var from = 0;
        while (from < word.Length)
        {
            if (AtomAt(word, from) is not { } atom)
            {
                return false;
            }
            from += atom.Length;
            var rest = word.AsSpan(from);
            var isOrdinal = atom.Value != NumberAtom.Join && IsOrdinalEnding(rest);
            said.Add(new(atom.Value, token, rest.Length == 0 || isOrdinal, isOrdinal));
            if (isOrdinal)
            {
                return true;
            }
        }
        return said.Count > 0 && said[^1].Value != NumberAtom.Join;
    }

    private bool IsOrdinalEnding(ReadOnlySpan<char> rest)
    {
        foreach (var ending in ordinalEndings)
        {
            if (rest.SequenceEqual(ending))
            {
                return true;
            }
        }
        return false;
    }

    private (int Value, int Length)? AtomAt(string word, int from)
    {
        foreach (var (text, value) in atoms)
        {
            if (string.CompareOrdinal(word, from, text, 0, text.Length) == 0)
            {
                return (value, text.Length);
            }
        }
        foreach (var join in joins)
        {
            if (from > 0 && string.CompareOrdinal(word, from, join, 0, join.Length) == 0)
            {
                return (NumberAtom.Join, join.Length);
            }
        }
        return null;
    }
}
