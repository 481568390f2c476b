using Assistant.Bot.Conversation.Words;

namespace Assistant.Bot.Conversation.Phrasing;

/// <summary>
/// Notions that together tell what is meant, in whatever order they were said: <c>&lt;pillen&gt; &amp; &lt;genomen&gt;
/// &amp; !&lt;niet&gt;</c>.
/// </summary>
/// <param name="Intent">What they mean together.</param>
/// <param name="Template">As it is written in the phrases.</param>
/// <param name="All">Each must be there.</param>
/// <param name="None">Not one may be there.</param>
/// <param name="Awaiting">The open question it answers; empty when it can be said at any time.</param>
internal sealed record TogetherRule(string Intent, string Template, int[] All, int[] None, string Awaiting)
{
    private const double PriceOfGuess = 0.04;

    /// <summary>A rule that rests on a mended word has to explain more of the sentence.</summary>
    private const double ShareForGuess = 0.2;

    /// <summary>How much of what was said a rule must speak of, by its number of notions: one word proves little.</summary>
    private static readonly double[] LeastShare = [1, 0.5, 0.34, 0.25, 0.2];

    /// <summary>Counts however little of what was said it speaks of.</summary>
    public bool Always { get; init; }

    /// <returns>The match, or nothing.</returns>
    public Match? Try(Heard heard) => heard.HasAll(All) && !heard.HasAny(None) ? Weigh(heard) : null;

    private Match? Weigh(Heard heard)
    {
        var named = new bool[heard.Count];
        var guesses = 0;
        foreach (var notion in All)
        {
            var best = heard.HitsOf(notion).MinBy(hit => (hit.Guesses, -(hit.End - hit.Start)));
            guesses += best.Guesses;
            named.AsSpan(best.Start, best.End - best.Start).Fill(true);
        }

        var (content, contentNamed, words) = (0, 0, 0);
        for (var i = 0; i < named.Length; i++)
        {
            var counts = heard.Kinds[i] is WordKind.Content || named[i];
            content += counts ? 1 : 0;
            contentNamed += named[i] ? 1 : 0;
            words += named[i] ? 1 : 0;
        }

        var share = (double)contentNamed / Math.Max(content, 1);
        var least = LeastShare[Math.Min(All.Length, LeastShare.Length - 1)] + (guesses > 0 ? ShareForGuess : 0);
        if (!Always && share < least)
        {
            return null;
        }

        var confidence = 0.55 + (0.08 * Math.Min(All.Length, 3)) + (0.15 * share) - (PriceOfGuess * guesses);
        var weight = words + (0.4 * All.Length) + (0.15 * None.Length) - (0.5 * guesses);
        return new Match(Intent, confidence, weight, Template);
    }
}
