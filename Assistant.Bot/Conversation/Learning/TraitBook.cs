using System.Runtime.InteropServices;

namespace Assistant.Bot.Conversation.Learning;

/// <summary>
/// The number of each known trait, kept as it lies in its file, so that no start has to enter a hundred thousand of them.
/// </summary>
/// <remarks>Source: open addressing with linear probing (Knuth, The Art of Computer Programming 3, 6.4).</remarks>
internal sealed class TraitBook
{
    /// <summary>So many places for each trait: the emptier, the fewer have to be looked at.</summary>
    private const int PlacesEach = 2;

    /// <summary>Spreads names that are alike over all places (2 to the 64th over the golden ratio).</summary>
    private const ulong Spread = 11400714819323198485;

    private readonly ulong[] names;
    private readonly int[] numbers;

    private TraitBook(ulong[] names, int[] numbers)
    {
        this.names = names;
        this.numbers = numbers;
    }

    /// <param name="traits">Each once; its number is its place among them.</param>
    public static TraitBook Of(IReadOnlyList<ulong> traits)
    {
        var places = Math.Max(traits.Count * PlacesEach, 1);
        var book = new TraitBook(new ulong[places], new int[places]);
        for (var number = 0; number < traits.Count; number++)
        {
            var place = book.PlaceOf(traits[number]);
            (book.names[place], book.numbers[place]) = (traits[number], number);
        }

        return book;
    }

    /// <returns>Whether the trait is known.</returns>
    public bool TryNumber(ulong trait, out int number)
    {
        var place = PlaceOf(trait);
        number = numbers[place];
        return names[place] == trait;
    }

    public void Write(BinaryWriter file)
    {
        file.Write(names.Length);
        file.Write(MemoryMarshal.AsBytes(names.AsSpan()));
        file.Write(MemoryMarshal.AsBytes(numbers.AsSpan()));
    }

    /// <summary>The book that <see cref="Write"/> wrote.</summary>
    public static TraitBook Read(BinaryReader file)
    {
        var places = file.ReadInt32();
        var book = new TraitBook(new ulong[places], new int[places]);
        file.BaseStream.ReadExactly(MemoryMarshal.AsBytes(book.names.AsSpan()));
        file.BaseStream.ReadExactly(MemoryMarshal.AsBytes(book.numbers.AsSpan()));
        return book;
    }

    // Where the trait stands, else the empty place where it would; no trait is named 0.
    private int PlaceOf(ulong trait)
    {
        var place = (int)(((UInt128)(trait * Spread) * (ulong)names.Length) >> 64);
        while (names[place] != trait && names[place] != 0)
        {
            place = place + 1 < names.Length ? place + 1 : 0;
        }

        return place;
    }
}
