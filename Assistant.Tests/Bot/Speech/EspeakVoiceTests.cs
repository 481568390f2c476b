using System.Buffers.Binary;
using System.Runtime.Versioning;
using Assistant.Bot.Speech;
using Assistant.Bot.Speech.Espeak;
using Assistant.Tests.Town;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Assistant.Tests.Bot.Speech;

/// <summary>The voice with programs that stand in for it: no test needs the real one.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class EspeakVoiceTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("voice-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Words_go_in_by_stdin_and_a_whole_wave_file_comes_out()
    {
        // Answers with the head of a wave file whose lengths are not known, then its arguments and its input as sound.
        using var voice = Voice(Program("""
            printf 'RIFF\377\377\377\177WAVEfmt \020\000\000\000\001\000\001\000\042\126\000\000\104\254\000\000\002\000\020\000data\377\377\377\177'
            printf '%s|' "$@"; cat
            """));

        var sound = Assert.IsType<SpokenOutcome.Sound>(await voice.SayAsync(new SpokenText("Eén; $(rm -rf /)", "nl-BE"), CancellationToken.None));

        Assert.Equal("audio/wav", sound.ContentType);
        var said = System.Text.Encoding.UTF8.GetString(sound.Audio.Span[44..]);
        Assert.Equal("-b|1|-v|nl|-s|140|--stdin|--stdout|Eén; $(rm -rf /)", said);
        Assert.Equal(sound.Audio.Length - 8, BinaryPrimitives.ReadInt32LittleEndian(sound.Audio.Span[4..]));
        Assert.Equal(sound.Audio.Length - 44, BinaryPrimitives.ReadInt32LittleEndian(sound.Audio.Span[40..]));
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_told_with_the_way_to_get_it()
    {
        using var voice = Voice("/nowhere/espeak-ng");

        var none = Assert.IsType<SpokenOutcome.NoVoice>(await voice.SayAsync(new SpokenText("Dag", "nl"), CancellationToken.None));

        Assert.Contains("apt-get install espeak-ng", none.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exit 3")]
    [InlineData("cat >/dev/null; printf 'no sound at all'")]
    [InlineData("exec 0<&-; exit 0")]
    public async Task A_program_that_fails_is_no_fault_of_the_page(string script)
    {
        using var voice = Voice(Program(script));

        Assert.IsType<SpokenOutcome.Failed>(await voice.SayAsync(new SpokenText("Dag", "nl"), CancellationToken.None));
    }

    [Fact]
    public async Task A_program_that_never_ends_is_ended()
    {
        var clock = new FakeClock(DateTimeOffset.UnixEpoch);
        using var voice = Voice(Program("echo started >&2; exec sleep 600"), clock);

        var saying = voice.SayAsync(new SpokenText("Dag", "nl"), CancellationToken.None);
        clock.MoveTo(clock.GetUtcNow() + TimeSpan.FromSeconds(10));

        Assert.IsType<SpokenOutcome.Failed>(await saying);
    }

    [Fact]
    public async Task Whoever_goes_away_is_not_read_to()
    {
        using var voice = Voice(Program("exec sleep 600"));
        using var gone = new CancellationTokenSource();

        var saying = voice.SayAsync(new SpokenText("Dag", "nl"), gone.Token);
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => saying);
    }

    [Theory]
    [InlineData("")]
    [InlineData("RIFF")]
    [InlineData("RIFF....WAVE")]
    [InlineData("RIFF....WAVEdata....")]
    [InlineData("RIFF....WAVEjunk\u007f\u007f\u007f\u007f....")]
    public void What_holds_no_sound_is_no_wave_file(string file) =>
        Assert.Null(WaveFile.Complete(System.Text.Encoding.Latin1.GetBytes(file)));

    private static EspeakVoice Voice(string program, TimeProvider? clock = null) => new(
        Options.Create(new EspeakOptions { Program = program }), clock ?? new FakeClock(DateTimeOffset.UnixEpoch), NullLogger<EspeakVoice>.Instance);

    private string Program(string script)
    {
        var path = Path.Combine(folder.FullName, "voice.sh");
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
