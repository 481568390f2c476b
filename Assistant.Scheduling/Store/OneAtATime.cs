using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace Assistant.Scheduling.Store;

/// <summary>Runs one piece of a loop so that its fault stays its own: the only catch-all of the product.</summary>
/// <remarks>The fault is logged and handed back; the loop postpones or shows the poisoned row and goes on with the next.</remarks>
public static partial class OneAtATime
{
    /// <summary>Runs the work; cancellation passes through, every other fault is returned.</summary>
    /// <param name="what">What was being done, with ids only; for the log.</param>
    /// <param name="work">The piece of the loop.</param>
    /// <param name="log">Where the fault is written.</param>
    /// <param name="cancellationToken">Ends the loop.</param>
    /// <returns>The fault, or null when there was none.</returns>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "The loop must go on.")]
    public static async Task<Exception?> TryAsync(
        string what, Func<CancellationToken, Task> work, ILogger log, CancellationToken cancellationToken)
    {
        try
        {
            await work(cancellationToken);
            return null;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception fault)
        {
            LogFault(log, fault, what);
            return fault;
        }
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "{What} failed and is set aside")]
    private static partial void LogFault(ILogger log, Exception fault, string what);
}
