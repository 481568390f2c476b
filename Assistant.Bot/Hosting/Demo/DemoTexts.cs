namespace Assistant.Bot.Hosting.Demo;

/// <summary>Names the resource files with the words of the demo's bar.</summary>
internal sealed class DemoTexts;
