using Assistant.Bot.Conversation.Words;

namespace Assistant.Bot.Conversation.Phrasing;

/// <summary>A sentence with everything that was found in it, ready to be held against the rules.</summary>
internal sealed class Heard
{
    private readonly ulong[] present;
    private readonly List<Hit>[] hitsAt;

    public Heard(string text, IReadOnlyList<SpokenWord> words, WordKind[] kinds, int notions)
    {
        Text = text;
        Words = words;
        Kinds = kinds;
        present = new ulong[(notions / 64) + 1];
        hitsAt = new List<Hit>[words.Count + 1];
    }

    public string Text { get; }

    public IReadOnlyList<SpokenWord> Words { get; }

    /// <summary>What each word is, in the order of <see cref="Words"/>.</summary>
    public WordKind[] Kinds { get; }

    /// <summary>Words that were read as another, for the explanation: "pilen as pillen".</summary>
    public List<string> Corrections { get; } = [];

    public int Count => Words.Count;

    public bool Has(int notion) => (present[notion >> 6] & (1UL << (notion & 63))) != 0;

    public bool HasAll(IReadOnlyList<int> notions)
    {
        foreach (var notion in notions)
        {
            if (!Has(notion))
            {
                return false;
            }
        }

        return true;
    }

    public bool HasAny(IReadOnlyList<int> notions)
    {
        foreach (var notion in notions)
        {
            if (Has(notion))
            {
                return true;
            }
        }

        return false;
    }

    public IReadOnlyList<Hit> HitsAt(int start) => hitsAt[start] ?? (IReadOnlyList<Hit>)[];

    public IEnumerable<Hit> HitsOf(int notion) =>
        Has(notion) ? hitsAt.Where(hits => hits is not null).SelectMany(hits => hits).Where(hit => hit.Notion == notion) : [];

    /// <summary>Every notion found, each once.</summary>
    public IEnumerable<int> Notions() =>
        hitsAt.Where(hits => hits is not null).SelectMany(hits => hits).Select(hit => hit.Notion).Distinct();

    public void Add(Hit hit)
    {
        present[hit.Notion >> 6] |= 1UL << (hit.Notion & 63);
        (hitsAt[hit.Start] ??= []).Add(hit);
    }

    /// <summary>How many words with meaning stand from one word up to another.</summary>
    public int ContentBetween(int start, int end)
    {
        var content = 0;
        for (var i = start; i < end; i++)
        {
            content += Kinds[i] == WordKind.Content ? 1 : 0;
        }

        return content;
    }

    /// <summary>The speaker's own letters from one word up to another; times at the edges are left out.</summary>
    public string Quote(int start, int end)
    {
        while (start < end && Kinds[start] == WordKind.Time)
        {
            start++;
        }

        while (end > start && Kinds[end - 1] == WordKind.Time)
        {
            end--;
        }

        return start < end ? Text[Words[start].Start..Words[end - 1].End] : "";
    }
}
