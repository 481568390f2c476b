using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Times;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Residents;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Skills.Medication;

/// <summary>The moments that somebody may be speaking of.</summary>
/// <param name="Doses">The moments, the first first.</param>
/// <param name="IsCertain">False when she named a moment that is not among them, so that even a single one must be asked after.</param>
/// <param name="Pressed">Whether a button, or the answer to a question, said which.</param>
internal sealed record FoundDoses(IReadOnlyList<PlanItem> Doses, bool IsCertain = true, bool Pressed = false);

/// <summary>Finds which moment somebody speaks of; where it is not certain, it finds several.</summary>
internal sealed class DoseFinder(SayBook book)
{
    private static readonly TimeSpan HalfADial = TimeSpan.FromHours(12);

    public async Task<FoundDoses> FindAsync(Turn turn, Resident resident, CancellationToken cancellationToken)
    {
        if (Answered(turn) is { } subject)
        {
            return new FoundDoses(await PressedAsync(turn, resident, subject, cancellationToken), Pressed: true);
        }

        // What came after she said it is none of these words yet; what was answered is only meant when she names it.
        var day = (await new DoseBook(turn.Db, turn.Now).DayAsync(resident.Id, DayOf(turn), cancellationToken)).Select(d => d.Item);
        var begun = day.Where(item => turn.SaidAt >= item.At - (item.ValidUntil - item.At)).ToList();
        if (Named(turn, begun) is { Count: > 0 } named)
        {
            return new FoundDoses(named.Where(i => i.IsAnswerable).ToList() is { Count: > 0 } open ? open : named);
        }

        var waiting = begun.Where(item => item.IsAnswerable).ToList();
        var current = waiting.Where(item => turn.SaidAt < item.ValidUntil).ToList();
        var likely = AtNamedTime(turn, current.Count > 0 ? current : waiting);
        return NamedMoment(turn) is not null ? new FoundDoses(likely, IsCertain: false)
            : likely.Count == 0 && begun.Count > 0 ? new FoundDoses([begun[^1]])
            : new FoundDoses(likely);
    }

    /// <summary>Those of these moments that she speaks of by name; none where she names none of them.</summary>
    public IReadOnlyList<PlanItem> Named(Turn turn, IReadOnlyList<PlanItem> among) =>
        NamedMoment(turn) is { } moment ? [.. among.Where(item => item.Title == moment)] : [];

    /// <summary>The moment of the day that she names, as a title; null where she names none.</summary>
    /// <remarks>Of "namiddag" and the "middag" inside it, the longer word is the one that was said.</remarks>
    public string? NamedMoment(Turn turn) => book.In(turn.Speaker.Language).Hears.Keys
        .Where(key => key.StartsWith("medication.moment.", StringComparison.Ordinal))
        .Select(key => (Key: key, Word: Hears(turn, key)))
        .Where(heard => heard.Word is not null)
        .OrderByDescending(heard => heard.Word?.Length)
        .Select(heard => $"={heard.Key}")
        .FirstOrDefault();

    /// <summary>Whether she says that she forgot, which is not yet that she leaves them out.</summary>
    public bool SaysForgot(Turn turn) => Hears(turn, "medication.forgot") is not null;

    /// <summary>Why she leaves them out: what follows "because", in her own words; null where she does not say.</summary>
    public string? Reason(Turn turn) => book.In(turn.Speaker.Language).Hears["medication.because"]
        .Select(word => turn.Utterance.Text.Split($" {word} ", 2) is [_, var why] ? why.Trim() : null)
        .FirstOrDefault(why => why?.Length > 0);

    /// <summary>The time she names; null for "soon", which names none.</summary>
    public DateTimeOffset? NamedTime(Turn turn)
    {
        var soon = book.In(turn.Speaker.Language).Hears["medication.soon"];
        var named = turn.Times.FirstOrDefault(t =>
            !soon.Contains(turn.Utterance.Text.Substring(t.SpanStart, t.SpanLength).Trim(), StringComparer.OrdinalIgnoreCase));
        var at = named is { Kind: TimeKind.Duration, Seconds: { } seconds } ? turn.SaidAt.AddSeconds(seconds) : named?.Start;
        return at > turn.Now ? at : null;
    }

    /// <summary>Whether the time she names can only be still to come: half a dial earlier it was no time for these pills either.</summary>
    public bool IsStillToCome(Turn turn, PlanItem item) =>
        NamedTime(turn) is { } at && at - HalfADial < item.At - (item.ValidUntil - item.At);

    /// <summary>Whether she means all of them.</summary>
    public bool MeansAll(Turn turn) => Hears(turn, "medication.both") is not null;

    // A button says which; words answer the one question that is open, unless they name their moment themselves.
    private Guid? Answered(Turn turn) => turn.Utterance.Choice?.Subject
        ?? (turn.Answers is { } answers && turn.OpenOf(answers.Question).Count() < 2 && NamedMoment(turn) is null
            && DayOf(turn) == turn.DaySaid ? answers.Subject : null);

    // "Gisteren vergeten" is said of yesterday, and leaves today alone.
    private static LocalDay DayOf(Turn turn)
    {
        var named = turn.Times.FirstOrDefault(t => t is { Grain: Grain.Day, Start: not null })?.Start;
        return named is { } at && turn.Speaker.Zone.DayOf(at) is var day && day.Date < turn.DaySaid.Date ? day : turn.DaySaid;
    }

    private static async Task<IReadOnlyList<PlanItem>> PressedAsync(
        Turn turn, Resident resident, Guid subject, CancellationToken cancellationToken)
    {
        var id = PlanItemId.From(subject);
        return await turn.Db.Set<PlanItem>()
            .Where(i => i.Id == id && i.ResidentId == resident.Id && i.Source == DoseSource.SourceName)
            .Where(i => i.State != PlanItemState.Cancelled)
            .ToListAsync(cancellationToken);
    }

    private string? Hears(Turn turn, string key) => book.In(turn.Speaker.Language).Hears[key]
        .Where(word => turn.Utterance.Text.Contains(word, StringComparison.OrdinalIgnoreCase))
        .MaxBy(word => word.Length);

    // "Die van acht uur": a time only narrows, because it may also say when they were taken.
    private static IReadOnlyList<PlanItem> AtNamedTime(Turn turn, IReadOnlyList<PlanItem> among)
    {
        var times = turn.Times.Where(t => t is { Kind: TimeKind.Instant, Grain: Grain.Minute or Grain.Hour })
            .Select(t => t.Start).OfType<DateTimeOffset>().ToList();
        var narrowed = among.Where(item => times.Any(time => (time - item.At).Ticks % HalfADial.Ticks == 0)).ToList();
        return narrowed.Count > 0 ? narrowed : among;
    }
}
