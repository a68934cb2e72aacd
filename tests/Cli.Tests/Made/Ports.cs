using System.Net;
using System.Net.Sockets;

namespace Benevoclic.Cli.Tests.Made;

/// <summary>
/// Ports that no other test of this process gets, below the range from which the kernel gives ports to outgoing connections.
/// </summary>
static class Ports
{
    static int _last = 10_000 + Environment.ProcessId % 2000 * 10;

    public static int Next()
    {
        while (true)
        {
            var port = Interlocked.Increment(ref _last);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody else's.
            }
        }
    }
}
