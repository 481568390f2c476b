using System.Globalization;
using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Skills.Circle;

/// <summary>A resident asks somebody into her circle by talking: whom, is that right, and a code to hand over.</summary>
/// <remarks>Nobody's number is dictated, so none is misheard: whoever types the code shows the place herself, and is then asked.</remarks>
internal sealed class InvitationSkill(SayBook book) : ISkill
{
    /// <summary>What that person is called.</summary>
    public const string Who = "circle.who?";

    /// <summary>Whether we have it right.</summary>
    public const string Sure = "circle.add?";

    private const string Person = "who";
    private const string Tie = "relation";
    private const int LongestName = 3;

    private static readonly string[] Ties = ["neighbour", "daughter", "son", "friend", "partner", "sister", "brother", "volunteer"];

    public IReadOnlyCollection<string> Intents { get; } = [];

    public IReadOnlyCollection<string> Questions { get; } = [Who, Sure];

    // "Ik wil mijn buurvrouw Ria erbij", "mag Ria in mijn kring": wanting, and a circle or one of her people coming along.
    public bool IsNamedIn(Turn turn)
    {
        var words = Words(turn.Utterance.Text);
        return turn.Resident is not null && words.Any(Heard(turn, "circle.want").Contains)
            && (Heard(turn, "circle.mine").Any(mine => turn.Utterance.Text.Contains(mine, StringComparison.OrdinalIgnoreCase))
                || (TieOf(turn, words) is not null && words.Any(Heard(turn, "circle.along").Contains)));
    }

    public async Task<Saying> AnswerAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Resident is not { } resident)
        {
            return Saying.Of("welcome.nothing_asked");
        }

        if (turn.Answers is { Question: Sure } asked && turn.Understanding.Intent is "yes" or "no")
        {
            turn.Close(asked.Subject);
            return turn.Understanding.Intent is "no" || await EarlierWords.AboutAsync(turn, asked.Subject, cancellationToken) is not { } before
                ? Saying.Of("circle.add_not")
                : await AddAsync(turn, resident, before, cancellationToken);
        }

        if (turn.Answers is { Question: Sure } unclear && !IsNamedIn(turn))
        {
            return await EarlierWords.AboutAsync(turn, unclear.Subject, cancellationToken) ?? Saying.Of("circle.add_not");
        }

        var isName = turn.Answers is { Question: Who } && !IsNamedIn(turn);
        if (turn.Answers is { Question: Who } answered)
        {
            turn.Close(answered.Subject);
            if (turn.Understanding.Intent is "no")
            {
                return Saying.Of("circle.add_not");
            }
        }

        var words = Words(turn.Utterance.Text);
        var tie = TieOf(turn, words);
        var subject = Guid.CreateVersion7(turn.Now);
        return NameIn(turn, words, isName) is { } name
            ? Saying.Of("circle.add_sure").With(Person, name).With(Tie, tie ?? Ties[0]).Asking(Sure, subject, "yes", "no")
            : Saying.Of("circle.add_who").Asking(Who, subject);
    }

    private static async Task<Saying> AddAsync(Turn turn, Resident resident, Saying before, CancellationToken cancellationToken)
    {
        var name = before.Values[Person];
        var circle = new CircleBook(turn.Db, turn.Now);
        var by = AccessActor.Of(turn.Speaker.Id, AccessRole.Resident);
        if (await circle.ExpectAsync(resident, (name, before.Values[Tie]), by, cancellationToken) is not { } person)
        {
            return Saying.Of("circle.add_known").With(Person, name);
        }

        return await new PairingBook(turn.Db, turn.Now).IssueAsync(person, cancellationToken) is { } code
            ? Saying.Of("circle.add_code").With(Person, name).With("code", $"{code[..4]} {code[4..]}")
            : Saying.Of("pairing.too_many");
    }

    // After "buurvrouw" comes her name; without such a word, what is written with a capital, or the whole answer.
    private string? NameIn(Turn turn, IReadOnlyList<string> words, bool isName)
    {
        var stops = Heard(turn, "circle.stops").Concat(Heard(turn, "circle.want")).Concat(Heard(turn, "circle.along")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var afterTie = words.SkipWhile(word => !Ties.Any(tie => Heard(turn, $"relation.{tie}").Contains(word))).Skip(1);
        var candidates = TieOf(turn, words) is not null ? afterTie.TakeWhile(word => !stops.Contains(word))
            : isName ? words.Where(word => !stops.Contains(word))
            : words.Skip(1).Where(word => char.IsUpper(word[0]) && !stops.Contains(word));
        var name = string.Join(' ', candidates.Where(word => word.All(c => char.IsLetter(c) || c is '-' or '\'')).Take(LongestName));
        return name.Length is 0 or > 60 ? null : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name);
    }

    private string? TieOf(Turn turn, IReadOnlyList<string> words) =>
        Ties.FirstOrDefault(tie => words.Any(word => Heard(turn, $"relation.{tie}").Contains(word)));

    private HashSet<string> Heard(Turn turn, string list) => book.In(turn.Speaker.Language).Hears[list].ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static string[] Words(string text) =>
        text.Split([' ', ',', '.', '!', '?', ';', ':'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
