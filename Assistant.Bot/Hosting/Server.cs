namespace Assistant.Bot.Hosting;

/// <summary>What runs when no verb is given: everything, until it is told to stop.</summary>
internal static class Server
{
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateBuilder(args);
        var app = builder.Build();
        await app.RunAsync(cancellationToken);
        return 0;
    }
}
