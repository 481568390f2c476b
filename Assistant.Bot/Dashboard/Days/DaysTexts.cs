namespace Assistant.Bot.Dashboard.Days;

/// <summary>Names the resource files with the words of the pages of one resident's days.</summary>
internal sealed class DaysTexts;
