using Assistant.Bot.Speech.Espeak;

namespace Assistant.Bot.Speech;

/// <summary>Puts the room together.</summary>
internal static class SpeechSetup
{
    public static IServiceCollection AddSpeech(this IServiceCollection services)
    {
        services.AddOptions<EspeakOptions>().ValidateDataAnnotations();
        services.AddSingleton<ITextToSpeech, EspeakVoice>();
        services.AddSingleton<SpokenCache>();
        return services;
    }
}
