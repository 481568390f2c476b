using Assistant.Bot.Conversation;

namespace Assistant.Bot.Hosting;

/// <summary>Reads the phrases of every language once the doors are open, so that the first speaker does not wait.</summary>
internal sealed class WarmUp(PhraseBook phrases, IHostApplicationLifetime life) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var opened = life.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!stoppingToken.IsCancellationRequested)
        {
            phrases.WarmUp();
        }
    }
}
