using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Assistant.Bot.Channels.BotFramework;
using Assistant.Bot.Channels.Email;
using Assistant.Bot.Channels.Gateway;
using Assistant.Bot.Channels.WebChat;
using Assistant.Bot.Channels.WhatsApp;
using Assistant.Bot.Conversation.Turns;
using Assistant.Bot.Hosting;
using Assistant.Bot.Speech;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Assistant.Tests.Town;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Assistant.Tests.Bot.Channels;

/// <summary>The house with its channels on a loopback port and a real database; nothing ticks until a test says so.</summary>
internal sealed class ChannelHouse : IAsyncDisposable
{
    private readonly TownStore store;
    private readonly WebApplication app;
    private readonly Ears ears;

    private ChannelHouse(TownStore store, WebApplication app, Ears ears, FakeClock clock)
    {
        this.store = store;
        this.app = app;
        this.ears = ears;
        Clock = clock;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal)) };
    }

    public FakeClock Clock { get; }

    public HttpClient Http { get; }

    public TownStore Store => store;

    /// <summary>Everything that lies in the store, as whoever copied it would find it, in small letters.</summary>
    public Task<string> LyingAsync() => Lying.InAsync(store);

    public static async Task<ChannelHouse> OpenAsync(Action<IServiceCollection>? change = null, params string[] settings)
    {
        var store = await TownStore.OpenAsync();
        var clock = new FakeClock(SmallTown.Moment("2026-03-10 10:00"));
        var builder = WebApplication.CreateSlimBuilder(settings);
        var ears = new Ears();
        builder.Logging.ClearProviders().AddProvider(ears).SetMinimumLevel(Ears.Level).OnlyIds();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddHouse(store.Address, TownFile.Ring, clock).AddSpeech().AddWebChat().AddBotFramework().AddWhatsApp()
            .AddEmail().AddGateway().AddTownBooks().AddSingleton(PublicPlace.Of(builder.Configuration));
        change?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapBotFramework();
        app.MapWhatsApp();
        app.MapEmail();
        app.MapGateway();
        app.MapWebChat();
        await app.StartAsync();
        return new ChannelHouse(store, app, ears, clock);
    }

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public async Task<AssistantDb> DbAsync() =>
        await Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();

    public async Task<List<InboxMessage>> InboxAsync()
    {
        await using var db = await DbAsync();
        return await db.Set<InboxMessage>().AsNoTracking().OrderBy(m => m.Id).ToListAsync();
    }

    public Task<HttpResponseMessage> PostActivityAsync(JsonNode activity) => PostRawAsync(activity.ToJsonString());

    public Task<HttpResponseMessage> PostRawAsync(string body) =>
        Http.PostAsync("/api/messages", new StringContent(body, Encoding.UTF8, "application/json"));

    public async Task<PersonId> PersonAsync(string name, string language = "nl")
    {
        await using var db = await DbAsync();
        var person = new Person
        {
            Id = PersonId.New(Clock.GetUtcNow()), Name = name, Language = language, TimeZoneId = SmallTown.ZoneId,
        };
        db.Add(person);
        await db.SaveChangesAsync();
        return person.Id;
    }

    public static async Task<JsonNode> JsonAsync(HttpResponseMessage answer) =>
        await answer.Content.ReadFromJsonAsync<JsonNode>() ?? throw new InvalidOperationException("The answer is empty.");

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
        store.Dispose();
        ears.NobodyNamed();
    }
}
