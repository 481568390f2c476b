using Assistant.Scheduling.Escalation;
using Microsoft.Extensions.Localization;

namespace Assistant.Bot.Dashboard.Concerns;

/// <summary>What a concern's view is given.</summary>
internal sealed record ConcernView(ConcernCard Card, WallClock Clock, IStringLocalizer<PageTexts> Texts, PageAddress Address)
{
    /// <summary>The endings an organiser chooses from; that she answered herself is not hers to say.</summary>
    public static IReadOnlyList<ConcernOutcome> Endings { get; } =
        [ConcernOutcome.Visited, ConcernOutcome.KnownSafe, ConcernOutcome.ClosedByOrganiser];

    /// <summary>What it is about, as far as the reader may know.</summary>
    public string Why => Texts[Card.Kind is { } kind ? $"concern.kind.{kind}" : "concern.kind.hidden"].Value;

    /// <summary>Where a click goes.</summary>
    public string Action(string handler, ConcernOutcome? outcome = null) =>
        outcome is { } ending ? Address.To(handler, ("outcome", $"{ending}")) : Address.To(handler);

    /// <summary>A person as the page names her: <c>Ria, de buurvrouw</c>.</summary>
    public string Name(Involved who)
    {
        var relation = who.Relation is { } key ? Texts[$"relation.{key}"] : null;
        return relation is { ResourceNotFound: false } ? Texts["person.related", who.Name, relation.Value].Value : who.Name;
    }

    /// <summary>One line of what happened.</summary>
    public string Line(TimelineEntry entry) =>
        entry.Who is { } who ? Texts[$"event.{entry.Kind}.who", Name(who)].Value : Texts[$"event.{entry.Kind}"].Value;
}
