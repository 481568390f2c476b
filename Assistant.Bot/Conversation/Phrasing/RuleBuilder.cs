using System.Text.RegularExpressions;
using Assistant.Bot.Conversation.Words;

namespace Assistant.Bot.Conversation.Phrasing;

/// <summary>Turns written templates into rules, and enters their words in the Lexicon.</summary>
internal sealed partial record RuleBuilder(Lexicon Lexicon, WordReader Reader, TemplateText Text, Func<string, bool> IsTelling)
{
    /// <summary>Safety rules count however little of what was said they speak of.</summary>
    public bool Always { get; init; }

    private const string Gap = "..";
    private readonly Dictionary<string, int> notions = [];
    private readonly HashSet<int> empty = [];

    /// <summary>The notions that are a list by themselves.</summary>
    public IReadOnlySet<int> Lists =>
        notions.Where(notion => IsListName(notion.Key)).Select(notion => notion.Value).ToHashSet();

    /// <summary>The notion of a template without slots; the same text is the same notion.</summary>
    /// <exception cref="FormatException">The template is not well formed.</exception>
    public int Notion(string template)
    {
        if (notions.TryGetValue(template, out var known))
        {
            return known;
        }

        var notion = notions[template] = Lexicon.NewNotion();
        empty.Add(notion);
        foreach (var phrase in Text.WriteOut(template))
        {
            var words = Words(phrase);
            if (words.Length > 0)
            {
                empty.Remove(notion);
            }

            if (words.Length > 0 && !LostItsPoint(phrase, words))
            {
                Lexicon.Add(notion, words);
            }
        }

        return notion;
    }

    /// <summary>
    /// The rules of one template. With <c>&amp;</c> its notions may stand anywhere, and what follows an exclamation mark
    /// must be absent; a first part of several pieces keeps its order and makes up the whole sentence.
    /// </summary>
    /// <exception cref="FormatException">The template is not well formed.</exception>
    public (IEnumerable<SentenceRule> InOrder, IEnumerable<TogetherRule> Together) Rules(
        string intent,
        string template,
        string awaiting)
    {
        var parts = template.Split('&', StringSplitOptions.TrimEntries);
        if (parts.Length == 1)
        {
            return (Sentence(intent, template, awaiting), []);
        }

        var isInOrder = parts[0].Contains(Gap, StringComparison.Ordinal) || Chunks(parts[0]).Count() > 1;
        var conditions = isInOrder ? parts[1..] : parts;
        int[] all = [.. conditions.Where(part => part[0] != '!').Select(Notion)];
        int[] none = [.. conditions.Where(part => part[0] == '!').Select(part => Notion(part[1..]))];
        if (!isInOrder)
        {
            return ([], [new TogetherRule(intent, template, all, none, awaiting) { Always = Always }]);
        }

        return (Sentence(intent, parts[0], awaiting)
            .Select(rule => rule with { Template = template, Required = [.. rule.Required, .. all], Absent = none }), []);
    }

    /// <summary>A template of parts in order; a group with a slot or gap inside becomes a rule for each alternative.</summary>
    /// <exception cref="FormatException">The template is not well formed.</exception>
    public IEnumerable<SentenceRule> Sentence(string intent, string template, string awaiting)
    {
        template = template.Replace("[..]", Gap, StringComparison.Ordinal);
        if (GroupWithSlot().Match(template) is { Success: true } group)
        {
            var choices = group.Groups["inside"].Value.Split('|').ToList();
            if (group.Value[0] == '[')
            {
                choices.Add("");
            }

            var (before, after) = (template[..group.Index], template[(group.Index + group.Length)..]);
            return choices.SelectMany(choice => Sentence(intent, $"{before}{choice}{after}", awaiting));
        }

        var parts = Chunks(template).Select(ToPart).Where(part => part is not null).Select(part => part ?? default);
        return [new SentenceRule(intent, template, [.. parts], awaiting) { Always = Always }];
    }

    /// <summary>"weer gewoon" without its filler is "weer": far more than was written.</summary>
    private bool LostItsPoint(string phrase, string[] words) =>
        words.Length == 1 && phrase.Trim().Contains(' ') && !IsTelling(words[0]);

    private Part? ToPart(string chunk)
    {
        if (chunk == Gap)
        {
            return new Part(Part.None, "", Optional: false);
        }

        if (chunk[0] == '{')
        {
            var slot = chunk[1..^1].Split(':');
            return new Part(slot.Length > 1 ? Notion(slot[1] == Lexicon.Number ? slot[1] : $"<{slot[1]}>") : Part.None, slot[0], Optional: false);
        }

        if (chunk == Lexicon.Start)
        {
            return null; // a template in order starts at the start anyway
        }

        var isOptional = chunk[0] == '[' && chunk[^1] == ']' && ClosesAtEnd(chunk);
        var inside = isOptional ? chunk[1..^1] : chunk;
        // A word that is a filler is left out of sentences, so it is left out of templates too.
        var notion = Notion(inside);
        return empty.Contains(notion) ? null : new Part(notion, "", isOptional);
    }

    /// <summary>Splits at spaces outside brackets.</summary>
    private static IEnumerable<string> Chunks(string template)
    {
        var (start, depth) = (0, 0);
        for (var i = 0; i <= template.Length; i++)
        {
            if (i == template.Length || (template[i] == ' ' && depth == 0))
            {
                if (i > start)
                {
                    yield return template[start..i];
                }

                start = i + 1;
                continue;
            }

            depth += template[i] is '(' or '[' or '<' ? 1 : template[i] is ')' or ']' or '>' ? -1 : 0;
        }
    }

    private static bool ClosesAtEnd(string chunk)
    {
        var depth = 0;
        for (var i = 0; i < chunk.Length - 1; i++)
        {
            depth += chunk[i] is '(' or '[' ? 1 : chunk[i] is ')' or ']' ? -1 : 0;
            if (depth == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsListName(string template) =>
        template[0] == '<' && template.IndexOf('>', StringComparison.Ordinal) == template.Length - 1;

    private string[] Words(string phrase) =>
        [.. phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word =>
            word is Lexicon.Start or Lexicon.Finish or Lexicon.Number ? [word] : Reader.Read(word).Select(read => read.Text))];

    [GeneratedRegex(@"[\(\[](?<inside>[^\(\)\[\]]*(?:\{|\.\.)[^\(\)\[\]]*)[\)\]]")]
    private static partial Regex GroupWithSlot();
}
