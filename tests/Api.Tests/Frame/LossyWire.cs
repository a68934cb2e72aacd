using System.Net;
using System.Net.Sockets;
using System.Text;
using MongoDB.Driver;

namespace Benevoclic.Api.Tests.Frame;

/// <summary>Between us and MongoDB: carries everything, and breaks once, when the server has done a command and before it says so.</summary>
sealed class LossyWire : IAsyncDisposable
{
    const int LargestMessage = 64 * 1024;

    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource _ending = new();
    readonly MongoServerAddress _server;
    readonly byte[] _command;
    readonly Task _accepting;
    int _lost;

    /// <param name="command">"insert", "update".</param>
    public LossyWire(string url, string command, string collection)
    {
        _server = new MongoUrl(url).Server;
        // The first field of every command: a text (type 2) under the command's name.
        _command =
        [
            2,
            .. Encoding.ASCII.GetBytes(command),
            0,
            (byte)(collection.Length + 1),
            0,
            0,
            0,
            .. Encoding.ASCII.GetBytes(collection),
            0,
        ];
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>The driver would try again by itself where the server remembers such tries.</summary>
    public string Url => $"mongodb://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/?retryWrites=false";

    public bool HasLost => Volatile.Read(ref _lost) > 0;

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Stop();
        await _accepting;
        _ending.Dispose();
    }

    async Task AcceptAsync()
    {
        var carried = new List<Task>();
        try
        {
            while (true)
                carried.Add(CarryAsync(await _listener.AcceptTcpClientAsync(_ending.Token)));
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException) { }
        await Task.WhenAll(carried);
    }

    async Task CarryAsync(TcpClient client)
    {
        using (client)
        using (var server = new TcpClient())
        {
            try
            {
                await server.ConnectAsync(_server.Host, _server.Port, _ending.Token);
                await CarryAsync(client.GetStream(), server.GetStream());
            }
            catch (Exception error) when (error is IOException or SocketException or OperationCanceledException) { }
        }
    }

    /// <summary>Until one of them ends, or the answer comes that is to be lost.</summary>
    async Task CarryAsync(NetworkStream client, NetworkStream server)
    {
        var isLosing = false;
        await await Task.WhenAny(AskAsync(), AnswerAsync());

        async Task AskAsync()
        {
            var message = new byte[LargestMessage];
            while (await client.ReadAsync(message, _ending.Token) is > 0 and var length)
            {
                Volatile.Write(ref isLosing, IsToBeLost(message.AsSpan(0, length)));
                await server.WriteAsync(message.AsMemory(0, length), _ending.Token);
            }
        }

        async Task AnswerAsync()
        {
            var message = new byte[LargestMessage];
            while (await server.ReadAsync(message, _ending.Token) is > 0 and var length && !Volatile.Read(ref isLosing))
                await client.WriteAsync(message.AsMemory(0, length), _ending.Token);
        }
    }

    bool IsToBeLost(ReadOnlySpan<byte> asked) =>
        asked.IndexOf(_command) >= 0 && Interlocked.Exchange(ref _lost, 1) == 0;
}
