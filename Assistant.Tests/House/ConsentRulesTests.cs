using System.Text;
using System.Text.RegularExpressions;
using Assistant.Bot.Conversation;
using Assistant.Bot.Conversation.Consents;
using Assistant.Bot.Conversation.Replies;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;

namespace Assistant.Tests.House;

/// <summary>What makes it hard to tell something of somebody without asking whether it may be told.</summary>
public sealed partial class ConsentRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_resident_is_named_in_one_way_only_and_that_way_asks_on_what_ground() =>
        Assert.Empty(
            from file in SourceTree.Product(".cs")
            from line in file.Lines
            where WithResident().IsMatch(line)
            select $"{file}: {line.Trim()}");

    [Fact]
    public void A_message_that_names_a_resident_and_says_not_what_it_tells_of_her_is_never_queued()
    {
        var message = new OutboundMessage
        {
            Id = MessageId.New(Now),
            To = PersonId.New(Now),
            Ground = Ground.Nobody,
            DedupeKey = "slip",
            Saying = Saying.Of("concern.circle.going") with { Values = new Dictionary<string, string> { ["resident"] = "Ann" } },
            CreatedAt = Now,
            ValidUntil = Now.AddHours(1),
        };

        Assert.Throws<InvalidOperationException>(() => message.Due(Now));
    }

    [Fact]
    public void Every_phrase_that_names_a_resident_names_her_by_that_value()
    {
        var page = SayBook.Load(PhraseBook.FolderOfProgram).In("nl");

        // Whatever is said to a circle or to the organiser about somebody has her as {resident}; {asker} asked for it herself.
        Assert.Empty(page.Says
            .Where(said => AboutSomebody().IsMatch(said.Key))
            .Where(said => !said.Value.All(phrase => phrase.Text.Contains("{resident}", StringComparison.Ordinal)))
            .Select(said => said.Key));
    }

    [Fact]
    public void Every_page_that_shows_residents_reads_what_may_be_shown() =>
        Assert.Empty(
            from file in SourceTree.Product(".cs")
            where file.Path.StartsWith("Assistant.Bot/Dashboard/", StringComparison.Ordinal)
            where file.Text.Contains("Set<PlanItem>", StringComparison.Ordinal) || file.Text.Contains("Set<Concern>()", StringComparison.Ordinal)
                || file.Text.Contains("Set<CheckIn>", StringComparison.Ordinal)
            where !file.Text.Contains("Discretion", StringComparison.Ordinal) && !file.Path.EndsWith("/SetAsideHomes.cs", StringComparison.Ordinal)
            select file.Path);

    [Fact]
    public void The_texts_people_agree_to_are_the_approved_ones_and_another_text_has_another_version()
    {
        var book = SayBook.Load(PhraseBook.FolderOfProgram);
        var text = new StringBuilder();
        foreach (var topic in ConsentTopic.All)
        {
            text.Append(topic.Version).Append('\n');
            foreach (var language in new[] { "nl", "en" })
            {
                foreach (var key in new[] { $"{topic.Key}.ask", $"{topic.Key}.again" })
                {
                    text.AppendJoin("", book.In(language).Says[key].Select(phrase => $"  {language} {phrase.Text}\n"));
                }
            }
        }

        SourceTree.Approve("consents.approved.txt", text.ToString());
    }

    [GeneratedRegex("\\.With\\(\"resident\"")]
    private static partial Regex WithResident();

    [GeneratedRegex(@"^(concern\.(ask|circle|after_promise)|service\.)")]
    private static partial Regex AboutSomebody();
}
