using Assistant.Bot.Conversation.Replies;
using Assistant.Scheduling.Delivery;

namespace Assistant.Bot.Conversation.Turns;

/// <summary>Finds the skill that answers a turn.</summary>
/// <remarks>
/// 1. Safety first, for anybody. 2. Who was not introduced hears how that is done. 3. A bare answer belongs to the
/// question it answers. 4. What we are not sure of is asked,
/// and so is what somebody else wrote. 5. Otherwise the meaning decides.
/// </remarks>
internal sealed class SkillFinder(IEnumerable<ISkill> skills, Wording wording)
{
    /// <summary>The question whether we understood; its first choice is the intent that was meant.</summary>
    public const string Confirm = "confirm?";

    /// <summary>The value of that question with the words we were not sure of: who meant them need not say them again.</summary>
    public const string Heard = "heard";

    private readonly IReadOnlyList<ISkill> all = [.. skills];

    private readonly Dictionary<string, ISkill> byIntent = skills
        .SelectMany(skill => skill.Intents.Select(intent => (intent, skill)))
        .ToDictionary(pair => pair.intent, pair => pair.skill);

    private readonly Dictionary<string, ISkill> byQuestion = skills
        .SelectMany(skill => skill.Questions.Select(question => (question, skill)))
        .ToDictionary(pair => pair.question, pair => pair.skill);

    public async Task<Saying> AnswerAsync(Turn turn, CancellationToken cancellationToken)
    {
        var meant = Named(turn) ?? Overhearing(turn) ?? SkillOf(turn.Understanding.Intent);
        if (turn.Speaker.IsStranger && !meant.AnswersStrangers)
        {
            return await byIntent[Understanding.Other].AnswerAsync(turn, cancellationToken);
        }

        if (turn is { Utterance.IsForwarded: true, Understanding: { Concern: Concern.None, Intent: not Understanding.Other } })
        {
            return AskWhetherHerOwn(turn);
        }

        if (turn.Understanding.Concern is not Concern.None || await QuestionAsync(turn, cancellationToken) is not { } asked)
        {
            return await ByMeaningAsync(turn, cancellationToken);
        }

        var answer = await ReadAsync(turn with { Answers = asked }, cancellationToken);
        return byQuestion.TryGetValue(asked.Question, out var asker)
            && await AsAnswerAsync(answer, asker, cancellationToken) is { } bare
                ? await asker.AnswerAsync(bare, cancellationToken)
                : await ByMeaningAsync(answer, cancellationToken);
    }

    private Task<Saying> ByMeaningAsync(Turn turn, CancellationToken cancellationToken) => Named(turn) is { } named
        ? named.AnswerAsync(turn, cancellationToken)
        : Overhearing(turn) is { } hearing ? hearing.AnswerAsync(turn, cancellationToken)
        : IsUnsure(turn) ? Task.FromResult(AskWhatWasMeant(turn))
        : SkillOf(turn.Understanding.Intent).AnswerAsync(turn, cancellationToken);

    private ISkill? Named(Turn turn) => turn is { Utterance.Choice: null, Understanding.Concern: Concern.None }
        ? all.FirstOrDefault(skill => skill.IsNamedIn(turn))
        : null;

    private ISkill? Overhearing(Turn turn) => turn.Understanding.Intent is Understanding.Other || turn is { Resident: null, Understanding.Intent: "privacy.stop" or "neighbourhood.offer" or "neighbourhood.leave" }
        ? all.FirstOrDefault(skill => skill.Overhears(turn))
        : null;

    private ISkill SkillOf(string intent) => byIntent.GetValueOrDefault(intent) ?? byIntent[Understanding.Other];

    // The turn as the answer to a question, or null where it means something of its own. A doubtful yes is no yes.
    private static async Task<Turn?> AsAnswerAsync(Turn turn, ISkill asker, CancellationToken cancellationToken)
    {
        var isBare = turn.Understanding.Intent is "yes" or "no" or Understanding.Other;
        if (isBare && !IsUnsure(turn))
        {
            return turn;
        }

        return isBare || (turn.Utterance.Choice is null && await asker.ClaimsAsync(turn, cancellationToken))
            ? turn with { Understanding = turn.Understanding with { Intent = Understanding.Other, Claimed = turn.Understanding.Intent } }
            : null;
    }

    private static bool IsUnsure(Turn turn) =>
        turn.Understanding.Intent != Understanding.Other && turn.Understanding.Confidence < IntentRecognizer.AskBelow;

    // A button says what it answers, long after nobody waits for it any more; words answer the newest question.
    private static async Task<Asked?> QuestionAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Utterance.Choice?.Subject is not { } subject)
        {
            return turn.Open is [var newest, ..] ? new Asked(newest.Key, newest.Subject) : null;
        }

        var open = turn.Open.FirstOrDefault(o => o.Subject == subject)?.Key;
        var question = open ?? (await EarlierWords.AboutAsync(turn, subject, cancellationToken))?.Question;
        return question is null ? null : new Asked(question, subject);
    }

    // What somebody types may be the words of a button, and a yes to "did you mean" is what was meant.
    private async Task<Turn> ReadAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Answers is not { } answers || await EarlierWords.AboutAsync(turn, answers.Subject, cancellationToken) is not { } said)
        {
            return turn;
        }

        var chosen = turn.Utterance.Choice is null
            ? EarlierWords.Chosen(turn, said, wording)
            : null;
        if (chosen is not null)
        {
            // Where the same is asked about two, the words of a button say what, and not yet about which.
            var isOfOne = chosen.Subject != answers.Subject || !turn.OpenOf(answers.Question).Skip(1).Any();
            var meant = turn.Meaning(isOfOne ? chosen : chosen with { Subject = null });
            return answers.Question == Confirm ? Confirmed(meant, answers, said) : meant;
        }

        return answers.Question == Confirm ? Confirmed(turn, answers, said) : turn;
    }

    // What was meant is about whatever it would have been about, had we understood at once; not about our question.
    private static Turn Confirmed(Turn turn, Asked answers, Saying said)
    {
        var meant = turn.Utterance.Choice?.Subject == answers.Subject ? turn.Utterance.Choice.Intent
            : turn.Understanding.Intent == "yes" && !IsUnsure(turn) ? said.Choices[0]
            : null;
        if (meant is null)
        {
            return turn;
        }

        turn.Close(answers.Subject);
        return turn.Meaning(new ChoiceValue(meant, null)) with { Answers = null };
    }

    // A bare yes or no of somebody else answers nothing of ours.
    private static Saying AskWhetherHerOwn(Turn turn) => turn.Understanding.Intent is "yes" or "no"
        ? Saying.Of("conversation.forwarded_bare")
        : Saying.Of("conversation.forwarded").Asking(Confirm, Guid.CreateVersion7(turn.Now), turn.Understanding.Intent, "never_mind");

    private Saying AskWhatWasMeant(Turn turn)
    {
        var guesses = new[] { turn.Understanding.Intent, turn.Understanding.Otherwise }
            .OfType<string>().Where(byIntent.ContainsKey).Where(intent => intent != Understanding.Other);
        return Saying.Of("conversation.unsure").With(Heard, turn.Utterance.Text)
            .Asking(Confirm, Guid.CreateVersion7(turn.Now), [.. guesses.Distinct(), "never_mind"]);
    }
}
