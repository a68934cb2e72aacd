using System.Net.Sockets;
using System.Text;
using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Local;
using Benevoclic.Cli.Remote;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Servers;

/// <summary>A way from this machine to a service's own pages on a host, past the proxy and its login.</summary>
sealed class Opening(HostSession host, Service service, Action<string> say)
{
    /// <param name="port">Of this machine; 0 for a free one.</param>
    /// <param name="ct">Ends it, which is no failure.</param>
    /// <exception cref="CommandException">The service does not run there, or somebody has the port here.</exception>
    /// <exception cref="HostLostException">The connection broke.</exception>
    public async Task RunAsync(int port, CancellationToken ct)
    {
        var command = Script.Run("address", host.Folder.Path, service.Name);
        await using var process = await host.Shell.StartAsync(command, ct);
        await process.Input.WriteAsync(command.Input, ct);
        await process.Input.FlushAsync(ct);
        using var reader = new StreamReader(process.Output, Encoding.UTF8);
        try
        {
            var address = await NextAsync(reader, ct);
            using var tunnel = address.Length == 0 ? throw host.NotHere(service) : host.Shell.Tunnel(port, say);
            if (tunnel is null)
            {
                say($"{service.Name} is here: http://{address}:{service.Port}/");
                return;
            }
            var here = Lead(tunnel, address, port);
            say($"{service.Name} of {host.Shell.Host} is here: http://127.0.0.1:{here}/ (until Ctrl-C)");
            await FollowAsync(reader, tunnel, address, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Whoever looked has seen enough.
        }
        finally
        {
            await process.Input.DisposeAsync();
        }
    }

    /// <summary>A deploy replaces the container, and the new one has another address.</summary>
    async Task FollowAsync(StreamReader reader, ITunnel tunnel, string known, CancellationToken ct)
    {
        while (true)
        {
            var address = await NextAsync(reader, ct);
            if (address.Length == 0)
            {
                say($"{service.Name} does not run at the moment");
            }
            else if (address == known)
            {
                say($"{service.Name} runs again");
            }
            else
            {
                tunnel.LeadTo(address, service.Port);
                say($"{service.Name} has a new container: new connections go to it");
                known = address;
            }
        }
    }

    /// <returns>Where its container answers; empty when it does not run.</returns>
    async Task<string> NextAsync(StreamReader reader, CancellationToken ct)
    {
        // A read does not hear a token.
        var line = await reader.ReadLineAsync(CancellationToken.None).AsTask().WaitAsync(ct);
        return line?.Split('\t') is ["address", var address]
            ? address
            : throw new HostLostException(host.Shell.Host, new IOException(line ?? "it was closed"));
    }

    int Lead(ITunnel tunnel, string address, int port)
    {
        try
        {
            return tunnel.LeadTo(address, service.Port);
        }
        catch (SocketException e)
        {
            throw new CommandException(
                ExitCode.Failed,
                $"Port {port} of this machine cannot be opened: {Listeners.Find([port]).GetValueOrDefault(port) ?? e.Message}",
                $"Type: ./benevoclic open {service.Name}, which takes a free one"
            );
        }
    }
}
