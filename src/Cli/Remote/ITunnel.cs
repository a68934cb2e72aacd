namespace Benevoclic.Cli.Remote;

/// <summary>A port of this machine, on 127.0.0.1, that leads through the connection to a port which the host sees.</summary>
interface ITunnel : IDisposable
{
    /// <summary>Has new connections go there; those that were open end.</summary>
    /// <param name="address">As the host sees it.</param>
    /// <param name="port">There.</param>
    /// <returns>The port here.</returns>
    /// <exception cref="System.Net.Sockets.SocketException">Somebody else has the port here.</exception>
    int LeadTo(string address, int port);
}
