using Assistant.Bot.Conversation.Words;

namespace Assistant.Bot.Conversation.Phrasing;

/// <summary>Where one clause ends and the next begins: at a pause, or at a word that joins them.</summary>
internal static class Clauses
{
    /// <returns>The clauses in the speaker's own letters, joining words left out.</returns>
    public static IReadOnlyList<string> Of(Heard heard, WordClasses classes)
    {
        var clauses = new List<string>();
        var start = 0;
        for (var i = 0; i <= heard.Count; i++)
        {
            var isJoin = i < heard.Count && classes.IsJoin(heard.Words[i].Text);
            if (i < heard.Count && !isJoin && !heard.Words[i].AfterBreak)
            {
                continue;
            }

            if (i > start)
            {
                clauses.Add(heard.Text[heard.Words[start].Start..heard.Words[i - 1].End]);
            }

            start = isJoin ? i + 1 : i;
        }

        return clauses;
    }
}
