using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Residents;
using Microsoft.Extensions.Localization;

namespace Assistant.Bot.Dashboard.Consents;

/// <summary>What the page of one resident's agreements is given.</summary>
internal sealed record ConsentView(
    Watch Watch, ConsentSheet Sheet, WallClock Clock, IStringLocalizer<PageTexts> Texts, PageAddress Address)
{
    /// <summary>What a group is about.</summary>
    public string Title(ConsentGroup group) => group switch
    {
        { Name: null } => Texts["consent.group.service", Sheet.Name].Value,
        { Who: null, Name: var name } => Texts["consent.group.organiser", name].Value,
        { Name: var name } => Texts["consent.group.contact", name].Value,
    };

    /// <summary>One thing she can agree to.</summary>
    public string Name(Agreement about) =>
        Texts[about.Kind is { } kind ? $"consent.kind.{kind}" : $"consent.purpose.{about.Purpose}"].Value;

    /// <summary>The same where nothing around it says whom it is about.</summary>
    public string FullName(Agreement about) => about.Kind is null
        ? Name(about)
        : Texts["consent.to", Name(about), about.Contact is { } contact ? Who(contact) : Texts["consent.the_organiser"].Value].Value;

    public string Who(PersonId person) => Sheet.Names.GetValueOrDefault(person) ?? Texts["consent.somebody"].Value;

    /// <summary>How it came to her last word: since when, how asked, who says so, with which text.</summary>
    public string How(ConsentGrant grant)
    {
        var at = grant.WithdrawnAt ?? grant.AnsweredAt;
        var by = Who(grant.WithdrawnBy ?? grant.By);
        return grant.WithdrawnAt is null
            ? Texts["consent.how", Clock.When(at), Texts[$"consent.asked.{grant.How}"].Value, by, grant.Version].Value
            : Texts["consent.how.withdrawn", Clock.When(at), by].Value;
    }
}
