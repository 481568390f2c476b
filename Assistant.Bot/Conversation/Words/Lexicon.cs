namespace Assistant.Bot.Conversation.Words;

/// <summary>
/// Every word of a language's phrases, and which notions ("a medicine", "took it") each phrase stands for. A notion is
/// a set of phrases; a phrase is a path of words in one tree, so a sentence finds all its notions in one walk.
/// </summary>
internal sealed class Lexicon
{
    /// <summary>Stands for the start of a clause; written <c>^</c> in a template.</summary>
    public const string Start = "^";

    /// <summary>Stands for the end of the sentence; written <c>$</c>.</summary>
    public const string Finish = "$";

    /// <summary>Stands for any number; written <c>#</c>.</summary>
    public const string Number = "#";

    private const int Root = 0;
    private readonly Dictionary<string, int> wordIds = [];
    private readonly List<string> words = [];
    private readonly Dictionary<long, int> branches = [];
    private readonly List<List<int>> notionsAt = [[]];

    public Lexicon()
    {
        StartId = Add(Start);
        FinishId = Add(Finish);
        NumberId = Add(Number);
    }

    public int StartId { get; }

    public int FinishId { get; }

    public int NumberId { get; }

    /// <summary>How many notions there are; their numbers run from 0.</summary>
    public int Notions { get; private set; }

    public IReadOnlyList<string> Words => words;

    public int? Find(string word) => wordIds.TryGetValue(word, out var id) ? id : null;

    public bool Knows(string word) => wordIds.ContainsKey(word);

    public int NewNotion() => Notions++;

    /// <summary>Adds one phrase to a notion.</summary>
    public void Add(int notion, IReadOnlyList<string> phrase)
    {
        var node = Root;
        foreach (var word in phrase)
        {
            var key = Key(node, Add(word));
            if (!branches.TryGetValue(key, out var next))
            {
                next = notionsAt.Count;
                notionsAt.Add([]);
                branches.Add(key, next);
            }

            node = next;
        }

        if (!notionsAt[node].Contains(notion))
        {
            notionsAt[node].Add(notion);
        }
    }

    /// <summary>The node after one more word, or nothing; the walk begins at null.</summary>
    public int? Step(int? node, int wordId) =>
        branches.TryGetValue(Key(node ?? Root, wordId), out var next) ? next : null;

    /// <summary>The notions of the phrase that ends at this node.</summary>
    public IReadOnlyList<int> NotionsAt(int node) => notionsAt[node];

    private int Add(string word)
    {
        if (!wordIds.TryGetValue(word, out var id))
        {
            id = words.Count;
            wordIds.Add(word, id);
            words.Add(word);
        }

        return id;
    }

    private static long Key(int node, int wordId) => ((long)node << 32) | (uint)wordId;
}
