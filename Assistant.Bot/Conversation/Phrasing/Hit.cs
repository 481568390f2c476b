namespace Assistant.Bot.Conversation.Phrasing;

/// <summary>A notion found in a sentence, from word <paramref name="Start"/> up to, not including, <paramref name="End"/>.</summary>
/// <param name="Notion">The notion's number in the lexicon.</param>
/// <param name="Start">Index of its first word.</param>
/// <param name="End">Index after its last word.</param>
/// <param name="Guesses">How many of its words were read as another than was written.</param>
internal readonly record struct Hit(int Notion, int Start, int End, int Guesses);
