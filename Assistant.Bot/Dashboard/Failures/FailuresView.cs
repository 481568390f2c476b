using Microsoft.Extensions.Localization;

namespace Assistant.Bot.Dashboard.Failures;

/// <summary>What the failures' view is given.</summary>
internal sealed record FailuresView(IReadOnlyList<Failure> Failures, WallClock Clock, IStringLocalizer<PageTexts> Texts);
