using Assistant.Bot.Conversation.Words;

namespace Assistant.Bot.Conversation.Phrasing;

/// <summary>
/// Lays a <see cref="SentenceRule"/> along a sentence. Small words, times and the opening of a turn may be passed over,
/// at a price; a word with meaning may not. Tries at most <see cref="MostSteps"/> steps, so that no text is slow.
/// </summary>
internal sealed class SentenceMatcher(Heard heard)
{
    private const int MostSteps = 3_000;
    private const double Sure = 0.98;
    private const double PriceOfSkip = 0.02;
    private const double PriceOfGuess = 0.06;
    private const double PriceOfSwallow = 0.03;
    private readonly List<(string Slot, int Start, int End)> caught = [];
    private IReadOnlyList<Part> parts = [];
    private int steps;

    /// <returns>The match, or nothing when the sentence has another shape.</returns>
    public Match? Try(SentenceRule rule)
    {
        if (!heard.HasAll(rule.Required) || heard.HasAny(rule.Absent))
        {
            return null;
        }

        parts = rule.Parts;
        steps = 0;
        caught.Clear();
        if (Fit(0, 0, default) is not { } fitted || fitted.Named == 0 || (!rule.Always && fitted.Swallowed > (2 * fitted.Named) + 1))
        {
            return null;
        }

        var confidence = Sure - (PriceOfSkip * fitted.Skipped) - (PriceOfGuess * fitted.Guesses)
            - (PriceOfSwallow * fitted.Swallowed);
        // Words that the rule names weigh; words that fell into a slot or a gap do so only a little.
        var weight = 1.5 + fitted.Named + (0.1 * (heard.Count - fitted.Named));
        return new Match(rule.Intent, Math.Max(confidence, 0.5), weight, rule.Template) { Slots = Slots() };
    }

    /// <param name="Named">Words the rule names.</param>
    /// <param name="Swallowed">Words with meaning that fell into a gap.</param>
    /// <param name="Skipped">Small words passed over.</param>
    /// <param name="Guesses">Named words that were mended.</param>
    private readonly record struct Fitted(int Named, int Swallowed, int Skipped, int Guesses);

    private Fitted? Fit(int part, int at, Fitted soFar)
    {
        if (++steps > MostSteps)
        {
            return null;
        }

        if (part == parts.Count && at == heard.Count)
        {
            return soFar;
        }

        return (part < parts.Count ? FitPart(part, at, soFar) : null) ?? FitSkip(part, at, soFar);
    }

    private Fitted? FitPart(int part, int at, Fitted soFar)
    {
        var wanted = parts[part];
        if (wanted.IsOpenSlot || wanted.IsGap)
        {
            return FitFree(part, at, soFar);
        }

        foreach (var hit in heard.HitsAt(at))
        {
            if (hit.Notion != wanted.Notion)
            {
                continue;
            }

            caught.Add((wanted.Slot, at, hit.End));
            var named = soFar with { Named = soFar.Named + hit.End - at, Guesses = soFar.Guesses + hit.Guesses };
            if (Fit(part + 1, hit.End, named) is { } fitted)
            {
                return fitted;
            }

            caught.RemoveAt(caught.Count - 1);
        }

        return wanted.Optional ? Fit(part + 1, at, soFar) : null;
    }

    /// <summary>A slot takes as few words as it can, but at least one with meaning; a gap may be empty.</summary>
    private Fitted? FitFree(int part, int at, Fitted soFar)
    {
        var wanted = parts[part];
        for (var end = wanted.IsGap ? at : at + 1; end <= heard.Count; end++)
        {
            if (wanted.IsOpenSlot && heard.Quote(at, end).Length == 0)
            {
                continue;
            }

            caught.Add((wanted.Slot, at, end));
            var swallowed = wanted.IsGap ? soFar.Swallowed + heard.ContentBetween(at, end) : soFar.Swallowed;
            if (Fit(part + 1, end, soFar with { Swallowed = swallowed }) is { } fitted)
            {
                return fitted;
            }

            caught.RemoveAt(caught.Count - 1);
        }

        return wanted.Optional ? Fit(part + 1, at, soFar) : null;
    }

    private Fitted? FitSkip(int part, int at, Fitted soFar)
    {
        if (at >= heard.Count)
        {
            return null;
        }

        var price = heard.Kinds[at] switch
        {
            WordKind.Time => 0,
            WordKind.Light => 1,
            WordKind.Opener when part == 0 => 1,
            _ => (int?)null,
        };
        return price is { } paid ? Fit(part, at + 1, soFar with { Skipped = soFar.Skipped + paid }) : null;
    }

    private Dictionary<string, string> Slots()
    {
        var slots = new Dictionary<string, string>();
        foreach (var (slot, start, end) in caught)
        {
            if (slot.Length > 0)
            {
                slots[slot] = heard.Quote(start, end);
            }
        }

        return slots;
    }
}
