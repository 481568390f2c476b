using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;

namespace Assistant.Bot.Conversation.Turns;

/// <summary>One utterance on its way to one answer: who speaks, what was understood, and the unit of work it is all saved in.</summary>
internal sealed record Turn
{
    /// <summary>How the dedupe key of an answer begins; then follows the id of the message it answers.</summary>
    public const string ReplyKey = "reply:";

    public required AssistantDb Db { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>What was said, on which channel.</summary>
    public required Utterance Utterance { get; init; }

    /// <summary>Who speaks.</summary>
    public required Person Speaker { get; init; }

    /// <summary>The speaker as a resident whom we serve; null for somebody of a circle, or an organiser.</summary>
    public Resident? Resident { get; init; }

    /// <summary>What the words, or the button, mean.</summary>
    public required Understanding Understanding { get; init; }

    /// <summary>The times that were named.</summary>
    public IReadOnlyList<Times.TimeMention> Times { get; init; } = [];

    /// <summary>What we asked the speaker and still wait for; the newest first.</summary>
    public required IReadOnlyList<OpenQuestion> Open { get; init; }

    /// <summary>The question that a bare answer is the answer to; null for words that speak for themselves.</summary>
    public Asked? Answers { get; init; }

    /// <summary>The day that is lived now, by the speaker's clock.</summary>
    /// <remarks>After midnight it is still the old one, until <see cref="Resident.DayBegins"/>.</remarks>
    public LocalDay Day => DayLivedAt(Now);

    /// <summary>When the words were said, which may be days ago on a channel that delivers late; never later than now.</summary>
    public DateTimeOffset SaidAt => Utterance.SaidAt < Now ? Utterance.SaidAt : Now;

    /// <summary>The day that was lived when the words were said.</summary>
    public LocalDay DaySaid => DayLivedAt(SaidAt);

    /// <summary>What the utterance is about: what its button carried, or else the newest open question of this key.</summary>
    public Guid? SubjectOf(string question) =>
        Utterance.Choice?.Subject ?? Open.FirstOrDefault(o => o.Key == question)?.Subject;

    /// <summary>The same turn, had she pressed this button.</summary>
    public Turn Meaning(ChoiceValue choice) => this with
    {
        Utterance = Utterance with { Choice = choice },
        Understanding = new Understanding { Intent = choice.Intent, Confidence = 1 },
    };

    /// <summary>The same turn, had only this part of it been said.</summary>
    /// <param name="said">Where it stands in the words.</param>
    /// <param name="meaning">What it means.</param>
    public Turn Part(TextSpan said, Understanding meaning) => this with
    {
        Utterance = Utterance with { Text = said.Of(Utterance.Text) },
        Understanding = meaning,
        Times = [.. Times.Where(time => said.Overlaps(time.SpanStart, time.SpanLength))],
    };

    /// <summary>All that waits for an answer to this question, the newest first.</summary>
    public IEnumerable<OpenQuestion> OpenOf(string question) => Open.Where(o => o.Key == question);

    /// <summary>Nobody waits for an answer about this any more.</summary>
    public void Close(Guid subject) => Db.RemoveRange(Open.Where(o => o.Subject == subject));

    private LocalDay DayLivedAt(DateTimeOffset at)
    {
        var day = Speaker.Zone.DayOf(at);
        return at < day.At(Resident.DayBegins) ? day.PlusDays(-1) : day;
    }
}

/// <summary>Something that was asked, and about what.</summary>
internal sealed record Asked(string Question, Guid Subject);
