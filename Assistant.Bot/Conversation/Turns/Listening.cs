using Assistant.Bot.Conversation.Times;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Conversation.Turns;

/// <summary>What was heard: a meaning, and the times that were named.</summary>
internal sealed record Heard(Understanding Understanding, IReadOnlyList<TimeMention> Times);

/// <summary>Turns an utterance into a meaning: a button says it plainly, words are recognised.</summary>
internal sealed class Listening(PhraseBook phrases, IntentRecognizer recognizer, TimeReader times)
{
    /// <summary>The languages we understand. Shape: BCP 47.</summary>
    public IReadOnlyCollection<string> Languages => phrases.Languages;

    /// <param name="utterance">What was typed, said or pressed.</param>
    /// <param name="speaker">Who, for language and zone.</param>
    /// <param name="awaiting">The question that is open with her; null when none is.</param>
    /// <param name="now">The moment it is read.</param>
    public Heard Hear(Utterance utterance, Person speaker, string? awaiting, DateTimeOffset now)
    {
        var language = speaker.Language.Split('-')[0];
        var named = times.Read(utterance.Text, new TimeContext(now, speaker.Zone, language));
        if (utterance.Choice is { } choice)
        {
            return new Heard(new Understanding { Intent = choice.Intent, Confidence = 1 }, named);
        }

        var spans = named.Select(time => new TextSpan(time.SpanStart, time.SpanLength)).ToList();
        return new Heard(recognizer.Recognize(utterance.Text, language, awaiting, spans), named);
    }
}
