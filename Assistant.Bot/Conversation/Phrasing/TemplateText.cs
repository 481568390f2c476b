namespace Assistant.Bot.Conversation.Phrasing;

/// <summary>
/// The written form of a template: <c>(a|b)</c> one of these, <c>[x]</c> may be left out, <c>&lt;list&gt;</c> any phrase
/// of a list. Brackets may stand inside a word: <c>pil[len]</c>.
/// </summary>
internal sealed class TemplateText(IReadOnlyDictionary<string, string[]> lists)
{
    /// <summary>A list that writes out to more than this has lost its reader long before.</summary>
    private const int MostPhrases = 3_000;

    private readonly Dictionary<string, IReadOnlyList<string>> written = [];

    /// <summary>Every phrase that a template without slots or gaps can stand for.</summary>
    /// <exception cref="FormatException">A bracket is not closed, a list is not there or contains itself.</exception>
    public IReadOnlyList<string> WriteOut(string template)
    {
        var position = 0;
        var phrases = Alternatives(template, ref position);
        return position == template.Length
            ? phrases
            : throw new FormatException($"A bracket too many in '{template}'.");
    }

    /// <summary>The phrases of a named list.</summary>
    /// <exception cref="FormatException">There is no such list.</exception>
    public IReadOnlyList<string> WriteOutList(string name)
    {
        if (written.TryGetValue(name, out var known))
        {
            return known;
        }

        if (!lists.TryGetValue(name, out var templates))
        {
            throw new FormatException($"There is no list <{name}>.");
        }

        written[name] = []; // a list that names itself finds nothing more to add
        return written[name] = [.. templates.SelectMany(WriteOut).Distinct()];
    }

    private List<string> Alternatives(string template, ref int position)
    {
        var all = Sequence(template, ref position);
        while (position < template.Length && template[position] == '|')
        {
            position++;
            all.AddRange(Sequence(template, ref position));
        }

        return all;
    }

    private List<string> Sequence(string template, ref int position)
    {
        List<string> soFar = [""];
        while (position < template.Length && template[position] is not (')' or ']' or '|'))
        {
            soFar = Join(soFar, Item(template, ref position), template);
        }

        return soFar;
    }

    private IReadOnlyList<string> Item(string template, ref int position)
    {
        switch (template[position])
        {
            case '(' or '[':
                var optional = template[position++] == '[';
                var inside = Alternatives(template, ref position);
                if (position >= template.Length || template[position++] != (optional ? ']' : ')'))
                {
                    throw NotClosed(template);
                }

                return optional ? ["", .. inside] : inside;
            case '<':
                var close = template.IndexOf('>', position);
                var name = close > 0 ? template[(position + 1)..close] : throw NotClosed(template);
                position = close + 1;
                return WriteOutList(name);
            default:
                var start = position;
                while (position < template.Length && !"()[]<|".Contains(template[position]))
                {
                    position++;
                }

                position += position == start ? 1 : 0;
                return [template[start..position]];
        }
    }

    private static FormatException NotClosed(string template) => new($"A bracket is not closed in '{template}'.");

    private static List<string> Join(List<string> left, IReadOnlyList<string> right, string template)
    {
        if ((long)left.Count * right.Count > MostPhrases)
        {
            throw new FormatException($"'{template}' stands for more than {MostPhrases} phrases.");
        }

        var joined = new List<string>(left.Count * right.Count);
        foreach (var start in left)
        {
            foreach (var end in right)
            {
                joined.Add(start + end);
            }
        }

        return joined;
    }
}
