using Assistant.Scheduling.Escalation;
using Microsoft.Extensions.Localization;

namespace Assistant.Bot.Dashboard.Ladders;

/// <summary>What the page of ladders is given.</summary>
internal sealed record LadderView(Watch Watch, LadderSheet Sheet, WallClock Clock, IStringLocalizer<PageTexts> Texts, PageAddress Address)
{
    /// <summary>How wide the picture is, in its own units.</summary>
    public const int Width = 600;

    private TimeSpan Whole => Sheet.Forecast[^1].At - Sheet.From is var whole && whole > Ladder.OrganiserWithin ? whole : Ladder.OrganiserWithin;

    /// <summary>Where a moment stands in the picture.</summary>
    public int X(DateTimeOffset at) => (int)(Width * ((at - Sheet.From) / Whole));

    /// <summary>How long we wait for a step, as a width in the picture.</summary>
    public int WidthOf(int index) => index + 1 < Sheet.Forecast.Count ? Math.Max(4, X(Sheet.Forecast[index + 1].At) - X(Sheet.Forecast[index].At) - 2) : 4;

    /// <summary>How many rows the form has: the steps there are, and one for the next.</summary>
    public int Rows => Math.Max(Sheet.Steps.Count, Math.Min(Sheet.Steps.Count + 1, LadderSheet.Rows));

    /// <summary>One step in words.</summary>
    public string Line(LadderMoment moment) => moment switch
    {
        { Who: null } => Texts["ladder.line.nobody"].Value,
        { Who: var who, Wakes: true } => Texts["ladder.line.wakes", who, Means(moment)].Value,
        { Who: var who, Means: null } => Texts["ladder.line.any", who].Value,
        { Who: var who } => Texts["ladder.line", who, Means(moment)].Value,
    };

    /// <summary>What a remark says, about whom.</summary>
    public string Remark(PolicyRemark remark) => remark.Step < 0
        ? Texts[$"ladder.remark.{remark.Kind}"].Value
        : Texts["ladder.remark.step", remark.Step + 1, Texts[$"ladder.remark.{remark.Kind}"].Value].Value;

    private string Means(LadderMoment moment) => Texts[moment.Means is { } means ? $"means.{means}" : "means.any"].Value;
}
