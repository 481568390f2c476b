using System.Security.Cryptography;
using Assistant.Bot.Conversation.Phrasing;
using Assistant.Bot.Conversation.Words;

namespace Assistant.Bot.Conversation.Learning;

/// <summary>
/// What the sample sentences of one language taught, kept beside them so that no start has to learn: the build writes it,
/// and where it is missing or belongs to other samples it is learned anew, which takes a second or two.
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

    /// <param name="reader">Cuts a sample into words as the language does.</param>
    /// <returns>Null where there are too few samples: then the templates stand alone.</returns>
    /// <exception cref="FormatException">A file of samples is not well formed.</exception>
    public SentenceJudge? Read(WordReader reader)
    {
        if (File.Exists(path))
        {
            using var file = new BinaryReader(File.OpenRead(path));
            if (file.ReadBytes(SHA256.HashSizeInBytes).AsSpan().SequenceEqual(Fingerprint()))
            {
                return SentenceJudge.Read(file);
            }
        }

        return Learn(reader);
    }

    /// <summary>Keeps what was learned, at once or not at all.</summary>
    public void Write(SentenceJudge judge)
    {
        var fresh = path + ".new";
        using (var file = new BinaryWriter(File.Create(fresh)))
        {
            file.Write(Fingerprint());
            judge.Write(file);
        }

        File.Move(fresh, path, overwrite: true);
    }

    /// <summary>Forgets what was kept.</summary>
    public void Delete() => File.Delete(path);

    private SentenceJudge? Learn(WordReader reader)
    {
        var samples = SampleFiles().SelectMany(SampleFile.Read).ToList();
        return samples.Count < FewestSentences ? null : SentenceJudge.Learn(
            [.. samples.Select(sample => new Lesson(SentenceTraits.Of(reader.Read(sample.Text), sample.Awaiting), sample.Intent))]);
    }

    private IEnumerable<string> SampleFiles() =>
        Directory.EnumerateFiles(folder, Samples)
            .Where(file => !Path.GetFileName(file).StartsWith(TimesName, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    // The samples, and how the language cuts them into words.
    private byte[] Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var source in SampleFiles().Concat(Directory.EnumerateFiles(folder, "words.yaml")))
        {
            hash.AppendData(File.ReadAllBytes(source));
        }

        return hash.GetHashAndReset();
    }
}
