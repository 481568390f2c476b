using System.Text.Json;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Skills.DayPlan;

/// <summary>What is wanted of a day.</summary>
internal enum DraftVerb
{
    Add,
    Move,
    Cancel,
}

/// <summary>A change of a day that is being talked about: what is known of it so far. It counts after a yes, and not before.</summary>
/// <remarks>It lives in the question that is open about it, so that nothing of it is lost between two answers.</remarks>
internal sealed record Draft
{
    private const string Value = "draft";
    private const string PickValue = "pick.";

    public required DraftVerb Verb { get; init; }

    /// <summary>On whose day.</summary>
    public required Guid Whose { get; init; }

    /// <summary>What it is; null while nobody said.</summary>
    public string? Title { get; init; }

    /// <summary>The day it is on, or goes to; null while nobody said.</summary>
    public DateOnly? Date { get; init; }

    public TimeOnly? At { get; init; }

    public bool IsAllDay { get; init; }

    /// <summary>On which days it comes back (RFC 5545 §3.3.10); null for once.</summary>
    public string? Rule { get; init; }

    public TimeSpan? Lasts { get; init; }

    /// <summary>Whether it is only to be said at its time, or is one of those that are.</summary>
    public bool IsReminder { get; init; }

    /// <summary>Whether she told of it, and did not ask for it to be put on a list.</summary>
    public bool IsOffer { get; init; }

    /// <summary>Which thing on the list is moved or cancelled.</summary>
    public Target? Of { get; init; }

    /// <summary>How much of what comes back is meant; null while nobody said.</summary>
    public ChangeScope? Scope { get; init; }

    public ResidentId Resident => ResidentId.From(Whose);

    /// <summary>The saying, as a question about this draft.</summary>
    public Saying Asking(Saying saying, string question, Guid subject, params IReadOnlyList<string> choices) =>
        saying.With(Value, JsonSerializer.Serialize(this)).Asking(question, subject, choices);

    /// <summary>The draft a question is about; null where it is about none.</summary>
    public static Draft? Read(Saying? saying) => saying?.Values.GetValueOrDefault(Value) is { } json ? JsonSerializer.Deserialize<Draft>(json) : null;

    /// <summary>The saying, where choosing <paramref name="choice"/> makes it this draft.</summary>
    public Saying PickedBy(Saying saying, Guid choice) => saying.With($"{PickValue}{choice:N}", JsonSerializer.Serialize(this));

    /// <summary>What pressing the button of this turn makes of the draft, and the question it answers; null where the button is none of ours.</summary>
    public static async Task<(Draft Draft, Guid Subject)?> PickedAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Utterance.Choice?.Subject is not { } choice)
        {
            return null;
        }

        var said = (await EarlierWords.SaidToAsync(turn.Db, turn.Speaker.Id, cancellationToken))
            .FirstOrDefault(s => s.Values.ContainsKey($"{PickValue}{choice:N}"));
        return said is { Subject: { } subject } && JsonSerializer.Deserialize<Draft>(said.Values[$"{PickValue}{choice:N}"]) is { } draft
            ? (draft, subject)
            : null;
    }
}

/// <summary>A thing on the list: which time of which series, and where it stands.</summary>
internal sealed record Target(string Source, Guid Series, DateOnly Named, DateTimeOffset At)
{
    public required string Title { get; init; }

    /// <summary>The day it stands on.</summary>
    public required DateOnly Date { get; init; }

    public bool IsAllDay { get; init; }

    /// <summary>Whether it is only said at its time.</summary>
    public bool IsReminder { get; init; }

    /// <summary>How long it takes, for whoever asks what is in the way.</summary>
    public TimeSpan? Occupies { get; init; }

    /// <summary>Whether it comes back.</summary>
    public bool Recurs { get; init; }

    public Occurrence Occurrence(ResidentId resident) => new(resident, Source, Series, Named);
}
