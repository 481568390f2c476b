using Assistant.Bot.Conversation.Words;

namespace Assistant.Bot.Conversation.Phrasing;

/// <summary>Turns a text into <see cref="Heard"/>: reads the words, mends them, and finds every notion in one walk.</summary>
internal sealed class Listener(Lexicon lexicon, WordReader reader, WordMender mender, WordClasses classes, int? timeNotion)
{
    private const int LongestPhrase = 12;

    /// <param name="text">What was said.</param>
    /// <param name="times">Where in the text times were found, if anybody looked.</param>
    public Heard Listen(string text, IReadOnlyList<TextSpan> times)
    {
        var words = reader.Read(text);
        var heard = new Heard(text, words, Kinds(words, times), lexicon.Notions);
        var readings = mender.Readings(words, heard.Corrections);
        for (var start = 0; start < words.Count; start++)
        {
            Walk(new Path(heard, readings, start), null, start, 0);
            if (StartsClause(heard, start) && lexicon.Step(null, lexicon.StartId) is { } fromStart)
            {
                Walk(new Path(heard, readings, start), fromStart, start, 0);
            }
        }

        AddTimes(heard);
        return heard;
    }

    private readonly record struct Path(Heard Heard, IReadOnlyList<Reading>[] Readings, int Start);

    private void Walk(Path path, int? node, int at, int guesses)
    {
        if (at >= path.Readings.Length || at - path.Start >= LongestPhrase)
        {
            return;
        }

        foreach (var reading in path.Readings[at])
        {
            if (lexicon.Step(node, reading.WordId) is { } next)
            {
                var end = at + reading.Words;
                var guessed = guesses + (reading.IsGuess ? 1 : 0);
                Note(path, next, end, guessed);
                if (end == path.Readings.Length && lexicon.Step(next, lexicon.FinishId) is { } finish)
                {
                    Note(path, finish, end, guessed);
                }

                Walk(path, next, end, guessed);
            }
        }
    }

    private void Note(Path path, int node, int end, int guesses)
    {
        foreach (var notion in lexicon.NotionsAt(node))
        {
            path.Heard.Add(new Hit(notion, path.Start, end, guesses));
        }
    }

    /// <summary>At the start, after a pause, after "en" or "maar", and after the words people open a turn with.</summary>
    private bool StartsClause(Heard heard, int at) =>
        at == 0
        || heard.Words[at].AfterBreak
        || classes.IsJoin(heard.Words[at - 1].Text)
        || (heard.Kinds[at - 1] == WordKind.Opener && StartsClause(heard, at - 1));

    private WordKind[] Kinds(List<SpokenWord> words, IReadOnlyList<TextSpan> times)
    {
        var kinds = new WordKind[words.Count];
        for (var i = 0; i < kinds.Length; i++)
        {
            var word = words[i];
            kinds[i] = times.Any(time => time.Start < word.End && word.Start < time.End) ? WordKind.Time : classes.KindOf(word.Text);
        }

        return kinds;
    }

    private void AddTimes(Heard heard)
    {
        for (var start = 0; timeNotion is { } notion && start < heard.Count; start++)
        {
            var end = start;
            while (end < heard.Count && heard.Kinds[end] == WordKind.Time)
            {
                end++;
            }

            if (end > start)
            {
                heard.Add(new Hit(notion, start, end, 0));
                start = end;
            }
        }
    }
}
