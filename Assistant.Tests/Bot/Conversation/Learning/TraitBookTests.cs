using Assistant.Bot.Conversation.Learning;
using FsCheck;
using FsCheck.Fluent;

namespace Assistant.Tests.Bot.Conversation.Learning;

public sealed class TraitBookTests
{
    [Fact]
    public void Every_trait_keeps_its_number_through_the_file_and_no_other_is_known() =>
        Prop.ForAll<ulong[]>(given =>
        {
            HashSet<ulong> names = [.. given];
            names.Remove(0);
            ulong[] traits = [.. names];
            var book = Kept(TraitBook.Of(traits));

            return traits.Index().All(trait => book.TryNumber(trait.Item, out var number) && number == trait.Index)
                && traits.Select(trait => trait + 1).Where(trait => trait != 0 && !names.Contains(trait)).All(trait => !book.TryNumber(trait, out _));
        }).Check(Config.QuickThrowOnFailure.WithReplay(new Replay(new Rnd(17UL, 3UL), null)));

    [Fact]
    public void An_empty_book_knows_nothing() => Assert.False(TraitBook.Of([]).TryNumber(7, out _));

    private static TraitBook Kept(TraitBook book)
    {
        using var stream = new MemoryStream();
        book.Write(new BinaryWriter(stream));
        stream.Position = 0;
        return TraitBook.Read(new BinaryReader(stream));
    }
}
