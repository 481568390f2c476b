using Assistant.Bot.Conversation.Words;

namespace Assistant.Bot.Conversation.Phrasing;

/// <summary>Where one clause ends and the next begins: at a pause, or at a word that joins them.</summary>
internal static class Clauses
{
    /// <returns>Where each clause stands in the text, joining words left out.</returns>
    public static IReadOnlyList<TextSpan> Of(Heard heard, WordClasses classes)
    {
        var clauses = new List<TextSpan>();
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
                clauses.Add(new TextSpan(heard.Words[start].Start, heard.Words[i - 1].End - heard.Words[start].Start));
            }

            start = isJoin ? i + 1 : i;
        }

        return clauses;
    }
}
