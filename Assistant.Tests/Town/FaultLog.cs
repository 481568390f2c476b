using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Xunit.Sdk;

namespace Assistant.Tests.Town;

/// <summary>Keeps every fault the product swallowed for the sake of its loop: a scenario without a reason for one fails.</summary>
internal sealed class FaultLog : ILoggerProvider
{
    private readonly ConcurrentQueue<string> faults = [];

    public IReadOnlyCollection<string> Faults => faults;

    /// <summary>The faults so far were meant to happen.</summary>
    public void Expected() => faults.Clear();

    public void None()
    {
        if (!faults.IsEmpty)
        {
            throw new XunitException($"The loops swallowed faults:{Environment.NewLine}{string.Join(Environment.NewLine, faults.Take(3))}");
        }
    }

    public ILogger CreateLogger(string categoryName) => new Category(this);

    public void Dispose()
    {
    }

    private sealed class Category(FaultLog all) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel) && exception is not null)
            {
                all.faults.Enqueue($"{formatter(state, exception)}: {exception}");
            }
        }
    }
}
