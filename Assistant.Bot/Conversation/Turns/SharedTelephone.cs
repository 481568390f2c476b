using Assistant.Bot.Conversation.Replies;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Conversation.Turns;

/// <summary>Somebody who may be speaking, with what we asked her and still wait for; the newest first.</summary>
internal sealed record Candidate(KnownSpeaker Speaker, IReadOnlyList<OpenQuestion> Open)
{
    public PersonId Id => Speaker.Person.Id;

    /// <summary>Whether we asked her about this kind of thing (<c>medication</c>).</summary>
    public bool WasAskedAbout(string kind) => Open.Any(question => Kind(question.Key) == kind);

    /// <summary>What comes before the point of an intent or a question.</summary>
    public static string Kind(string key) => key.Split('.')[0];
}

/// <summary>Who speaks, and what she said; or that we must ask for whom it is.</summary>
internal sealed record WhoSpeaks(Candidate Speaker, Utterance Utterance, Saying? AskFirst = null);

/// <summary>The rule that says who speaks on a telephone that several people share. About a person's own day it never guesses.</summary>
/// <remarks>
/// 1. A button says whose it is. 2. So does a name in the words. 3. A bare answer is hers who was asked; whoever was
/// asked about that kind of thing, it is hers. 4. Of a resident's own things only residents speak. 5. Where two are
/// left, we ask by name; what is nobody's in particular goes to whom we spoke with last.
/// </remarks>
internal static class SharedTelephone
{
    /// <summary>What is asked when it is not clear for whom something was said.</summary>
    public const string ForWhom = "conversation.for_whom";

    /// <summary>The value of that question with the words that were said, which the answer brings back.</summary>
    public const string Words = "words";

    private static readonly string[] OfHerOwn = ["medication", "checkin", "reminder", "dayplan", "pause", "privacy", "yes", "no"];

    /// <param name="people">All who are reached there.</param>
    /// <param name="utterance">What was said or pressed.</param>
    /// <param name="intent">What it means, taken as the answer to the newest question of all.</param>
    public static WhoSpeaks Decide(IReadOnlyList<Candidate> people, Utterance utterance, string intent)
    {
        var lastAsked = people.MaxBy(one => one.Open.Select(q => q.AskedAt).DefaultIfEmpty(DateTimeOffset.MinValue).Max()) ?? people[0];
        if (utterance.Choice is { Subject: { } subject })
        {
            return people.FirstOrDefault(one => one.Id.Value == subject) is { } chosen ? new(chosen, Meant(chosen, utterance))
                : new(people.FirstOrDefault(one => one.Open.Any(q => q.Subject == subject)) ?? lastAsked, utterance);
        }

        if (people.Where(one => IsNamed(one, utterance.Text)).ToList() is [var named])
        {
            return new(named, utterance);
        }

        var kind = Candidate.Kind(intent);
        var isBare = kind is "yes" or "no";
        var asked = people.Where(one => isBare ? one.Open.Count > 0 : one.WasAskedAbout(kind)).ToList();
        if (asked is [var only])
        {
            return new(only, utterance);
        }

        var left = asked.Count > 1 ? asked : [.. people.Where(one => one.Speaker.Resident is { ServiceEndedAt: null })];
        return left switch
        {
            _ when !OfHerOwn.Contains(kind) || (isBare && asked.Count == 0) => new(lastAsked, utterance),
            [] => new(lastAsked, utterance),
            [var resident] => new(resident, utterance),
            _ => new(lastAsked, utterance, Ask(left, intent).With(Words, utterance.Text)),
        };
    }

    // The choice carries the person; what it is about is what she was asked last, or nothing in particular.
    private static Utterance Meant(Candidate person, Utterance utterance)
    {
        var intent = utterance.Choice?.Intent ?? Understanding.Other;
        var kind = Candidate.Kind(intent);
        var about = person.Open.FirstOrDefault(q => kind is "yes" or "no" || Candidate.Kind(q.Key) == kind);
        return utterance with { Choice = new ChoiceValue(intent, about?.Subject) };
    }

    private static bool IsNamed(Candidate one, string text) => one.Speaker.Person.Name is { Length: > 0 } name
        && text.Split([' ', ',', '.', '!', '?', ':', ';'], StringSplitOptions.RemoveEmptyEntries)
            .Contains(name.Split(' ')[^1], StringComparer.OrdinalIgnoreCase);

    private static Saying Ask(IReadOnlyList<Candidate> people, string intent)
    {
        var first = people.Take(3).ToList();
        return Saying.Of(ForWhom) with
        {
            Choices = [.. first.Select(one => new OwnChoice(new ChoiceValue(intent, one.Id.Value), one.Speaker.Person.Name).ToString())],
        };
    }
}
