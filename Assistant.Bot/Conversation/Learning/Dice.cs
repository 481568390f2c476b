namespace Assistant.Bot.Conversation.Learning;

/// <summary>Chance that is the same each time: who learns twice learns the same. Source: Marsaglia, Xorshift RNGs, 2003.</summary>
internal sealed class Dice(uint seed)
{
    private uint state = (seed * 2654435761u) | 1;

    /// <summary>A number from 0 up to, but not, 1.</summary>
    public float Next()
    {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        return (state >> 8) / (float)(1 << 24);
    }

    public T Of<T>(IReadOnlyList<T> all) => all[(int)(Next() * all.Count)];

    public void Shuffle(int[] order)
    {
        for (var i = order.Length - 1; i > 0; i--)
        {
            var other = (int)(Next() * (i + 1));
            (order[i], order[other]) = (order[other], order[i]);
        }
    }
}
