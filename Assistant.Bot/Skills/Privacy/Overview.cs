using Assistant.Bot.Conversation.Consents;
using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Skills.Privacy;

/// <summary>What we keep of a resident and who may know what: short, and true at this moment.</summary>
internal static class Overview
{
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

        lines.Add(Saying.Of("privacy.change"));
        return Saying.Of("privacy.overview").With("more", lines);
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
