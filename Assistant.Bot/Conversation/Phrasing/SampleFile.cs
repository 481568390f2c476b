using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Assistant.Bot.Conversation.Phrasing;

/// <summary>
/// Reads <c>NAME.samples.yaml</c>: under <c>samples</c> the sentences of each intent, under <c>awaiting</c> the same for each
/// open question. These files are long, so they are read as they stream by.
/// </summary>
internal static class SampleFile
{
    /// <exception cref="FormatException">The file is not YAML of the expected shape; says where.</exception>
    public static IReadOnlyList<SampleSentence> Read(string path)
    {
        using var text = File.OpenText(path);
        var samples = new List<SampleSentence>();
        try
        {
            var parser = new Parser(text);
            parser.Consume<StreamStart>();
            parser.Consume<DocumentStart>();
            foreach (var section in Keys(parser))
            {
                if (section == "awaiting")
                {
                    foreach (var question in Keys(parser))
                    {
                        ReadIntents(parser, question, samples);
                    }
                }
                else
                {
                    ReadIntents(parser, null, samples);
                }
            }
        }
        catch (YamlException fault)
        {
            throw new FormatException($"{path}: {fault.Message}", fault);
        }

        return samples;
    }

    private static void ReadIntents(Parser parser, string? awaiting, List<SampleSentence> samples)
    {
        foreach (var intent in Keys(parser))
        {
            parser.Consume<SequenceStart>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                samples.Add(new SampleSentence(parser.Consume<Scalar>().Value, awaiting, intent));
            }
        }
    }

    // Each key of a mapping; whoever asks reads its value before going on.
    private static IEnumerable<string> Keys(Parser parser)
    {
        parser.Consume<MappingStart>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            yield return parser.Consume<Scalar>().Value;
        }
    }
}

/// <summary>A sentence that somebody might say.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Awaiting">The question it answers; null for what can be said at any time.</param>
/// <param name="Intent">What it means.</param>
internal sealed record SampleSentence(string Text, string? Awaiting, string Intent);
