using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Benevoclic.Api.Storage.Mongo;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Benevoclic.Api.Tests.Frame;

/// <summary>
/// Between us and MongoDB: carries everything but one command of one collection. That it loses once, when the server has done it and before
/// it says so, or answers in the server's place each time.
/// </summary>
sealed class MongoWire : IAsyncDisposable
{
    const int LargestMessage = 64 * 1024;
    const int OpMsg = 2013;
    const int HeaderSize = 21;

    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource _ending = new();
    readonly MongoServerAddress _server;
    readonly byte[] _command;
    readonly BsonDocument? _refusal;
    readonly Task _accepting;
    int _lost;

    MongoWire(string command, string collection, BsonDocument? refusal)
    {
        Assert.SkipWhen(TestStore.WhyNoMongo is not null, TestStore.WhyNoMongo ?? "");
        _refusal = refusal;
        _server = new MongoUrl(TestStore.MongoUrl).Server;
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

    /// <param name="command">"insert", "findAndModify".</param>
    public static MongoWire Losing(string command, string collection) => new(command, collection, null);

    /// <param name="refusal">As the server writes it.</param>
    public static MongoWire Refusing(string command, string collection, string refusal) =>
        new(command, collection, BsonDocument.Parse(refusal));

    /// <summary>The driver would try again by itself where the server remembers such tries.</summary>
    string Url => $"mongodb://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/?retryWrites=false";

    /// <summary>An API on a database of its own behind this.</summary>
    public async Task<RunningApi> StartApiAsync()
    {
        var api = await RunningApi.StartAsync(
            null,
            "--BENEVOCLIC_STORE=mongodb",
            $"--MONGODB_URL={Url}",
            $"--MONGODB_DB_NAME=test-{Guid.CreateVersion7():N}"
        );
        // Until then it answers 503 for another reason than the one that is meant.
        if (_refusal is null)
            await api.Get<MongoIndexes>().Done.WaitAsync(TestContext.Current.CancellationToken);
        return api;
    }

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
                if (_refusal is not null && IsMeant(message.AsSpan(0, length)))
                {
                    await client.WriteAsync(Refusal(message), _ending.Token);
                    continue;
                }
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

    bool IsMeant(ReadOnlySpan<byte> asked) => asked.IndexOf(_command) >= 0;

    bool IsToBeLost(ReadOnlySpan<byte> asked) => IsMeant(asked) && Interlocked.Exchange(ref _lost, 1) == 0;

    /// <summary>OP_MSG: a header of four numbers (length, id, the id that is answered, kind), flags, and one document as a section.</summary>
    byte[] Refusal(ReadOnlySpan<byte> asked)
    {
        var document = _refusal.ToBson();
        var message = new byte[HeaderSize + document.Length];
        BinaryPrimitives.WriteInt32LittleEndian(message, message.Length);
        asked[4..8].CopyTo(message.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(12), OpMsg);
        document.CopyTo(message, HeaderSize);
        return message;
    }
}
