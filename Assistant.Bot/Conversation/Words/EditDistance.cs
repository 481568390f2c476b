namespace Assistant.Bot.Conversation.Words;

/// <summary>How many typing slips lie between two words: a letter too many, too few, wrong, or two swapped.</summary>
internal static class EditDistance
{
    private const int Longest = 34;

    /// <returns>The distance, or <paramref name="reach"/> + 1 when it is further than that.</returns>
    public static int Between(string left, string right, int reach)
    {
        if (Math.Abs(left.Length - right.Length) > reach || left.Length >= Longest || right.Length >= Longest)
        {
            return reach + 1;
        }

        Span<int> before = stackalloc int[Longest];
        Span<int> previous = stackalloc int[Longest];
        Span<int> current = stackalloc int[Longest];
        for (var column = 0; column <= right.Length; column++)
        {
            previous[column] = column;
        }

        for (var row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            var least = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var same = left[row - 1] == right[column - 1];
                var cost = Math.Min(previous[column - 1] + (same ? 0 : 1), Math.Min(previous[column], current[column - 1]) + 1);
                if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
                {
                    cost = Math.Min(cost, before[column - 2] + 1);
                }

                current[column] = cost;
                least = Math.Min(least, cost);
            }

            if (least > reach)
            {
                return reach + 1;
            }

            var spare = before;
            before = previous;
            previous = current;
            current = spare;
        }

        return Math.Min(previous[right.Length], reach + 1);
    }
}
