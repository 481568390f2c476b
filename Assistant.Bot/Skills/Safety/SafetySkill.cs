using Assistant.Bot.Conversation.Neighbours;
using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Safety;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Escalation;

namespace Assistant.Bot.Skills.Safety;

/// <summary>Danger and despair: fixed words with the number to call, for anybody; and somebody is asked at once.</summary>
internal sealed class SafetySkill(EmergencyNumbers numbers, SayBook book) : ISkill
{
    /// <summary>Whether she wants to tell more: it stays with her until she speaks of something else.</summary>
    public const string Talk = "safety.talk?";

    public IReadOnlyCollection<string> Intents { get; } = ["safety.emergency", "safety.distress"];

    public IReadOnlyCollection<string> Questions { get; } = [Talk];

    public bool AnswersStrangers => true;

    public async Task<Saying> AnswerAsync(Turn turn, CancellationToken cancellationToken)
    {
        var local = await numbers.ForAsync(turn, cancellationToken);
        return turn.Understanding.Intent switch
        {
            "safety.emergency" => await EmergencyAsync(turn, local, cancellationToken),
            "safety.distress" => await DistressAsync(turn, local, cancellationToken),
            _ => Saying.Of("safety.listening").With("crisis", local.Crisis).Asking(Talk, Subject(turn)),
        };
    }

    private async Task<Saying> EmergencyAsync(Turn turn, LocalNumbers local, CancellationToken cancellationToken)
    {
        var more = new List<Saying>();
        if (turn.Resident is { } resident)
        {
            var alarmed = await Alarm.RaiseAsync(turn, resident, ConcernKind.Emergency, cancellationToken);
            more.AddRange(Told(alarmed, "safety.told"));
        }
        else
        {
            more.Add(Saying.Of("safety.stay"));
        }

        if (SpeaksOfPills(turn))
        {
            more.Add(Saying.Of("safety.pills"));
            more.AddRange(Number("safety.poison", "poison", local.Poison));
            more.AddRange(Number("safety.gp", "gp", local.Gp));
            more.AddRange(Number("safety.doctor_on_duty", "doctor", local.Doctor));
        }

        more.Add(Saying.Of("safety.not_a_button"));
        return Saying.Of("safety.emergency").With("emergency", local.Emergency).With("more", more);
    }

    private static async Task<Saying> DistressAsync(Turn turn, LocalNumbers local, CancellationToken cancellationToken)
    {
        var more = new List<Saying> { Saying.Of("safety.distress_talk").With("crisis", local.Crisis) };
        more.AddRange(Number("safety.distress_listen", "listen", local.Listen));
        more.Add(Saying.Of("safety.distress_danger").With("emergency", local.Emergency));
        if (turn.Resident is { } resident)
        {
            var alarmed = await Alarm.RaiseAsync(turn, resident, ConcernKind.Distress, cancellationToken);
            more.AddRange(Told(alarmed, "safety.distress_told"));
        }

        return Saying.Of("safety.distress").With("more", more).Asking(Talk, Subject(turn));
    }

    private static IEnumerable<Saying> Told(Alarmed alarmed, string key) =>
        alarmed.Who is { } who ? [Saying.Of(key).With("who", who)]
        : alarmed.IsNew ? [] : [Saying.Of("safety.told_known")];

    private static IEnumerable<Saying> Number(string key, string name, string? number) =>
        number is null ? [] : [Saying.Of(key).With(name, number)];

    private static Guid Subject(Turn turn) =>
        turn.OpenOf(Talk).FirstOrDefault()?.Subject ?? Guid.CreateVersion7(turn.Now);

    private bool SpeaksOfPills(Turn turn) => book.In(turn.Speaker.Language).Hears["safety.pills"]
        .Any(word => turn.Utterance.Text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
