using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Servers;

namespace Benevoclic.Cli.Commands;

/// <summary>`logs --host`.</summary>
static class HostLogsVerb
{
    public static async Task<ExitCode> RunAsync(
        Session session,
        string? named,
        string? service,
        bool follow,
        int count,
        CancellationToken ct
    )
    {
        var checkout = Checkout.Load(session.Root);
        string[] chosen = service is null
            ? [.. checkout.Stack.Services.Select(one => one.Name)]
            : [checkout.Stack.Find(service).Name];
        var width = chosen.Max(name => name.Length);
        await using var host = await HostSession.OpenAsync(checkout, named, ct);
        var log = new HostLog(host, chosen);
        var (lines, next) = await log.LastAsync(count, ct);
        foreach (var line in lines)
        {
            session.Terminal.Line(LogsCommand.Words(line, width));
        }
        if (follow)
        {
            await log.FollowAsync(next, line => session.Terminal.Line(LogsCommand.Words(line, width)), ct);
        }
        return ExitCode.Done;
    }
}
