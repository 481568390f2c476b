using Assistant.Bot.Conversation.Words;

namespace Assistant.Bot.Conversation.Learning;

/// <summary>Names a trait by a number, made of what sort of trait it is and of what it was noticed about.</summary>
internal static class TraitName
{
    public static ulong Of(char sort, ulong first, ulong second = 0) =>
        ((((LetterHash.Offset ^ sort) * LetterHash.Prime) ^ first) * LetterHash.Prime ^ second) * LetterHash.Prime;
}
