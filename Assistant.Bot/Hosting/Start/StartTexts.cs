namespace Assistant.Bot.Hosting.Start;

/// <summary>Names the resource files with the words of the start page.</summary>
internal sealed class StartTexts;
