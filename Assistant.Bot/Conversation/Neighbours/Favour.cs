using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Delivery;

namespace Assistant.Bot.Conversation.Neighbours;

/// <summary>Something the assistant cannot do itself, but can ask the organiser for, when the resident says yes to that.</summary>
/// <remarks>Its words: <c>favour.INTENT</c> asks her, <c>organiser.INTENT</c> is what the organiser reads.</remarks>
internal static class Favour
{
    /// <summary>The question whether to ask for this.</summary>
    public static string Question(string intent) => $"{intent}.ask?";

    /// <summary>Offers to ask, or asks when she said yes.</summary>
    public static async Task<Saying> AnswerAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Resident is null)
        {
            return Saying.Of("conversation.residents_only");
        }

        var intent = turn.Understanding.Intent;
        if (turn.Answers is { } answers && intent is "yes" or "no" or Understanding.Other)
        {
            return await AnsweredAsync(turn, answers, cancellationToken);
        }

        return await OnDuty.ForAsync(turn, cancellationToken) is { } organiser
            ? Offer(intent, organiser.Name, Guid.CreateVersion7(turn.Now))
            : Saying.Of("person.nobody");
    }

    private static async Task<Saying> AnsweredAsync(Turn turn, Asked answers, CancellationToken cancellationToken)
    {
        var intent = answers.Question[..^".ask?".Length];
        if (turn.Understanding.Intent is Understanding.Other && await OnDuty.ForAsync(turn, cancellationToken) is { } organiser)
        {
            return Offer(intent, organiser.Name, answers.Subject);
        }

        turn.Close(answers.Subject);
        if (turn.Understanding.Intent is not "yes")
        {
            return Saying.Of("favour.dropped");
        }

        return await AskOrganiser.AboutAsync(turn, $"organiser.{intent}", cancellationToken) is { } asked
            ? Saying.Of(asked.IsNew ? "favour.asked" : "favour.asked_before").With("who", asked.Who)
            : Saying.Of("person.nobody");
    }

    private static Saying Offer(string intent, string who, Guid subject) =>
        Saying.Of($"favour.{intent}").With("who", who).Asking(Question(intent), subject, "yes", "no");
}
