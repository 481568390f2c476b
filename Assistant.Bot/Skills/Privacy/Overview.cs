using Assistant.Bot.Conversation.Consents;
using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Skills.Privacy;

/// <summary>What we keep of a resident and who may know what: short, and true at this moment.</summary>
internal static class Overview
{
    /// <summary>How far back it is told who looked. Default 30 days. (choice)</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromDays(30);

    /// <summary>How many who looked are named. Default 3: more is a list, not an answer. (choice)</summary>
    private const int MostLooks = 3;

    public static async Task<Saying> OfAsync(Turn turn, Resident resident, CancellationToken cancellationToken)
    {
        var agreed = await Agreements.OfAsync(turn.Db, resident.Id, turn.Now, cancellationToken);
        var lines = new List<Saying>
        {
            Saying.Of(agreed.Has(Purpose.Reminders) ? "privacy.reminders_yes" : "privacy.reminders_no"),
            Saying.Of(agreed.Has(Purpose.CheckIns) ? "privacy.check_ins_yes" : "privacy.check_ins_no"),
            Saying.Of(agreed.Has(Purpose.CompanionshipMemory) ? "privacy.memory_yes" : "privacy.memory_no"),
        };
        foreach (var person in await Confidants.OfAsync(turn, resident, cancellationToken))
        {
            lines.AddRange(Of(person, agreed));
        }

        lines.AddRange(await LookedAsync(turn, resident, cancellationToken));
        lines.Add(Saying.Of("privacy.change"));
        return Saying.Of("privacy.overview").With("more", lines);
    }

    private static async Task<IEnumerable<Saying>> LookedAsync(Turn turn, Resident resident, CancellationToken cancellationToken)
    {
        var looked = (await new AccessLog(turn.Db, turn.Now).WhoLookedAsync(resident.Id, turn.Now - Lately, cancellationToken)).Take(MostLooks).ToList();
        var people = looked.Select(look => look.Person).ToList();
        var names = await turn.Db.Set<Person>().AsNoTracking().Where(p => people.Contains(p.Id))
            .ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
        return looked.Where(look => names.ContainsKey(look.Person))
            .Select(look => Saying.Of("privacy.looked").With("who", names[look.Person]).With("at", look.Last));
    }

    private static IEnumerable<Saying> Of(Confidant person, Agreements agreed)
    {
        var kinds = Agreement.Kinds.Where(kind => agreed.Has(person.To(kind))).ToList();
        return kinds.Count == 0
            ? [Saying.Of("privacy.knows_nothing").With("who", person.Name)]
            : kinds.Select(kind => Saying.Of($"privacy.knows.{Phrase(kind)}").With("who", person.Name));
    }

    private static string Phrase(SharedKind kind) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName($"{kind}");
}
