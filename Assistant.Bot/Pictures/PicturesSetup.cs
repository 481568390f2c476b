namespace Assistant.Bot.Pictures;

/// <summary>Puts the room together.</summary>
internal static class PicturesSetup
{
    public static IServiceCollection AddPictures(this IServiceCollection services)
    {
        services.AddSingleton(_ => PictureBook.Load(Path.Combine(AppContext.BaseDirectory, "Phrases")));
        services.AddSingleton<StripReader>();
        return services;
    }
}
