namespace Assistant.Bot.Conversation.Times;

/// <summary>Numbers for the names of words and classes, so that the chart compares numbers.</summary>
internal sealed class TimeWords
{
    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly List<string> names = [];

    public int Count => names.Count;

    public int IdOf(string name)
    {
        if (!ids.TryGetValue(name, out var id))
        {
            id = ids[name] = names.Count;
            names.Add(name);
        }
        return id;
    }

    public string NameOf(int id) => names[id];

    public int Find(string name) => ids.GetValueOrDefault(name, -1);
}
