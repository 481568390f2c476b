using Assistant.Bot.Conversation.Phrasing;

namespace Assistant.Bot.Conversation;

/// <summary>
/// Hears two things in one sentence: "ik heb ze genomen en wat staat er vanmiddag op het programma". A message to pass on
/// or a thing to remember keeps the rest of its sentence; a greeting beside a real intent is only politeness.
/// </summary>
internal static class ClauseReader
{
    /// <summary>In a long story one clause may ask for something.</summary>
    private const string Chat = "companion.chat";

    private const double SureEnough = 0.75;
    private const int MostClauses = 6;
    private const int FewestWords = 2;

    /// <summary>A polite word in a longer sentence is not what it is about.</summary>
    private const int LongestPolite = 8;

    private static readonly HashSet<string> KeepsTheRest =
        ["help.contact", "reminder.add", "dayplan.add", "companion.memory", "privacy.forget", "neighbourhood.offer"];

    private static readonly HashSet<string> Politeness =
        ["greeting", "thanks", "goodbye", "yes", "no", "repeat", "never_mind", "companion.chat"];

    private static readonly HashSet<string> Answers = ["yes", "no"];

    /// <summary>What is only the ground for what follows: "ik heb hoofdpijn, mag ik een paracetamol".</summary>
    private static readonly Dictionary<string, string[]> Grounds = new()
    {
        ["medication.advice"] = ["medication.skipped", "checkin.unwell", "medication.taken"],
        ["medication.status"] = ["medication.taken"],
        ["medication.as_needed"] = ["checkin.unwell"],
        ["medication.stock"] = ["checkin.unwell"],
        ["pause.start"] = ["privacy.stop"],
        ["responder.cannot"] = ["pause.start", "checkin.unwell"],
        ["responder.done"] = ["responder.fine"],
        ["help.groceries"] = ["checkin.unwell"],
        ["help.meal"] = ["checkin.unwell"],
        ["help.ride"] = ["checkin.unwell", "dayplan.add"],
        ["dayplan.cancel"] = ["checkin.unwell"],
    };

    /// <param name="spoken">The phrases of the language.</param>
    /// <param name="heard">The whole sentence.</param>
    /// <param name="whole">How the whole was understood.</param>
    /// <param name="isAnswer">Whether a question is open.</param>
    /// <param name="read">Understands one clause.</param>
    /// <returns>The whole, with what else was said; or the clauses where the whole says nothing.</returns>
    public static Understanding Read(
        LanguagePhrases spoken,
        Heard heard,
        Understanding whole,
        bool isAnswer,
        Func<Heard, Understanding> read)
    {
        var spans = Clauses.Of(heard, spoken.Classes);
        if (spans.Count is < 2 or > MostClauses || KeepsTheRest.Contains(whole.Intent))
        {
            return whole;
        }

        var clauses = new List<Clause>();
        foreach (var span in spans)
        {
            var clause = spoken.Listener.Listen(span.Of(heard.Text), []);
            var said = read(clause);
            if (said.Intent != Understanding.Other && said.Confidence >= SureEnough
                && (isAnswer || !OnlyOpens(said.Intent, clause))
                && (heard.Count <= LongestPolite || !Politeness.Contains(said.Intent))
                && (clause.Count >= FewestWords || Politeness.Contains(said.Intent) || spans.Count == 2))
            {
                clauses.Add(new Clause(span, said));
            }
        }

        var grounds = clauses.SelectMany(clause => Grounds.GetValueOrDefault(clause.Meaning.Intent, [])).ToHashSet();
        clauses.RemoveAll(clause => grounds.Contains(clause.Meaning.Intent));
        return Combine(whole, clauses);
    }

    // Where nobody asked anything: "akkoord, de katten zijn ook al binnen", "sorry, ik stond te dromen".
    private static bool OnlyOpens(string intent, Heard clause) =>
        Answers.Contains(intent) || (intent == "repeat" && clause.Count < FewestWords);

    private static Understanding Combine(Understanding whole, List<Clause> clauses)
    {
        var real = clauses.Where(clause => !Politeness.Contains(clause.Meaning.Intent)).DistinctBy(clause => clause.Meaning.Intent).ToList();
        if (real is [var first, _, ..] && !KeepsTheRest.Contains(first.Meaning.Intent))
        {
            return first.Meaning with { Said = first.Said, Also = real[1..] };
        }

        return whole.Intent is Understanding.Other or Chat && (real.FirstOrDefault() ?? clauses.FirstOrDefault()) is { } clause
            ? Checked(clause.Meaning)
            : whole;
    }

    // Words taken out of a story may be about somebody else's pills.
    private static Understanding Checked(Understanding meaning) => meaning.Intent == IntentRecognizer.Taken
        ? meaning with { Confidence = Math.Min(meaning.Confidence, IntentRecognizer.AskedFirst) }
        : meaning;
}
