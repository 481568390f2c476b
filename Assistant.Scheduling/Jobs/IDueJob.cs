namespace Assistant.Scheduling.Jobs;

/// <summary>A job of the ticker: finishes one batch of what is due.</summary>
/// <remarks>Plain and public, so that another engine can call it.</remarks>
public interface IDueJob
{
    /// <summary>Finishes one batch.</summary>
    /// <returns>How many rows were taken up; zero means that nothing is due.</returns>
    Task<int> RunAsync(CancellationToken cancellationToken);

    /// <summary>Ends what was begun and not waited for; called once, when the metronome stops.</summary>
    Task FinishAsync() => Task.CompletedTask;
}
