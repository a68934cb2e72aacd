using System.Net.Sockets;

namespace Benevoclic.Deployment.Traffic;

/// <summary>Counts requests as they leave: HttpClient repeats some, and does not tell.</summary>
sealed class Wire
{
    int _requests;

    public int Requests => Volatile.Read(ref _requests);

    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, ct);
            return new CountingStream(socket, this);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    sealed class CountingStream(Socket socket, Wire wire) : NetworkStream(socket, ownsSocket: true)
    {
        // A request without a body is written at once.
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref wire._requests);
            return base.WriteAsync(buffer, cancellationToken);
        }
    }
}
