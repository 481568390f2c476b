using System.Security.Cryptography;
using Assistant.Bot.Conversation.Phrasing;

namespace Assistant.Bot.Conversation.Learning;

/// <summary>
/// What the sample sentences of one language taught, kept beside them so that no start has to learn: the build writes it,
/// and where it is missing or belongs to other samples it is learned anew, which takes half a minute.
/// </summary>
/// <param name="folder">The folder of the language.</param>
internal sealed class LearnedFile(string folder)
{
    /// <summary>With fewer sentences nothing is learned that would hold for others.</summary>
    private const int FewestSentences = 1000;

    private const string Samples = "*.samples.yaml";

    /// <summary>These hold moments, not intents: the time module's own.</summary>
    private const string TimesName = "times.";

    private readonly string path = Path.Combine(folder, "learned.bin");

    /// <param name="endings">What changes a word's form, not its meaning.</param>
    /// <returns>What was kept; null where nothing was, or what belongs to other samples.</returns>
    public Learned? Read(IReadOnlyList<string> endings)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        using var file = new BinaryReader(File.OpenRead(path));
        return file.ReadBytes(SHA256.HashSizeInBytes).AsSpan().SequenceEqual(Fingerprint())
            ? new Learned(Meanings.Read(file, endings), SentenceJudge.Read(file))
            : null;
    }

    /// <param name="notice">What is noticed about a sample.</param>
    /// <returns>Null where there are too few samples: then the templates stand alone.</returns>
    /// <exception cref="FormatException">A file of samples is not well formed.</exception>
    public SentenceJudge? Learn(Func<SampleSentence, IReadOnlyCollection<Trait>> notice)
    {
        var samples = SampleFiles().SelectMany(SampleFile.Read).ToList();
        return samples.Count < FewestSentences
            ? null
            : SentenceJudge.Learn(Lessons(samples), Lessons(Stories.Of(samples)));

        List<Lesson> Lessons(IEnumerable<SampleSentence> sentences) =>
            [.. sentences.Select(sentence => new Lesson(notice(sentence), sentence.Intent))];
    }

    /// <summary>Keeps what was learned, at once or not at all.</summary>
    public void Write(Learned learned)
    {
        var fresh = path + ".new";
        using (var file = new BinaryWriter(File.Create(fresh)))
        {
            file.Write(Fingerprint());
            learned.Meanings.Write(file);
            learned.Judge.Write(file);
        }

        File.Move(fresh, path, overwrite: true);
    }

    /// <summary>Forgets what was kept.</summary>
    public void Delete() => File.Delete(path);

    private IEnumerable<string> SampleFiles() =>
        Directory.EnumerateFiles(folder, Samples)
            .Where(IsLearnedFrom)
            .Order(StringComparer.Ordinal);

    // The samples, and all by which something is noticed about them: the templates, the words, and what kinds of them there are.
    private byte[] Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var source in Directory.EnumerateFiles(folder, "*.yaml").Where(IsLearnedFrom).Order(StringComparer.Ordinal))
        {
            hash.AppendData(File.ReadAllBytes(source));
        }

        return hash.GetHashAndReset();
    }

    private static bool IsLearnedFrom(string file) => !Path.GetFileName(file).StartsWith(TimesName, StringComparison.Ordinal);
}

/// <summary>What is kept of one language.</summary>
/// <param name="Meanings">What kinds of words there are.</param>
/// <param name="Judge">What the samples taught.</param>
internal sealed record Learned(Meanings Meanings, SentenceJudge Judge);
