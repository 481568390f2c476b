using Assistant.Scheduling.Store.Secrets;
using FsCheck;
using FsCheck.Fluent;

namespace Assistant.Tests.Scheduling.Store;

public sealed class SealedTextTests
{
    private const string Column = "People.Name";
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 7, 0, 0, TimeSpan.Zero);
    private static readonly KeyRing Ring = KeyRing.Parse(KeyRing.NewText(Now));

    [Fact]
    public void Whatever_is_sealed_is_opened_as_it_was() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), words =>
        {
            var said = words.Get.Replace('\uFFFD', '?');
            var whole = string.Concat(said.EnumerateRunes());
            return SealedText.Open(Ring, Column, SealedText.Seal(Ring, Column, whole)) == whole;
        }).Check(Config.QuickThrowOnFailure.WithReplay(7, 13));

    [Fact]
    public void The_same_words_never_look_the_same_twice() =>
        Assert.NotEqual(SealedText.Seal(Ring, Column, "mevrouw Jansen"), SealedText.Seal(Ring, Column, "mevrouw Jansen"));

    [Fact]
    public void A_change_of_any_one_letter_is_told()
    {
        var stored = SealedText.Seal(Ring, Column, "mevrouw Jansen");
        for (var i = 0; i < stored.Length - 1; i++)
        {
            var other = stored[i] == 'A' ? 'B' : 'A';
            Assert.Throws<SealedValueException>(() => SealedText.Open(Ring, Column, $"{stored[..i]}{other}{stored[(i + 1)..]}"));
        }
    }

    [Fact]
    public void A_value_that_was_cut_off_is_told()
    {
        var stored = SealedText.Seal(Ring, Column, "mevrouw Jansen");
        for (var length = 0; length < stored.Length; length++)
        {
            Assert.Throws<SealedValueException>(() => SealedText.Open(Ring, Column, stored[..length]));
        }
    }

    [Fact]
    public void A_value_of_another_column_does_not_open() =>
        Assert.Throws<SealedValueException>(() => SealedText.Open(Ring, "Residents.WayIn", SealedText.Seal(Ring, Column, "mevrouw Jansen")));

    [Fact]
    public void A_missing_key_is_named_and_the_value_is_not()
    {
        var other = KeyRing.Parse(KeyRing.NewText(Now));

        var fault = Assert.Throws<SealedValueException>(() => SealedText.Open(other, Column, SealedText.Seal(Ring, Column, "mevrouw Jansen")));

        Assert.Contains($"'{Ring.ActiveId}'", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Jansen", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_threads_seal_and_open_at_once() => Parallel.For(0, 20_000, i =>
    {
        var words = $"resident {i}";
        Assert.Equal(words, SealedText.Open(Ring, Column, SealedText.Seal(Ring, Column, words)));
    });
}
