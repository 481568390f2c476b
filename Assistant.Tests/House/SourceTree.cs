namespace Assistant.Tests.House;

/// <summary>One file of the house, by its path from the root with forward slashes.</summary>
internal sealed record SourceFile(string Path)
{
    public string Text { get; } = File.ReadAllText(System.IO.Path.Combine(SourceTree.Root, Path));

    public IEnumerable<string> Lines => Text.Split('\n');

    public override string ToString() => Path;
}

/// <summary>The house as it stands on disk.</summary>
internal static class SourceTree
{
    private static readonly string[] Products = ["Assistant.Scheduling", "Assistant.Bot"];

    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Every file of the product with one of these extensions.</summary>
    public static IReadOnlyList<SourceFile> Product(params string[] extensions) => Files(Products, extensions);

    /// <summary>Every file of product and tests with one of these extensions.</summary>
    public static IReadOnlyList<SourceFile> All(params string[] extensions) => Files([.. Products, "Assistant.Tests"], extensions);

    /// <summary>A file that is compared with what the house really is; <c>ASSISTANT_APPROVE=1</c> writes it anew.</summary>
    public static void Approve(string name, string actual)
    {
        var path = Path.Combine(Root, "Assistant.Tests", "House", name);
        if (Environment.GetEnvironmentVariable("ASSISTANT_APPROVE") is "1")
        {
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.Exists(path) ? File.ReadAllText(path) : "", actual);
    }

    private static List<SourceFile> Files(string[] folders, string[] extensions) =>
        [.. folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => extensions.Contains(Path.GetExtension(path)))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(path => new SourceFile(path))];

    private static string FindRoot(DirectoryInfo? folder) => folder switch
    {
        null => throw new InvalidOperationException("The tests do not run inside the house."),
        _ when File.Exists(Path.Combine(folder.FullName, "Assistant.slnx")) => folder.FullName,
        _ => FindRoot(folder.Parent),
    };
}
