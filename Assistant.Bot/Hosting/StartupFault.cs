namespace Assistant.Bot.Hosting;

/// <summary>A wrong value that stops the start: one sentence, and a hint what to do.</summary>
internal sealed class StartupFault(string sentence, string hint) : Exception($"{sentence} Hint: {hint}");
