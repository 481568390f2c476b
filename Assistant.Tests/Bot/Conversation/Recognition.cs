using System.Runtime.CompilerServices;
using Assistant.Bot.Conversation;
using Assistant.Tests.Town;

namespace Assistant.Tests.Bot.Conversation;

/// <summary>The product's own phrases, read once for all tests.</summary>
internal static class Recognition
{
    public static PhraseBook Phrases => TownBooks.Phrases;

    public static IntentRecognizer Recognizer { get; } = new(Phrases);

    /// <summary>A file beside the test's source.</summary>
    public static string Beside(string file, [CallerFilePath] string source = "") =>
        Path.Combine(Path.GetDirectoryName(source) ?? "", file);
}
