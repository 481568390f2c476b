using System.Text;
using Assistant.Bot.Calendars;
using Assistant.Scheduling.DayPlan.Calendars;

namespace Assistant.Tests.Bot.Calendars;

public sealed class CalendarFetcherTests
{
    private const string File = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n";

    private static readonly CalendarOptions Loopback = new([System.Net.IPNetwork.Parse("127.0.0.0/8")]);
    private static readonly CalendarOptions Nothing = new([]);
    private static readonly KnownVersion First = new(null, null);

    [Fact]
    public async Task A_calendar_is_fetched_and_asked_for_again_by_its_version()
    {
        using var server = new AnswersOnce(head => head.Contains("If-None-Match: \"v1\"", StringComparison.Ordinal)
            ? AnswersOnce.Answer("304 Not Modified", "", "")
            : AnswersOnce.Answer("200 OK", "ETag: \"v1\"\r\nLast-Modified: Mon, 02 Mar 2026 08:00:00 GMT\r\n", File));

        var first = Assert.IsType<FetchOutcome.Fetched>(await FetchAsync(Loopback, server.Root));
        var second = await FetchAsync(Loopback, server.Root, new KnownVersion(first.Tag, first.ChangedAt));

        Assert.Equal(File, Encoding.UTF8.GetString(first.File));
        Assert.IsType<FetchOutcome.Unchanged>(second);
        Assert.Contains("If-Modified-Since: Mon, 02 Mar 2026 08:00:00 GMT", server.Asked[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{port}/")]
    [InlineData("http://localhost:{port}/")]
    [InlineData("http://[::1]:{port}/")]
    [InlineData("http://2130706433:{port}/")]
    [InlineData("http://0x7f.1:{port}/")]
    [InlineData("http://[::ffff:127.0.0.1]:{port}/")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    public async Task Who_names_this_machine_in_any_spelling_is_refused_and_nobody_is_asked(string url)
    {
        using var server = new AnswersOnce(_ => AnswersOnce.Answer("200 OK", "", File));
        var port = server.Root.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(CalendarFault.NotPermitted, await FaultAsync(Nothing, new Uri(url.Replace("{port}", port, StringComparison.Ordinal))));
        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task A_redirect_is_judged_as_if_it_were_given_and_followed_three_times()
    {
        using var outside = new AnswersOnce(_ => AnswersOnce.Answer("302 Found", "Location: http://10.0.0.1/\r\n", ""));
        using var credentials = new AnswersOnce(_ => AnswersOnce.Answer("302 Found", "Location: http://a:b@127.0.0.1/\r\n", ""));
        using var file = new AnswersOnce(_ => AnswersOnce.Answer("302 Found", "Location: file:///etc/hostname\r\n", ""));
        using var round = new AnswersOnce(_ => AnswersOnce.Answer("301 Moved Permanently", "Location: /again\r\n", ""));
        using var once = new AnswersOnce(head => head.StartsWith("GET / ", StringComparison.Ordinal)
            ? AnswersOnce.Answer("307 Temporary Redirect", "Location: /there\r\n", "")
            : AnswersOnce.Answer("200 OK", "", File));

        Assert.Equal(CalendarFault.NotPermitted, await FaultAsync(Loopback, outside.Root));
        Assert.Equal(CalendarFault.HasPassword, await FaultAsync(Loopback, credentials.Root));
        Assert.Equal(CalendarFault.NoAddress, await FaultAsync(Loopback, file.Root));
        Assert.Equal(CalendarFault.LeadsOn, await FaultAsync(Loopback, round.Root));
        Assert.Equal(1 + CalendarFetcher.MostRedirects, round.Asked.Count);
        Assert.IsType<FetchOutcome.Fetched>(await FetchAsync(Loopback, once.Root));
    }

    [Theory]
    [InlineData("404 Not Found", "", CalendarFault.Refused)]
    [InlineData("401 Unauthorized", "", CalendarFault.Refused)]
    [InlineData("503 Service Unavailable", "", CalendarFault.ServerFailed)]
    [InlineData("200 OK", "Content-Encoding: gzip\r\n", CalendarFault.NoCalendar)]
    public async Task What_is_refused_fails_or_comes_packed_has_its_own_reason(string status, string headers, CalendarFault expected)
    {
        using var server = new AnswersOnce(_ => AnswersOnce.Answer(status, headers, ""));

        Assert.Equal(expected, await FaultAsync(Loopback, server.Root));
    }

    [Fact]
    public async Task What_never_ends_is_read_to_the_limit_and_no_further()
    {
        var endless = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n").Concat(new byte[CalendarFetcher.MostBytes + 1]).ToArray();
        using var server = new AnswersOnce(_ => endless);
        using var promised = new AnswersOnce(_ => Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n"));

        Assert.Equal(CalendarFault.TooLarge, await FaultAsync(Loopback, server.Root));
        Assert.Equal(CalendarFault.TooLarge, await FaultAsync(Loopback, promised.Root));
    }

    [Fact]
    public async Task Who_says_nothing_is_not_waited_for_and_who_is_not_there_is_said_so()
    {
        using var silent = new AnswersOnce(_ => []);
        using var fetcher = new CalendarFetcher(Loopback, TimeSpan.FromMilliseconds(200));
        Uri gone;
        using (var server = new AnswersOnce(_ => []))
        {
            gone = server.Root;
        }

        Assert.Equal(new FetchOutcome.Failed(CalendarFault.TooSlow), await fetcher.FetchAsync(silent.Root, First, CancellationToken.None));
        Assert.Equal(CalendarFault.Unreachable, await FaultAsync(Loopback, gone));
        Assert.Equal(CalendarFault.Unreachable, await FaultAsync(Loopback, new Uri("https://no-such-host.invalid/")));
    }

    private static async Task<FetchOutcome> FetchAsync(CalendarOptions options, Uri url, KnownVersion? known = null)
    {
        using var fetcher = new CalendarFetcher(options);
        return await fetcher.FetchAsync(url, known ?? First, CancellationToken.None);
    }

    private static async Task<CalendarFault?> FaultAsync(CalendarOptions options, Uri url) =>
        (await FetchAsync(options, url) as FetchOutcome.Failed)?.Fault;
}
