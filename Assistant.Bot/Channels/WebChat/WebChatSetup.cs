using Assistant.Bot.Conversation.Replies;
using Assistant.Scheduling.Store;
using Microsoft.AspNetCore.Mvc;

namespace Assistant.Bot.Channels.WebChat;

/// <summary>Puts the room together.</summary>
internal static class WebChatSetup
{
    /// <summary>How large an activity may be. Default 256 KB, as Direct Line.</summary>
    private const int MostBytes = 256 * 1024;

    /// <summary>When a page comes back after a 503. Unit: seconds.</summary>
    private const string ComeBackAfter = "2";

    public static IServiceCollection AddWebChat(this IServiceCollection services)
    {
        // Pages live in the room they belong to, not in a folder named Pages.
        services.AddRazorPages(pages => pages.RootDirectory = "/");
        services.AddLocalization();
        services.AddSingleton<ChatStore>();
        services.AddSingleton<ChatFeed>();
        services.AddSingleton<ChatStream>();
        services.AddSingleton<ChatPosting>();
        services.AddSingleton<DirectLine>();
        services.AddSingleton<ReadAloud>();
        services.AddSingleton<IChannel, WebChatChannel>();
        return services;
    }

    public static IEndpointRouteBuilder MapWebChat(this IEndpointRouteBuilder routes)
    {
        var conversations = routes.MapGroup("/directline/conversations").WithMetadata(new RequestSizeLimitAttribute(MostBytes))
            .AddEndpointFilter(LaterWhileTheStoreIsAway);
        conversations.MapPost("", (HttpContext context, DirectLine line, CancellationToken cancel) => line.StartAsync(context, cancel))
            .AddEndpointFilter(OnlyOurPages);
        conversations.MapGet("{id}", (HttpContext context, string id, DirectLine line, CancellationToken cancel) =>
            line.ReopenAsync(context, id, cancel));
        conversations.MapGet("{id}/activities", (HttpContext context, string id, int? last, DirectLine line, CancellationToken cancel) =>
            line.LookAsync(context, id, last, cancel));
        conversations.MapPost("{id}/activities", (HttpContext context, string id, ChatPosting posting, CancellationToken cancel) =>
            posting.PostAsync(context, id, cancel)).AddEndpointFilter(OnlyOurPages);
        conversations.MapGet("{id}/stream", Stream(routes));
        routes.MapGet("/speech/{conversation}/{watermark:long}", (
            HttpContext context, string conversation, long watermark, ReadAloud voice, CancellationToken cancel) =>
            voice.GetAsync(context, conversation, watermark, cancel));
        return routes;
    }

    private static RequestDelegate Stream(IEndpointRouteBuilder routes)
    {
        var pipeline = routes.CreateApplicationBuilder();
        pipeline.UseWebSockets();
        pipeline.Run(context => context.RequestServices.GetRequiredService<ChatStream>()
            .ServeAsync(context, $"{context.Request.RouteValues["id"]}"));
        return pipeline.Build();
    }

    // A form of another site can post text, but not JSON, and not without naming itself: that is our antiforgery here.
    private static ValueTask<object?> OnlyOurPages(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var request = call.HttpContext.Request;
        return request.HasJsonContentType() && DirectLine.IsSameSite(request)
            ? next(call)
            : ValueTask.FromResult<object?>(DirectLine.Fault(
                StatusCodes.Status415UnsupportedMediaType, "BadArgument", "Send application/json, from a page of this address."));
    }

    private static async ValueTask<object?> LaterWhileTheStoreIsAway(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        try
        {
            return await next(call);
        }
        catch (Exception fault) when (StoreFault.IsAway(fault))
        {
            call.HttpContext.Response.Headers.RetryAfter = ComeBackAfter;
            return DirectLine.Fault(StatusCodes.Status503ServiceUnavailable, "ServiceUnavailable", "It could not be stored now; send it again.");
        }
    }
}
