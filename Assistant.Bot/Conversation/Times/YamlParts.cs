using YamlDotNet.RepresentationModel;

namespace Assistant.Bot.Conversation.Times;

/// <summary>Reads the plain shapes that a times file is made of: maps, lists and words.</summary>
internal static class YamlParts
{
    public static YamlMappingNode Load(string file)
    {
        using var reader = File.OpenText(file);
        var yaml = new YamlStream();
        yaml.Load(reader);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    public static IEnumerable<(string Name, YamlNode Node)> Entries(this YamlMappingNode map, string? section = null)
    {
        var of = section is null ? map : map.Map(section);
        return of?.Children.Select(pair => (((YamlScalarNode)pair.Key).Value ?? "", pair.Value)) ?? [];
    }

    public static YamlMappingNode? Map(this YamlMappingNode map, string name) =>
        map.Children.TryGetValue(new YamlScalarNode(name), out var node) ? node as YamlMappingNode : null;

    public static string Text(this YamlMappingNode map, string name) =>
        map.Children.TryGetValue(new YamlScalarNode(name), out var node) ? node.Text() : "";

    public static string Text(this YamlNode node) => ((YamlScalarNode)node).Value ?? "";

    public static IReadOnlyList<string> Texts(this YamlMappingNode map, string name) =>
        map.Children.TryGetValue(new YamlScalarNode(name), out var node) ? node.Texts() : [];

    public static IReadOnlyList<string> Texts(this YamlNode node) => node switch
    {
        YamlSequenceNode list => [.. list.Select(Text)],
        YamlScalarNode { Value: { Length: > 0 } one } => [one],
        _ => [],
    };
}
