using Assistant.Bot.Conversation.Consents;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Skills.Privacy;

/// <summary>What somebody wants to stop: one of our services, telling one person, telling anybody, or everything.</summary>
/// <param name="Key">How its words end: <c>privacy.sure.KEY</c>.</param>
/// <param name="Who">Whom we tell no more; null where it is about no one person.</param>
internal sealed record Matter(string Key, Confidant? Who = null)
{
    private static readonly string[] Services = ["reminders", "check_ins", "memory"];

    /// <summary>As it travels in the question that is asked about it.</summary>
    public string Code => Who is null ? Key : $"{Key}:{Who.Contact?.Value:N}";

    /// <summary>What she means; null where that is not clear, and two things at once are not.</summary>
    public static Matter? Read(SpokenWords words, IReadOnlyList<Confidant> people)
    {
        var named = people.Where(words.Name).ToList();
        if (named.Count > 0)
        {
            return named is [var one] ? new Matter("person", one) : null;
        }

        var services = Services.Where(service => words.Has($"matter.{service}")).ToList();
        return services switch
        {
            [var one] => new Matter(one),
            [] when words.Has("matter.sharing") => new Matter("sharing"),
            [] when words.Has("matter.all") => new Matter("all"),
            _ => null,
        };
    }

    /// <summary>What a stored code meant.</summary>
    public static Func<Agreement, bool> Meant(string code)
    {
        if (code.StartsWith("person:", StringComparison.Ordinal))
        {
            PersonId? contact = Guid.TryParseExact(code["person:".Length..], "N", out var id) ? PersonId.From(id) : null;
            return about => about.Kind is not null && about.Contact == contact;
        }

        return code switch
        {
            "reminders" => about => about.Purpose is Purpose.Reminders,
            "check_ins" => about => about.Purpose is Purpose.CheckIns,
            "memory" => about => about.Purpose is Purpose.CompanionshipMemory,
            "sharing" => about => about.Kind is not null,
            "all" => _ => true,
            _ => _ => false,
        };
    }
}
