using System.Numerics;
using System.Runtime.InteropServices;

namespace Assistant.Bot.Conversation.Learning;

/// <summary>Sums over rows of weights, as many at a time as the processor can; rows are as wide as <see cref="Width"/> tells.</summary>
internal static class Rows
{
    /// <summary>The least width that holds so many columns and leaves no remainder.</summary>
    public static int Width(int columns) => (columns + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;

    /// <summary>Adds a row, so many times, to another.</summary>
    public static void Add(Span<float> sum, ReadOnlySpan<float> row, float times = 1)
    {
        var to = MemoryMarshal.Cast<float, Vector<float>>(sum);
        var from = MemoryMarshal.Cast<float, Vector<float>>(row);
        var factor = new Vector<float>(times);
        for (var i = 0; i < to.Length; i++)
        {
            to[i] += from[i] * factor;
        }
    }

    public static float Product(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        var left = MemoryMarshal.Cast<float, Vector<float>>(one);
        var right = MemoryMarshal.Cast<float, Vector<float>>(other);
        var sum = Vector<float>.Zero;
        for (var i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return Vector.Sum(sum);
    }
}
