using System.Globalization;
using System.Text;

namespace Assistant.Bot.Conversation.Words;

/// <summary>Brings a letter to the plain form the phrases are matched in: lower case, no accents.</summary>
internal static class Letters
{
    private const int TableSize = 0x250; // Latin up to and including Extended-B; other scripts only lose their case
    private static readonly char[] Plain = [.. Enumerable.Range(0, TableSize).Select(code => Strip((char)code))];

    public static char ToPlain(char letter) => letter < TableSize ? Plain[letter] : char.ToLowerInvariant(letter);

    public static bool IsApostrophe(char letter) => letter is '\'' or '’' or '‘' or '`' or '´' or 'ʼ';

    /// <summary>Marks that join on to the letter before them, as decomposed text writes its accents.</summary>
    public static bool IsMark(char letter) =>
        letter >= TableSize && CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark;

    private static char Strip(char letter) =>
        char.ToLowerInvariant(letter.ToString().Normalize(NormalizationForm.FormD)[0]);
}
