namespace Assistant.Bot.Dashboard;

/// <summary>Names the resource files with the words of the organiser's pages.</summary>
internal sealed class PageTexts;
