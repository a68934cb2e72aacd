using System.Net.Sockets;
using System.Text;

namespace Benevoclic.Api.Tests.Frame;

/// <summary>Speaks to the server byte by byte, for what an HTTP client would refuse to send or silently repair.</summary>
static class Wire
{
    /// <summary>Sends the text as it is and returns everything that comes until the server closes.</summary>
    public static async Task<string> SendAsync(Uri server, string text)
    {
        var ct = TestContext.Current.CancellationToken;
        using var connection = await ConnectAsync(server);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(text), ct);
        return await ReadToEndAsync(stream, ct);
    }

    /// <summary>One GET-like request without a body, on a connection that closes after it.</summary>
    public static Task<string> AskAsync(Uri server, string method, string target, string headers = "") =>
        SendAsync(server, $"{method} {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{headers}\r\n");

    public static async Task<TcpClient> ConnectAsync(Uri server)
    {
        var connection = new TcpClient();
        await connection.ConnectAsync(server.Host, server.Port, TestContext.Current.CancellationToken);
        return connection;
    }

    public static int StatusOf(string answer) =>
        int.Parse(answer.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);

    // A server that refuses early closes while we still send; what it said before counts.
    static async Task<string> ReadToEndAsync(NetworkStream stream, CancellationToken ct)
    {
        using var received = new MemoryStream();
        try
        {
            await stream.CopyToAsync(received, ct);
        }
        catch (IOException) { }
        return Encoding.UTF8.GetString(received.ToArray());
    }
}
