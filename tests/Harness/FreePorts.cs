using System.Net;
using System.Net.Sockets;

namespace Benevoclic.Harness;

/// <summary>Ports that nobody listens on at this moment.</summary>
public static class FreePorts
{
    // Below the ports that the kernel gives to connections (32768 on): one of those may be gone before a server has opened it.
    const int First = 15_000;
    const int Last = 31_999;

    static readonly Lock Gate = new();
    static readonly HashSet<int> Given = [];

    public static IReadOnlyList<int> Take(int count)
    {
        lock (Gate)
        {
            var ports = new List<int>();
            while (ports.Count < count)
            {
                var port = Random.Shared.Next(First, Last + 1);
                if (IsFree(port) && Given.Add(port))
                {
                    ports.Add(port);
                }
            }
            return ports;
        }
    }

    static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Any, port) { ExclusiveAddressUse = true };
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
