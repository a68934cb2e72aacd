using System.Net.Sockets;
using System.Text;

namespace Benevoclic.Api.Hosting.Health;

/// <summary>
/// `healthy`: asks the API on this machine for its health, and ends with 0 when it is well. For an engine that runs a command inside the
/// container, whose image has neither a shell nor curl.
/// </summary>
static class HealthyCommand
{
    const int StandardPort = 3000;
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    public static bool IsMeant(string[] args) => args is ["healthy"];

    /// <param name="addresses">ASPNETCORE_URLS: the port of the first is asked.</param>
    public static async Task<int> RunAsync(string? addresses)
    {
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            return await IsWellAsync(PortOf(addresses), limit.Token) ? 0 : 1;
        }
        catch (Exception error) when (error is SocketException or IOException or OperationCanceledException)
        {
            return 1;
        }
    }

    static int PortOf(string? addresses) =>
        Uri.TryCreate(
            addresses?.Split(';')[0].Replace("*", "localhost", StringComparison.Ordinal),
            UriKind.Absolute,
            out var uri
        )
            ? uri.Port
            : StandardPort;

    /// <summary>By hand: an HttpClient takes as long to load as all the rest, and this runs every few seconds.</summary>
    static async Task<bool> IsWellAsync(int port, CancellationToken ct)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", port, ct);
        var stream = client.GetStream();
        await stream.WriteAsync("GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"u8.ToArray(), ct);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return await reader.ReadLineAsync(ct) is { } status && status.Split(' ') is [_, "200", ..];
    }
}
