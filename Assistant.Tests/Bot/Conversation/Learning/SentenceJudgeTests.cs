using System.Text;
using Assistant.Bot.Conversation.Learning;
using Assistant.Bot.Conversation.Words;

namespace Assistant.Tests.Bot.Conversation.Learning;

public sealed class SentenceJudgeTests
{
    private static readonly WordReader Reader = new(new Dictionary<string, string[]>(), new HashSet<string>(), new HashSet<string>());

    // Only "roses" and "hedge" are of a kind among what is taught; "tulips" was never heard.
    private static readonly Meanings Kinds = Meanings.Of([("plant", ["roses", "hedge", "tulips"]), ("vessel", ["pan", "stove"])], ["s"]);

    private static readonly SentenceJudge Judge = SentenceJudge.Learn(
    [
        Taught("the roses want pruning", "garden"), Taught("who prunes my roses", "garden"), Taught("the hedge grows wild", "garden"),
        Taught("my hedge wants a trim", "garden"), Taught("soup is on the stove", "kitchen"), Taught("who brings me soup", "kitchen"),
        Taught("the stove is still warm", "kitchen"), Taught("peel the potatoes for soup", "kitchen"), Taught("is there soup left", "kitchen"),
        Taught("later", "wait", "ready?"), Taught("not now later", "wait", "ready?"), Taught("later perhaps", "garden"), Taught("see you later", "garden"),
    ]);

    [Theory]
    [InlineData("hedge and roses", "garden")]
    [InlineData("a bowl of soup", "kitchen")]
    [InlineData("my rosses", "garden")]
    public void A_sentence_belongs_where_its_words_and_pieces_were_seen(string text, string expected) =>
        Assert.Equal(expected, Best(text, null));

    [Fact]
    public void The_same_words_answer_a_question_otherwise()
    {
        Assert.Equal("wait", Best("later", "ready?"));
        Assert.Equal("garden", Best("later", null));
    }

    [Fact]
    public void A_word_nobody_gave_an_example_of_is_judged_by_its_kind() => Assert.Equal("garden", Best("tulips", null));

    [Fact]
    public void It_says_which_words_made_it_think_so()
    {
        var weights = SentenceTraits.ByWord(Reader.Read("soup for two"))
            .ToDictionary(pair => pair.Word, pair => Judge.WeightOf(pair.Trait, "kitchen"));

        Assert.True(weights["soup"] > 0);
        Assert.Equal(0, weights["two"]);
    }

    [Fact]
    public void What_it_wrote_down_judges_as_it_did()
    {
        using var file = new MemoryStream();
        using (var writer = new BinaryWriter(file, Encoding.UTF8, leaveOpen: true))
        {
            Judge.Write(writer);
        }

        file.Position = 0;
        using var reader = new BinaryReader(file);
        var traits = Noticed("the hedge wants soup", null);

        Assert.Equal(Judge.Weigh(traits), SentenceJudge.Read(reader).Weigh(traits));
    }

    private static string Best(string text, string? awaiting) =>
        Judge.Weigh(Noticed(text, awaiting)).MaxBy(pair => pair.Value).Key;

    private static Lesson Taught(string text, string @class, string? awaiting = null) =>
        new(Noticed(text, awaiting), @class);

    private static IReadOnlyList<Trait> Noticed(string text, string? awaiting) => SentenceTraits.Of(Reader.Read(text), Kinds, [], awaiting);
}
