using System.Globalization;
using System.Text;
using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Local;
using Benevoclic.Cli.Remote;

namespace Benevoclic.Cli.Servers;

/// <summary>What the services on a host wrote.</summary>
sealed class HostLog(HostSession host, IReadOnlyList<string> services)
{
    /// <returns>The last lines of all services by time, and the moment from which to follow.</returns>
    public async Task<(IReadOnlyList<LogLine> Lines, string Next)> LastAsync(int count, CancellationToken ct)
    {
        var last = count.ToString(CultureInfo.InvariantCulture);
        var outcome = await HostCommand.RunAsync(
            host,
            Script.Run(host.OnSwarm ? "swarm-logs" : "logs", [host.Folder.Path, last, .. services]),
            ct
        );
        var lines = outcome.Output.Split('\n');
        var next = lines[0].Split('\t')[1];
        var until = DateTimeOffset.Parse(next, CultureInfo.InvariantCulture);
        return (
            // What came later is told by those who follow.
            [
                .. lines
                    .Skip(1)
                    .Select(Parse)
                    .OfType<LogLine>()
                    .Where(line => line.At < until)
                    .OrderBy(line => line.At)
                    .TakeLast(count),
            ],
            next
        );
    }

    /// <summary>Goes on until it is cancelled.</summary>
    /// <exception cref="HostLostException">The connection broke.</exception>
    public async Task FollowAsync(string since, Action<LogLine> show, CancellationToken ct)
    {
        var command = Script.Run(host.OnSwarm ? "swarm-follow" : "follow", [host.Folder.Path, since, .. services]);
        await using var process = await host.Shell.StartAsync(command, CancellationToken.None);
        await process.Input.WriteAsync(command.Input, ct);
        await process.Input.FlushAsync(ct);
        // Its input ends with our wish; it then ends what it has started there, and so its output. A read does not hear a token.
        await using var end = ct.Register(process.Input.Dispose);
        using var reader = new StreamReader(process.Output, Encoding.UTF8);
        while (await reader.ReadLineAsync(CancellationToken.None) is { } line)
        {
            if (Parse(line) is { } known)
            {
                show(known);
            }
        }
        if (!ct.IsCancellationRequested)
        {
            throw new HostLostException(host.Shell.Host, new IOException("it was closed"));
        }
    }

    /// <returns>Null for a line that Docker did not write, such as that of a container that is not there.</returns>
    public static LogLine? Parse(string line) =>
        line.Split('\t', 2) is [var service, var rest]
        && rest.Split(' ', 2) is [var at, .. var text]
        && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, out var moment)
            ? new LogLine(moment, service, string.Concat(text).TrimEnd('\r'))
            : null;
}
