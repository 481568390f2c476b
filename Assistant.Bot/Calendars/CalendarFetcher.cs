using System.Net;
using System.Net.Http.Headers;
using Assistant.Scheduling.DayPlan.Calendars;

namespace Assistant.Bot.Calendars;

/// <summary>Asks for a calendar at an address that somebody gave us, and trusts neither the address nor what comes.</summary>
/// <remarks>
/// 1. The address is judged by its letters. 2. The connection judges where it leads (<see cref="GuardedConnection"/>).
/// 3. A redirect is followed by hand, judged again from the beginning. 4. What comes is read up to a limit, within a time.
/// </remarks>
internal sealed class CalendarFetcher : IDisposable
{
    /// <summary>The largest file that is read. Default 4 MB: a lifetime of appointments. (choice)</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    /// <summary>How often an address may lead on. Default 3. (choice)</summary>
    public const int MostRedirects = 3;

    /// <summary>How long all of it may take. Default 30 s: less than a row is held (45 s). (choice)</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient client;
    private readonly TimeSpan patience;

    public CalendarFetcher(CalendarOptions options)
        : this(options, Patience)
    {
    }

    internal CalendarFetcher(CalendarOptions options, TimeSpan patience)
    {
        this.patience = patience;
        client = new HttpClient(GuardedConnection.Handler(options)) { Timeout = patience };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/calendar, */*;q=0.1");
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Assistant");
    }

    /// <summary>Asks for it.</summary>
    public async Task<FetchOutcome> FetchAsync(Uri url, KnownVersion known, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        try
        {
            return await FollowAsync(url, known, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed(CalendarFault.TooSlow);
        }
        catch (HttpRequestException fault) when (fault.InnerException is NotPermittedException)
        {
            return Failed(CalendarFault.NotPermitted);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return Failed(CalendarFault.Unreachable);
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<FetchOutcome> FollowAsync(Uri url, KnownVersion known, CancellationToken cancellationToken)
    {
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            if (!CalendarAddress.Permitted(url, out var fault))
            {
                return Failed(fault);
            }

            using var request = Request(url, known);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
                or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect && response.Headers.Location is { } next)
            {
                url = new Uri(url, next);
                continue;
            }

            return await AnswerAsync(response, cancellationToken);
        }

        return Failed(CalendarFault.LeadsOn);
    }

    private static HttpRequestMessage Request(Uri url, KnownVersion known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (known.Tag is { } tag && EntityTagHeaderValue.TryParse(tag, out var parsed))
        {
            request.Headers.IfNoneMatch.Add(parsed);
        }

        request.Headers.IfModifiedSince = known.ChangedAt;
        return request;
    }

    private static async Task<FetchOutcome> AnswerAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode is HttpStatusCode.NotModified)
        {
            return new FetchOutcome.Unchanged();
        }

        if (!response.IsSuccessStatusCode)
        {
            return Failed((int)response.StatusCode >= 500 ? CalendarFault.ServerFailed : CalendarFault.Refused);
        }

        if (response.Content.Headers.ContentEncoding.Count > 0)
        {
            return Failed(CalendarFault.NoCalendar); // asked for as it is: packed it may be of any size
        }

        return await ReadAsync(response, cancellationToken) is { } file
            ? new FetchOutcome.Fetched(file, response.Headers.ETag?.ToString(), response.Content.Headers.LastModified)
            : Failed(CalendarFault.TooLarge);
    }

    private static async Task<byte[]?> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > MostBytes)
        {
            return null;
        }

        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var file = new MemoryStream();
        var piece = new byte[64 * 1024];
        for (int read; (read = await stream.ReadAsync(piece, cancellationToken)) > 0;)
        {
            if (file.Length + read > MostBytes)
            {
                return null;
            }

            file.Write(piece, 0, read);
        }

        return file.ToArray();
    }

    private static FetchOutcome.Failed Failed(CalendarFault fault) => new(fault);
}
