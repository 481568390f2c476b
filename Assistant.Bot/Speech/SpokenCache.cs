using Microsoft.Extensions.Caching.Memory;

namespace Assistant.Bot.Speech;

/// <summary>Keeps what was said lately, so that hearing it again costs nothing.</summary>
internal sealed class SpokenCache(ITextToSpeech voice) : IDisposable
{
    /// <summary>How much sound is kept. Default 16 MB: some eighty messages.</summary>
    private const long MostBytes = 16 * 1024 * 1024;

    private readonly MemoryCache sounds = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    public void Dispose() => sounds.Dispose();

    public async Task<SpokenOutcome> SayAsync(SpokenText text, CancellationToken cancellationToken)
    {
        if (sounds.TryGetValue(text, out SpokenOutcome.Sound? known) && known is not null)
        {
            return known;
        }

        var outcome = await voice.SayAsync(text, cancellationToken);
        if (outcome is SpokenOutcome.Sound sound)
        {
            sounds.Set(text, sound, new MemoryCacheEntryOptions { Size = sound.Audio.Length });
        }

        return outcome;
    }
}
