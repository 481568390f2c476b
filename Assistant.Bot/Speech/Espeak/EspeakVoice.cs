using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Options;

namespace Assistant.Bot.Speech.Espeak;

/// <summary>The voice that needs no key and no network: Debian's <c>espeak-ng</c>, one process a text.</summary>
internal sealed partial class EspeakVoice(IOptions<EspeakOptions> options, TimeProvider clock, ILogger<EspeakVoice> log)
    : ITextToSpeech, IDisposable
{
    /// <summary>How to get the program where it is missing.</summary>
    public const string HowToGetIt = "espeak-ng is not installed. Hint: apt-get install espeak-ng";

    private const string ContentType = "audio/wav";

    private readonly SemaphoreSlim turns = new(options.Value.SideBySide);

    public void Dispose() => turns.Dispose();

    public async Task<SpokenOutcome> SayAsync(SpokenText text, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(options.Value.Timeout, clock);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await turns.WaitAsync(ending.Token);
            try
            {
                return await SpeakAsync(text, ending.Token);
            }
            finally
            {
                turns.Release();
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SpokenOutcome.Failed($"No sound within {options.Value.Timeout.TotalSeconds} s.");
        }
        catch (Win32Exception)
        {
            LogMissing(HowToGetIt);
            return new SpokenOutcome.NoVoice(HowToGetIt);
        }
        catch (IOException)
        {
            return new SpokenOutcome.Failed("The voice stopped listening.");
        }
    }

    private async Task<SpokenOutcome> SpeakAsync(SpokenText text, CancellationToken cancellationToken)
    {
        using var process = Start(text.Language);
        try
        {
            using var sound = new MemoryStream();
            // Reading begins before writing: a voice that talks while it listens would otherwise wait for us for ever.
            var reading = process.StandardOutput.BaseStream.CopyToAsync(sound, cancellationToken);
            var complaining = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.StandardInput.WriteAsync(text.Words.AsMemory(), cancellationToken);
            process.StandardInput.Close();
            await Task.WhenAll(reading, complaining, process.WaitForExitAsync(cancellationToken));
            return process.ExitCode == 0 && WaveFile.Complete(sound.ToArray()) is { } audio
                ? new SpokenOutcome.Sound(audio, ContentType)
                : new SpokenOutcome.Failed($"The voice ended with {process.ExitCode}.");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    // The words go in by stdin, never on the command line: there everybody on the machine could read them.
    private Process Start(string language)
    {
        var start = new ProcessStartInfo(options.Value.Program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            UseShellExecute = false,
        };
        string[] arguments =
            ["-b", "1", "-v", VoiceOf(language), "-s", options.Value.WordsAMinute.ToString(CultureInfo.InvariantCulture), "--stdin", "--stdout"];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start) ?? throw new Win32Exception("The process did not start.");
    }

    private static string VoiceOf(string language) => language.Split('-')[0] switch
    {
        "en" => "en-gb",
        _ => "nl",
    };

    [LoggerMessage(EventId = 400, Level = LogLevel.Warning, Message = "Nothing can be read aloud: {Hint}")]
    private partial void LogMissing(string hint);
}
