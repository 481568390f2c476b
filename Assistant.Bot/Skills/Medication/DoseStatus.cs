using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Residents;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Skills.Medication;

/// <summary>Tells what the record says, and where it is silent says that.</summary>
internal static class DoseStatus
{
    /// <summary>"Have I taken my pills?": what was said of the moments that are due, by whom and when.</summary>
    public static async Task<Saying> TellAsync(Turn turn, Resident resident, DoseFinder finder, CancellationToken cancellationToken)
    {
        var today = await new DoseBook(turn.Db, turn.Now).DayAsync(resident.Id, turn.Day, cancellationToken);
        var due = today.Where(d => d.Record is not null || turn.Now >= d.Item.At - (d.Item.ValidUntil - d.Item.At)).ToList();
        var named = finder.Named(turn, [.. due.Select(d => d.Item)]);
        var told = due.Where(d => named.Count == 0 || named.Contains(d.Item)).ToList();
        if (told.Count == 0)
        {
            return Saying.Of("medication.status_none");
        }

        var names = await NamesAsync(turn, told, cancellationToken);
        var key = told.Any(d => d.Record is null) ? "medication.status_unsure"
            : told.All(d => d.Record?.Outcome is DoseOutcome.Taken) ? "medication.status_taken" : "medication.status";
        return Saying.Of(key).With("answers", told.Select(dose => Answer(dose, turn, names)));
    }

    /// <summary>The moments of today.</summary>
    public static async Task<Saying> ListAsync(Turn turn, Resident resident, CancellationToken cancellationToken)
    {
        var today = await new DoseBook(turn.Db, turn.Now).DayAsync(resident.Id, turn.Day, cancellationToken);
        return today.Count == 0 ? Saying.Of("medication.list_none")
            : Saying.Of("medication.list").With("answers", today.Select(dose => Line(dose, turn)));
    }

    private static Saying Answer(DoseOfDay dose, Turn turn, Dictionary<PersonId, string> names)
    {
        var about = Saying.Of("medication.said_nothing").With("what", dose.Item.Title).With("at", dose.Item.At);
        if (dose.Record is not { } record)
        {
            return about;
        }

        var outcome = record.Outcome is DoseOutcome.Taken ? "medication.said_taken" : "medication.said_skipped";
        return record.SaidBy == turn.Speaker.Id
            ? (about with { Key = outcome }).With("said", record.SaidAt)
            : (about with { Key = $"{outcome}_by" }).With("said", record.SaidAt).With("who", names[record.SaidBy]);
    }

    private static Saying Line(DoseOfDay dose, Turn turn)
    {
        var key = dose.Record?.Outcome switch
        {
            DoseOutcome.Taken => "medication.line_taken",
            DoseOutcome.Skipped => "medication.line_skipped",
            _ => turn.Now < dose.Item.ValidUntil ? "medication.line" : "medication.line_silent",
        };
        return Saying.Of(key).With("what", dose.Item.Title).With("at", dose.Item.At);
    }

    private static Task<Dictionary<PersonId, string>> NamesAsync(
        Turn turn, IReadOnlyList<DoseOfDay> doses, CancellationToken cancellationToken)
    {
        var people = doses.Select(d => d.Record?.SaidBy).OfType<PersonId>().Distinct().ToList();
        return turn.Db.Set<Person>().AsNoTracking().Where(p => people.Contains(p.Id))
            .ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
    }
}
