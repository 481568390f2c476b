namespace Assistant.Bot.Hosting;

/// <summary>What the log never holds, however much somebody asks of it: whole addresses, in which tokens and numbers stand.</summary>
internal static class DiscreetLogs
{
    /// <summary>Registered after the settings, so that of two rules for one category this one holds.</summary>
    public static ILoggingBuilder OnlyIds(this ILoggingBuilder logging) => logging
        .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning)
        .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
        .AddFilter("Quartz", LogLevel.Warning)
        // Each request's whole address: Meta's holds the word by which it knows us.
        .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning)
        .AddFilter("System.Net.Http.HttpClient", LogLevel.Warning)
        // What stops a start is told in one sentence, by the server itself.
        .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
}
