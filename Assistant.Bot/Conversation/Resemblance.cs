using Assistant.Bot.Conversation.Phrasing;
using Assistant.Bot.Conversation.Words;

namespace Assistant.Bot.Conversation;

/// <summary>
/// What a sentence looks like when no template fits: the likeness (cosine of words, pairs of words and pieces of words,
/// rare ones counting more) to the sample sentences beside the phrases. Learned at start; nothing is downloaded.
/// </summary>
internal sealed class Resemblance
{
    private const int PieceLength = 4;
    private const int MostFeatures = 400;
    private readonly Dictionary<string, List<(int Sample, float Weight)>> samplesWith = [];
    private readonly Dictionary<string, float> rarity = [];
    private readonly List<(string Intent, string Text)> samples = [];
    private IReadOnlySet<int> lists = new HashSet<int>();
    private float unknownRarity = 1;

    /// <summary>The samples of <c>*.samples.yaml</c>: intent to sentences.</summary>
    /// <param name="files">The sample files.</param>
    /// <param name="listener">Hears the samples as it hears people.</param>
    /// <param name="lists">The notions that are lists of their own: words of one list make sentences alike.</param>
    public static Resemblance Learn(IEnumerable<PhraseFile> files, Listener listener, IReadOnlySet<int> lists)
    {
        var resemblance = new Resemblance { lists = lists };
        var features = new List<List<string>>();
        foreach (var (intent, texts) in files.SelectMany(file => file.Section("samples")))
        {
            foreach (var text in texts)
            {
                resemblance.samples.Add((intent, text));
                features.Add(resemblance.Features(listener.Listen(text, [])));
            }
        }

        resemblance.Index(features);
        return resemblance;
    }

    /// <summary>The likest sample of the likest intent and of the runner-up; likeness from 0 to 1.</summary>
    public (Likeness Best, Likeness Next) Likest(Heard heard)
    {
        var features = Features(heard);
        var scores = new float[samples.Count];
        foreach (var (feature, weight) in Weighted(features))
        {
            foreach (var (sample, sampleWeight) in samplesWith.GetValueOrDefault(feature, []))
            {
                scores[sample] += weight * sampleWeight;
            }
        }

        var (best, next) = (Likeness.None, Likeness.None);
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] > best.Degree)
            {
                next = samples[i].Intent == best.Intent ? next : best;
                best = new Likeness(samples[i].Intent, scores[i], samples[i].Text);
            }
            else if (scores[i] > next.Degree && samples[i].Intent != best.Intent)
            {
                next = new Likeness(samples[i].Intent, scores[i], samples[i].Text);
            }
        }

        return (best, next);
    }

    private void Index(List<List<string>> features)
    {
        foreach (var group in features.SelectMany(list => list.Distinct()).GroupBy(feature => feature))
        {
            rarity[group.Key] = MathF.Log((features.Count + 1f) / group.Count());
        }

        unknownRarity = MathF.Log(features.Count + 1f);
        for (var i = 0; i < features.Count; i++)
        {
            foreach (var (feature, weight) in Weighted(features[i]))
            {
                if (!samplesWith.TryGetValue(feature, out var list))
                {
                    samplesWith[feature] = list = [];
                }

                list.Add((i, weight));
            }
        }
    }

    /// <summary>Features with their rarity, scaled to length 1.</summary>
    private List<(string Feature, float Weight)> Weighted(List<string> features)
    {
        var weighted = features.Distinct().Select(feature => (feature, Share(feature) * rarity.GetValueOrDefault(feature, unknownRarity))).ToList();
        var length = MathF.Sqrt(weighted.Sum(pair => pair.Item2 * pair.Item2));
        return [.. weighted.Select(pair => (pair.feature, length > 0 ? pair.Item2 / length : 0))];
    }

    /// <summary>A whole word says more than the list it is from, a list more than a pair, a pair more than a piece.</summary>
    private static float Share(string feature) => feature[0] switch { 'w' => 1f, 'p' => 0.6f, 'l' => 0.7f, _ => 0.35f };

    private List<string> Features(Heard heard)
    {
        var words = heard.Words;
        var features = new List<string>(words.Count * 6);
        for (var i = 0; i < words.Count && features.Count < MostFeatures; i++)
        {
            var word = words[i].Text;
            features.Add("w" + word);
            features.Add($"p{(i > 0 ? words[i - 1].Text : Lexicon.Start)} {word}");
            for (var at = 0; word.Length > PieceLength && at + PieceLength <= word.Length; at++)
            {
                features.Add(string.Concat("c", word.AsSpan(at, PieceLength)));
            }
        }

        features.AddRange(heard.Notions().Where(lists.Contains).Select(list => $"l{list}"));
        return features;
    }
}

/// <summary>How much a sentence is like a sample.</summary>
/// <param name="Intent">The sample's intent.</param>
/// <param name="Degree">From 0 to 1.</param>
/// <param name="Sample">The sample itself, for the explanation.</param>
internal readonly record struct Likeness(string Intent, float Degree, string Sample)
{
    public static Likeness None => new(Understanding.Other, 0, "");
}
