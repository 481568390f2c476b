using Assistant.Bot.Conversation;
using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Safety;
using Assistant.Bot.Conversation.Times;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Town;

/// <summary>What the houses of the tests understand and say: the product's own pages, which never change, read once for all of them.</summary>
/// <remarks>Who wants to see them read starts the program itself, or reads a folder of her own.</remarks>
internal static class TownBooks
{
    private static readonly Lazy<PhraseBook> ReadPhrases = new(() => PhraseBook.Load(PhraseBook.FolderOfProgram));
    private static readonly Lazy<TimeReader> ReadTimes = new(() => TimeReader.Load(PhraseBook.FolderOfProgram));
    private static readonly Lazy<SayBook> ReadSays = new(() => SayBook.Load(PhraseBook.FolderOfProgram));

    private static readonly Lazy<HolidayBook> ReadHolidays = new(() => HolidayBook.Load(PhraseBook.FolderOfProgram));
    private static readonly Lazy<EmergencyNumbers> ReadNumbers = new(() => EmergencyNumbers.Load(Path.Combine(PhraseBook.FolderOfProgram, "numbers.yaml")));

    public static PhraseBook Phrases => ReadPhrases.Value;

    public static TimeReader Times => ReadTimes.Value;

    public static SayBook Says => ReadSays.Value;

    /// <summary>For a house that was put together: it reads none of its own.</summary>
    public static IServiceCollection AddTownBooks(this IServiceCollection house) =>
        house.AddSingleton(_ => Phrases).AddSingleton(_ => Times).AddSingleton(_ => Says)
            .AddSingleton(_ => ReadHolidays.Value).AddSingleton(_ => ReadNumbers.Value);
}
