using Assistant.Bot.Calendars;
using Assistant.Bot.Channels.BotFramework;
using Assistant.Bot.Channels.Email;
using Assistant.Bot.Channels.FamilyCalendar;
using Assistant.Bot.Channels.Gateway;
using Assistant.Bot.Channels.WebChat;
using Assistant.Bot.Channels.WhatsApp;
using Assistant.Bot.Conversation;
using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Times;
using Assistant.Bot.Conversation.Turns;
using Assistant.Bot.Dashboard;
using Assistant.Bot.Dashboard.Calendars;
using Assistant.Bot.Hosting.Demo;
using Assistant.Bot.Hosting.Secrets;
using Assistant.Bot.Pictures;
using Assistant.Bot.Skills;
using Assistant.Bot.Speech;
using Assistant.Scheduling;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Store;
using Assistant.Scheduling.Store.Secrets;

namespace Assistant.Bot.Hosting;

/// <summary>Puts the house together: what it is made of, and where its doors are.</summary>
internal static class BotSetup
{
    /// <summary>The tables of the whole house.</summary>
    public static StoreTables Tables { get; } = new([.. SchedulingSetup.Rooms, ConversationTables.Room, WebChatTables.Room, FormKey.Room]);

    /// <summary>What the whole house keeps of people, in the order in which it is erased.</summary>
    public static IReadOnlyList<IPersonalDataHolder> Holders { get; } =
        [new WebChatHolder(), new ConversationHolder(), .. SchedulingSetup.Holders];

    /// <summary>Registers the server: the house, its channels and pages, and the clock that beats.</summary>
    public static IServiceCollection AddAssistant(this IServiceCollection services, IConfiguration configuration, TimeProvider machine)
    {
        var place = StorePlace.Of(configuration);
        var keys = KeyPlace.Of(configuration, place, machine.GetUtcNow());
        services.AddSingleton(place).AddSingleton(keys).AddSingleton<KeyProof>();
        services.AddHouse(place.Address, keys.Ring, place.IsDemo ? services.AddDemo(machine) : machine);
        // What starts first: before anything else asks for a key or a row, the house is open.
        services.AddHostedService<OpenHouse>();
        services.AddFormKeys();
        services.AddSpeech().AddPictures().AddWebChat().AddBotFramework().AddWhatsApp().AddEmail().AddGateway().AddDashboard();
        services.AddCalendarFeed().AddCalendars(CalendarAccess.Of(configuration));
        services.AddSingleton(new FeedAddress(PublicPlace.Of(configuration).Root));
        services.AddSingleton(PublicPlace.Of(configuration));
        services.AddHttpClient(nameof(Heartbeat), client => client.Timeout = Heartbeat.Patience).RemoveAllLoggers();
        services.AddSingleton<IHeartbeat, Heartbeat>();
        services.AddHostedService<WarmUp>();
        return services.AddSchedulingClockwork();
    }

    /// <summary>Registers what lives behind every door: rows, rules, turns and skills, by the given keys and clock.</summary>
    public static IServiceCollection AddHouse(this IServiceCollection services, StoreAddress address, KeyRing ring, TimeProvider clock)
    {
        services.AddSingleton(clock);
        services.AddStore(address, Tables, ring);

        // The first of the jobs: what was said by now is heard before anybody is asked where it is silent.
        services.AddSingleton<IDueJob, AnswerInbox>();
        services.AddScheduling();
        services.AddConversation();
        return services;
    }

    /// <summary>Opens the doors.</summary>
    public static void MapAssistant(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseLoopbackOnly();
        app.MapHealth();
        app.MapBotFramework();
        app.MapWhatsApp();
        app.MapEmail();
        app.MapGateway();
        app.MapCalendarFeed();
        app.MapWebChat();
        app.MapDashboard();
        app.MapDemo();
    }

    private static void AddConversation(this IServiceCollection services)
    {
        services.AddSingleton(_ => PhraseBook.Load(PhraseBook.FolderOfProgram));
        services.AddSingleton(_ => TimeReader.Load(PhraseBook.FolderOfProgram));
        services.AddSingleton<IntentRecognizer>();
        services.AddSingleton<Listening>();
        services.AddSkills();
        services.AddSingleton<IPersonalDataHolder, ConversationHolder>();
        services.AddSingleton<IPersonalDataHolder, WebChatHolder>();
        services.AddSingleton<Inbox>();
        services.AddSingleton<AnsweredQuestions>();
        services.AddSingleton<TurnHandler>();
        services.AddSingleton<ContactBook>();
        services.AddSingleton<ChannelGate>();
        services.AddSingleton<Manner>();
        services.AddSingleton<IMessageSender, ChannelSender>();
    }
}
