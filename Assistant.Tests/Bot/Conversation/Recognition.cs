using System.Runtime.CompilerServices;
using Assistant.Bot.Conversation;

namespace Assistant.Tests.Bot.Conversation;

/// <summary>The product's own phrases, read once for all tests.</summary>
internal static class Recognition
{
    private static readonly Lazy<PhraseBook> Loaded = new(() => PhraseBook.Load(PhraseBook.FolderOfProgram));

    public static PhraseBook Phrases => Loaded.Value;

    public static IntentRecognizer Recognizer { get; } = new(Phrases);

    /// <summary>A file beside the test's source.</summary>
    public static string Beside(string file, [CallerFilePath] string source = "") =>
        Path.Combine(Path.GetDirectoryName(source) ?? "", file);
}
