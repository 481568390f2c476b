using System.Net;
using Assistant.Bot.Speech;
using Assistant.Tests.Town;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Bot.Channels.WebChat;

public sealed class ReadAloudTests
{
    [TownFact]
    public async Task A_message_is_read_aloud_and_made_only_once()
    {
        var voice = new RecordingVoice(text => new SpokenOutcome.Sound("RIFF"u8.ToArray(), "audio/wav"));
        await using var house = await ChannelHouse.OpenAsync(services => services.AddSingleton<ITextToSpeech>(voice));
        var address = await TellAsync(house);

        var first = await house.Http.GetAsync(address);
        await house.Http.GetAsync(address);

        Assert.Equal("audio/wav", first.Content.Headers.ContentType?.MediaType);
        Assert.Equal("RIFF", await first.Content.ReadAsStringAsync());
        Assert.Equal(new SpokenText("Goedemorgen", "nl"), Assert.Single(voice.Said));
    }

    [TownFact]
    public async Task Without_a_voice_the_answer_says_how_to_get_one()
    {
        var voice = new RecordingVoice(_ => new SpokenOutcome.NoVoice("Hint: apt-get install espeak-ng"));
        await using var house = await ChannelHouse.OpenAsync(services => services.AddSingleton<ITextToSpeech>(voice));

        var answer = await house.Http.GetAsync(await TellAsync(house));

        Assert.Equal(HttpStatusCode.NotImplemented, answer.StatusCode);
        Assert.Contains("apt-get install espeak-ng", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [TownFact]
    public async Task A_voice_that_fails_is_asked_again()
    {
        var voice = new RecordingVoice(_ => new SpokenOutcome.Failed("hoarse"));
        await using var house = await ChannelHouse.OpenAsync(services => services.AddSingleton<ITextToSpeech>(voice));
        var address = await TellAsync(house);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await house.Http.GetAsync(address)).StatusCode);
        await house.Http.GetAsync(address);
        Assert.Equal(2, voice.Said.Count);
    }

    [TownFact]
    public async Task Only_what_was_said_is_read_aloud()
    {
        var voice = new RecordingVoice(_ => new SpokenOutcome.Failed("never asked"));
        await using var house = await ChannelHouse.OpenAsync(services => services.AddSingleton<ITextToSpeech>(voice));
        var address = await TellAsync(house);

        Assert.Equal(HttpStatusCode.NotFound, (await house.Http.GetAsync(address[..^1] + "7")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await house.Http.GetAsync("/speech/none/1")).StatusCode);
        Assert.Empty(voice.Said);
    }

    private static async Task<string> TellAsync(ChannelHouse house)
    {
        var anna = await house.PersonAsync("Anna");
        await DirectLineTests.TellAsync(house, anna, DirectLineTests.Rendered(house, "Goedemorgen"));
        return $"/speech/{await DirectLineTests.StartAsync(house, anna)}/1";
    }

    private sealed class RecordingVoice(Func<SpokenText, SpokenOutcome> speak) : ITextToSpeech
    {
        public List<SpokenText> Said { get; } = [];

        public Task<SpokenOutcome> SayAsync(SpokenText text, CancellationToken cancellationToken)
        {
            Said.Add(text);
            return Task.FromResult(speak(text));
        }
    }
}
