using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Xunit.Sdk;

namespace Assistant.Tests.Town;

/// <summary>Hears every line of the log, and every word of a fault in it: none may name anybody of the tests.</summary>
/// <remarks>Every town and house of the tests has one, so the whole suite is what is searched.</remarks>
internal sealed partial class Ears : ILoggerProvider
{
    private readonly ConcurrentQueue<string> leaks = [];

    /// <summary>How closely we listen: to everything in the full suite; in a quick one to what an administrator sees.</summary>
    public static LogLevel Level { get; } = Suite.IsFull ? LogLevel.Trace : LogLevel.Information;

    /// <summary>Whose name, number, medicine or secret stands in this text; null where none does.</summary>
    public static string? NamedIn(string text) => Seeded().Match(text) is { Success: true } found ? found.Value : null;

    /// <summary>Nobody was named so far.</summary>
    public void NobodyNamed()
    {
        if (!leaks.IsEmpty)
        {
            throw new XunitException($"The log names somebody:{Environment.NewLine}{string.Join(Environment.NewLine, leaks.Distinct().Take(5))}");
        }
    }

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void Dispose()
    {
    }

    // The people of the towns and houses, their numbers (also as WhatsApp hides them in an id), medicines and secrets.
    [GeneratedRegex(
        @"MzE2[A-Za-z0-9+/]{8,}|(?<![\p{L}\d])(Jansen|Bakker|Peeters|Vandersmissen|Marijke|Els|Ria|Odette|Verborgen|316\d{8}|NL\.9000\d+|metoprolol|acenocoumarol|rabarbertaart|petanque|nieuwe bakker|lindenhof-verifieert|EAAG-systeemgebruiker|een geheim van de app)(?![\p{L}\d])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Seeded();

    private void Hear(string line)
    {
        if (NamedIn(line) is { } who)
        {
            leaks.Enqueue($"'{who}' in: {line}");
        }
    }

    private sealed class Category(Ears all, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            all.Hear(Convert.ToString(state, CultureInfo.InvariantCulture) ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => logLevel is not LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            all.Hear($"{name}: {formatter(state, exception)} {exception}");
    }
}
