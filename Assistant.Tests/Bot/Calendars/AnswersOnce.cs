using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Assistant.Tests.Bot.Calendars;

/// <summary>A web server on this machine that answers each request with what it was given, byte by byte.</summary>
internal sealed class AnswersOnce : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly List<string> asked = [];
    private readonly CancellationTokenSource end = new();
    private readonly Task serving;

    public AnswersOnce(Func<string, byte[]> answer)
    {
        listener.Start();
        serving = ServeAsync(answer);
    }

    /// <summary>Where it listens.</summary>
    public Uri Root => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");

    /// <summary>What was asked, head by head.</summary>
    public IReadOnlyList<string> Asked => asked;

    /// <summary>An answer with this body.</summary>
    public static byte[] Answer(string status, string headers, string body) =>
        Encoding.UTF8.GetBytes($"HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n{headers}\r\n{body}");

    public void Dispose()
    {
        end.Cancel();
        listener.Stop();
        ((IAsyncResult)serving).AsyncWaitHandle.WaitOne(TimeSpan.FromSeconds(5));
        listener.Dispose();
        end.Dispose();
    }

    private async Task ServeAsync(Func<string, byte[]> answer)
    {
        try
        {
            while (true)
            {
                using var caller = await listener.AcceptTcpClientAsync(end.Token);
                var stream = caller.GetStream();
                var head = await HeadAsync(stream, end.Token);
                asked.Add(head);
                var said = answer(head);
                if (said.Length == 0)
                {
                    await new TaskCompletionSource().Task.WaitAsync(end.Token);
                }

                await stream.WriteAsync(said, end.Token);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
        {
        }
    }

    private static async Task<string> HeadAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var head = new StringBuilder();
        var piece = new byte[4096];
        while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(piece, cancellationToken);
            if (read == 0)
            {
                break;
            }

            head.Append(Encoding.ASCII.GetString(piece, 0, read));
        }

        return head.ToString();
    }
}
