using System.Runtime.InteropServices;

namespace Assistant.Bot.Conversation.Learning;

/// <summary>Rows of weights, each kept as whole steps from -127 to 127.</summary>
/// <remarks>A quarter of the memory; what is lost is less than what two examples more or less would change.</remarks>
internal sealed class WeightTable
{
    private const int MostSteps = 127;
    private readonly int columns;
    private readonly float step;
    private readonly sbyte[] steps;

    private WeightTable(int columns, float step, sbyte[] steps)
    {
        this.columns = columns;
        this.step = step;
        this.steps = steps;
    }

    public int Rows => steps.Length / columns;

    /// <param name="columns">How many weights a row has.</param>
    /// <param name="weights">Row after row.</param>
    public static WeightTable Of(int columns, float[] weights)
    {
        var step = MathF.Max(weights.Select(Math.Abs).DefaultIfEmpty().Max() / MostSteps, float.Epsilon);
        return new WeightTable(columns, step, [.. weights.Select(weight => (sbyte)MathF.Round(weight / step))]);
    }

    /// <summary>The sums of these rows, column by column.</summary>
    public float[] Sum(ReadOnlySpan<int> rows)
    {
        var sums = new int[columns];
        foreach (var row in rows)
        {
            var weights = steps.AsSpan(row * columns, columns);
            for (var i = 0; i < weights.Length; i++)
            {
                sums[i] += weights[i];
            }
        }

        var exact = new float[columns];
        for (var i = 0; i < exact.Length; i++)
        {
            exact[i] = sums[i] * step;
        }

        return exact;
    }

    public float At(int row, int column) => step * steps[(row * columns) + column];

    public void Write(BinaryWriter file)
    {
        file.Write(columns);
        file.Write(step);
        file.Write(steps.Length);
        file.Write(MemoryMarshal.AsBytes(steps.AsSpan()));
    }

    /// <summary>The table that <see cref="Write"/> wrote.</summary>
    public static WeightTable Read(BinaryReader file)
    {
        var (columns, step) = (file.ReadInt32(), file.ReadSingle());
        var steps = new sbyte[file.ReadInt32()];
        file.BaseStream.ReadExactly(MemoryMarshal.AsBytes(steps.AsSpan()));
        return new WeightTable(columns, step, steps);
    }
}
