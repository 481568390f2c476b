using System.Buffers;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Assistant.Bot.Dashboard.Medication;

/// <summary>Answers a file that is far too large with the page's own sentence instead of a bare 413, whatever its size.</summary>
/// <remarks>
/// Runs before anything reads the form, and changes nothing. What comes in is read and thrown away: a browser that is
/// answered while it still sends shows a broken connection, and no sentence.
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RefusesAtOnce(long mostBytes) : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <remarks>Who sends more is no browser of an organiser, and is cut off. Default 2 GB. (choice)</remarks>
    private const long MostRead = 2L * 1024 * 1024 * 1024;

    /// <remarks>The token of the form, and what stands around the parts of it.</remarks>
    private const long Besides = 64 * 1024;

    public long MostBytes => mostBytes;

    /// <summary>Before the form's token is looked for, which reads the whole form.</summary>
    public int Order => int.MinValue;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method) || request.ContentLength <= mostBytes + Besides)
        {
            return;
        }

        if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostRead;
        }

        await ThrowAwayAsync(request.Body, context.HttpContext.RequestAborted);
        var query = request.Query.Where(one => one.Key != "fault").SelectMany(one => one.Value, (one, value) => KeyValuePair.Create(one.Key, value))
            .Append(KeyValuePair.Create<string, string?>("fault", "file-large"));
        context.Result = new LocalRedirectResult(request.PathBase + request.Path + QueryString.Create(query));
    }

    private static async Task ThrowAwayAsync(Stream body, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        var read = 0L;
        int some;
        do
        {
            some = await body.ReadAsync(buffer, cancellationToken);
            read += some;
        }
        while (some > 0 && read < MostRead);

        ArrayPool<byte>.Shared.Return(buffer);
    }
}
