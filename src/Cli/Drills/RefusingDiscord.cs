using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Benevoclic.Cli.Drills;

/// <summary>Stands where Discord would, on this machine: answers 503 until it returns, and then takes every message.</summary>
sealed class RefusingDiscord : IDisposable
{
    readonly HttpListener _listener = new();
    readonly int _port = FreePort();
    bool _isBack;
    long _messages;

    public RefusingDiscord()
    {
        _listener.Prefixes.Add($"http://127.0.0.1:{_port}/");
        _listener.Start();
        _ = ServeAsync();
    }

    public string WebhookUrl => $"http://127.0.0.1:{_port}/api/webhooks/1/drill";

    public void Return() => Volatile.Write(ref _isBack, true);

    public void Dispose() => _listener.Close();

    async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                Answer((await _listener.GetContextAsync()).Response);
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            // Closed: the drill is over.
        }
    }

    void Answer(HttpListenerResponse response)
    {
        var isBack = Volatile.Read(ref _isBack);
        response.StatusCode = isBack ? 200 : 503;
        response.ContentType = "application/json";
        response.Close(Encoding.UTF8.GetBytes(isBack ? $"{{\"id\": \"{++_messages}\"}}" : "{}"), willBlock: false);
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
