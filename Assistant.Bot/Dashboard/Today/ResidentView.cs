using Microsoft.Extensions.Localization;

namespace Assistant.Bot.Dashboard.Today;

/// <summary>What a resident's view is given.</summary>
internal sealed record ResidentView(ResidentLine Line, WallClock Clock, IStringLocalizer<PageTexts> Texts, PageAddress Address);
