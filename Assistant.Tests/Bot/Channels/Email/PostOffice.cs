using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Assistant.Tests.Bot.Channels.Email;

/// <summary>A mail that was handed over.</summary>
internal sealed record PostedMail(string From, string To, string Data)
{
    /// <summary>The subject and the parts as a reader sees them.</summary>
    public string Decoded => string.Join('\n', Data.Split("\r\n\r\n").Select(TryDecode));

    private static string TryDecode(string part)
    {
        var body = part.Split("\r\n--")[0].Replace("\r\n", "", StringComparison.Ordinal);
        var bytes = new byte[body.Length];
        return Convert.TryFromBase64String(body, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : part.Replace("=\r\n", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal);
    }
}

/// <summary>A mail server on a loopback port that insists on the order of RFC 5321. Whatever is out of order fails the test when it closes.</summary>
internal sealed class PostOffice : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closed = new();
    private readonly ConcurrentQueue<string> complaints = [];
    private readonly Task serving;

    private readonly X509Certificate2? certificate;

    private PostOffice(X509Certificate2? certificate)
    {
        this.certificate = certificate;
        listener.Start();
        serving = ServeAsync();
    }

    public ConcurrentQueue<PostedMail> Mails { get; } = [];

    /// <summary>What RCPT is answered; null takes everybody.</summary>
    public string? Recipients { get; set; }

    /// <summary>Whether it hangs after DATA.</summary>
    public bool HangsAfterData { get; set; }

    public TaskCompletionSource Hanging { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string[] Settings =>
        ["--Mail:Smtp:Host=127.0.0.1", $"--Mail:Smtp:Port={((IPEndPoint)listener.LocalEndpoint).Port}", "--Mail:Smtp:From=assistent@lindenhof.example"];

    /// <summary>The same by a name that is none of this machine's, so that the line must be encrypted.</summary>
    public string[] PublicSettings => [.. Settings, "--Mail:Smtp:Host=LOCALHOST"];

    /// <param name="certificate">With which it insists on STARTTLS (RFC 3207); null for one that speaks in the clear only.</param>
    public static PostOffice Open(X509Certificate2? certificate = null) => new(certificate);

    public async ValueTask DisposeAsync()
    {
        await closed.CancelAsync();
        listener.Stop();
        await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        closed.Dispose();
        Assert.Empty(complaints);
    }

    private async Task ServeAsync()
    {
        while (!closed.IsCancellationRequested)
        {
            using var client = await listener.AcceptTcpClientAsync(closed.Token);
            await TalkAsync(client).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        await using var line = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await line.WriteLineAsync("220 lindenhof.example");
        if (certificate is null)
        {
            await TalkAsync(client.GetStream());
            return;
        }

        using var clear = new StreamReader(client.GetStream(), Encoding.UTF8, leaveOpen: true);
        while (await clear.ReadLineAsync(closed.Token) is { } said)
        {
            switch (said.Split(' ')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await line.WriteLineAsync("250-lindenhof.example\r\n250 STARTTLS");
                    break;
                case "STARTTLS":
                    await line.WriteLineAsync("220 go ahead");
                    await using (var sealedLine = new SslStream(client.GetStream(), leaveInnerStreamOpen: true))
                    {
                        await sealedLine.AuthenticateAsServerAsync(certificate);
                        await TalkAsync(sealedLine);
                    }

                    return;
                case "QUIT":
                    return;
                default:
                    complaints.Enqueue($"In the clear: {said}");
                    await line.WriteLineAsync("530 STARTTLS first");
                    break;
            }
        }
    }

    private async Task TalkAsync(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\r\n", AutoFlush = true };
        var (greeted, from, to) = (false, "", "");
        while (await reader.ReadLineAsync(closed.Token) is { } line)
        {
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "EHLO" or "HELO":
                    greeted = true;
                    await writer.WriteLineAsync("250 lindenhof.example");
                    break;
                case "MAIL" when greeted && from.Length == 0:
                    from = line;
                    await writer.WriteLineAsync("250 ok");
                    break;
                case "RCPT" when from.Length > 0:
                    to = line;
                    await writer.WriteLineAsync(Recipients ?? "250 ok");
                    break;
                case "DATA" when to.Length > 0:
                    await writer.WriteLineAsync("354 go ahead");
                    Mails.Enqueue(new PostedMail(from, to, await DataAsync(reader)));
                    if (HangsAfterData)
                    {
                        Hanging.TrySetResult();
                        await new TaskCompletionSource().Task.WaitAsync(closed.Token);
                    }

                    await writer.WriteLineAsync("250 queued");
                    (from, to) = ("", "");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                case "RSET":
                    (from, to) = ("", "");
                    await writer.WriteLineAsync("250 ok");
                    break;
                default:
                    complaints.Enqueue(line);
                    await writer.WriteLineAsync("503 bad sequence");
                    break;
            }
        }
    }

    private async Task<string> DataAsync(StreamReader reader)
    {
        var data = new StringBuilder();
        while (await reader.ReadLineAsync(closed.Token) is { } line && line != ".")
        {
            if (line.Length > 998)
            {
                complaints.Enqueue("A line of more than 998 letters (RFC 5321 §4.5.3.1.6).");
            }

            data.Append(line).Append("\r\n");
        }

        return data.ToString();
    }
}
