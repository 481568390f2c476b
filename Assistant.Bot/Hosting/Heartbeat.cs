using Assistant.Scheduling.Jobs;

namespace Assistant.Bot.Hosting;

/// <summary>Calls an address of one's own choice while all is well: a service there warns somebody when the calls stop.</summary>
internal sealed class Heartbeat(IHttpClientFactory clients, IConfiguration configuration) : IHeartbeat
{
    public const string Key = "Watchman:HeartbeatUrl";

    /// <summary>How long a beat may take. Default 10 s: the next is a minute later.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Uri? address = AddressOf(configuration);

    public async Task BeatAsync(CancellationToken cancellationToken)
    {
        if (address is null)
        {
            return;
        }

        using var client = clients.CreateClient(nameof(Heartbeat));
        using var answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <exception cref="StartupFault">It is no web address.</exception>
    private static Uri? AddressOf(IConfiguration configuration) => configuration[Key] switch
    {
        null or "" => null,
        var given when Uri.TryCreate(given, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" => url,
        var given => throw new StartupFault($"{Key} '{given}' is no web address.", "Write https://..., or leave it out."),
    };
}
