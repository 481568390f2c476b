using Microsoft.Extensions.Localization;

namespace Assistant.Bot.Dashboard.Hours;

/// <summary>What the page of hours is given.</summary>
internal sealed record HoursView(HoursSheet Sheet, WallClock Clock, IStringLocalizer<PageTexts> Texts, PageAddress Address)
{
    /// <summary>A channel in words.</summary>
    public string Channel => Texts[$"hours.channel.{Sheet.Channel}"] is { ResourceNotFound: false } known
        ? known.Value
        : Texts["hours.channel.other"].Value;

    /// <summary>One form of the page: an hour that stands, or an empty one.</summary>
    public HoursFormView Of(HoursForm form) => new(form, this);
}

/// <summary>One form of the page of hours.</summary>
internal sealed record HoursFormView(HoursForm Form, HoursView View);
