using Assistant.Bot.Conversation.Replies;
using Assistant.Scheduling.Delivery;

namespace Assistant.Tests.Town;

/// <summary>What people of a town heard and said, a line each in the order in which it happened, in the words they read.</summary>
internal sealed class Transcript(SmallTown town, IReadOnlyList<string> people)
{
    private static readonly Wording Wording = new(TownBooks.Says);

    private readonly List<string> lines = [];
    private readonly Dictionary<string, int> read = [];

    /// <summary>Somebody presses this button, or speaks where it is left out.</summary>
    public async Task SayAsync(string who, string? choice = null, Guid? subject = null)
    {
        Read();
        var at = SmallTown.Zone.LocalOf(town.Now);
        var title = choice is null ? "(laat van zich horen)"
            : Wording.Buttons(Saying.Of("none").Asking("none", Guid.Empty, choice), town.Person(who), town.Now)[0].Title;
        lines.Add($"{at:ddd HH:mm}  {who}  >  {title}");
        await (choice is null ? town.SpeakAsync(who) : subject is { } about ? town.PressAsync(who, choice, about) : town.PressAsync(who, choice));
        await town.TickAsync();
        Read();
    }

    /// <summary>Takes in what arrived since it was last asked: by time, of one moment by person, of one person as it came.</summary>
    public void Read()
    {
        var news = new List<(DateTimeOffset At, string Line)>();
        foreach (var name in people)
        {
            var heard = town.Phone(name).All;
            foreach (var message in heard.Skip(read.GetValueOrDefault(name)))
            {
                var words = Wording.Render(message.Message, town.Person(name));
                var choices = words.Choices.Count == 0 ? "" : $"  [{string.Join(" | ", words.Choices.Select(c => c.Title))}]";
                news.Add((message.Message.CreatedAt, $"{message.At[..^3]}  {name}  <  {words.Text}{choices}"));
            }

            read[name] = heard.Count;
        }

        lines.AddRange(news.OrderBy(one => one.At).Select(one => one.Line));
    }

    public override string ToString() => string.Concat(lines.Select(line => line + "\n"));
}
