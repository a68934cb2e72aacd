using System.Globalization;
using Benevoclic.Cli.Remote;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Deploying.Judging;

/// <summary>The way of an alert to people. A deploy of either end sends a test alert along it, and does not stay when that does not arrive.</summary>
/// <param name="Entrance">Takes alerts.</param>
/// <param name="Exit">Hands them to people.</param>
sealed record AlertPath(Service Entrance, Service Exit)
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    /// <returns>Null when the stack has no whole path.</returns>
    public static AlertPath? In(ServiceStack stack) =>
        stack.At(AlertPathEnd.Entrance) is { } entrance && stack.At(AlertPathEnd.Exit) is { } exit
            ? new AlertPath(entrance, exit)
            : null;

    public bool IsThrough(Service service) => service.Name == Entrance.Name || service.Name == Exit.Name;

    /// <param name="host">Where.</param>
    /// <param name="journalLine">Says that the test begins.</param>
    /// <param name="release">What was deployed; people read it on the test's message.</param>
    /// <param name="deploy">The act's id: makes the test its own, and several of one act one message.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>What was proven, in words.</returns>
    /// <exception cref="DeployFailedException">The alert did not arrive in time; the message says where it was lost.</exception>
    public async Task<string> ProveAsync(
        HostContext host,
        string journalLine,
        Release release,
        string deploy,
        CancellationToken ct
    )
    {
        string[] arguments =
        [
            host.Folder.Path,
            journalLine,
            release.Service,
            release.Id,
            deploy,
            Entrance.Name,
            Port(Entrance),
            Exit.Name,
            Port(Exit),
            $"{Limit.TotalSeconds:0}",
        ];
        var outcome = await host.Shell.RunAsync(Script.Run("alert-path", arguments), ct);
        if (!outcome.Succeeded)
        {
            throw new DeployFailedException("alert path", outcome.LastWords());
        }
        var proof = AlertPathProof.Read(outcome.Output, this);
        return proof.IsBroken ? throw new DeployFailedException("alert path", proof.Words) : proof.Words;
    }

    static string Port(Service service) => service.Port.ToString(CultureInfo.InvariantCulture);
}
