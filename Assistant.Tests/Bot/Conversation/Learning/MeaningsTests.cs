using System.Text;
using Assistant.Bot.Conversation.Learning;

namespace Assistant.Tests.Bot.Conversation.Learning;

public sealed class MeaningsTests
{
    private static readonly string[] Endings = ["je", "pje", "en"];
    private static readonly Meanings Words = Meanings.Of([("stairs", ["trap", "ladder"]), ("body", ["hoofd", "arm", "ladder"])], Endings);

    [Theory]
    [InlineData("trap", "stairs")]
    [InlineData("trapje", "stairs")]
    [InlineData("keukentrap", "stairs")]
    [InlineData("keukentrapje", "stairs")]
    [InlineData("arm", "body")]
    public void A_word_is_of_its_kind_in_every_form_and_at_the_end_of_a_compound(string word, string expected) =>
        Assert.Equal([expected], Words.Of(word));

    [Fact]
    public void A_word_may_be_of_several_kinds() => Assert.Equal(["stairs", "body"], Words.Of("ladder"));

    [Theory]
    [InlineData("warm")]
    [InlineData("tra")]
    [InlineData("")]
    public void What_only_looks_like_it_is_of_no_kind(string word) => Assert.Empty(Words.Of(word));

    [Fact]
    public void What_is_kept_is_what_was_read()
    {
        using var file = new MemoryStream();
        using (var writer = new BinaryWriter(file, Encoding.UTF8, leaveOpen: true))
        {
            Words.Write(writer);
        }

        file.Position = 0;
        var kept = Meanings.Read(new BinaryReader(file), Endings);

        Assert.All(["trap", "keukentrapje", "ladder", "warm"], word => Assert.Equal(Words.Of(word), kept.Of(word)));
    }

    [Fact]
    public void A_language_without_kinds_is_read_all_the_same() => Assert.Empty(Meanings.None.Of("trap"));
}
