using System.Globalization;
using Benevoclic.Cli.Remote;

namespace Benevoclic.Cli.Deploying;

/// <summary>
/// The way back from a release: a script beside the service's releases, and its arguments. We run it, the guardian runs it, and a
/// later deploy runs it for one that died.
/// </summary>
sealed record Undo(IReadOnlyList<string> Arguments)
{
    public static Undo From(ServicePlan plan, string release, string deploy) =>
        new([
            plan.Service.Name,
            release,
            plan.Facts.Last?.Id ?? "-",
            plan.Facts.Kept,
            Deployment.Word(plan.Way!.Value),
            plan.Service.Port.ToString(CultureInfo.InvariantCulture),
            plan.Service.Probe,
            $"{plan.Service.StopGrace.TotalSeconds:0}",
            deploy,
            .. Reload(plan.Service),
        ])
        {
            Script = plan.Way == Way.Roll ? "swarm-undo" : "undo",
        };

    /// <summary>The way back from the data of an archive.</summary>
    /// <param name="service">The service.</param>
    /// <param name="archive">Its name stands where a release's would.</param>
    /// <param name="deploy">The act.</param>
    /// <param name="paths">Where its container has the data.</param>
    public static Undo FromRestore(Stack.Service service, string archive, string deploy, IEnumerable<string> paths) =>
        new([
            service.Name,
            archive,
            "-",
            "-",
            "restore",
            service.Port.ToString(CultureInfo.InvariantCulture),
            service.Probe,
            $"{service.StopGrace.TotalSeconds:0}",
            deploy,
            .. paths,
        ]);

    /// <summary>How a service reads its files again, for the scripts.</summary>
    public static IReadOnlyList<string> Reload(Stack.Service service) =>
        service switch
        {
            { ReloadCommand: { Count: > 0 } words } => ["EXEC", .. words],
            { Reload: { } path } => ["POST", path],
            _ => [],
        };

    /// <summary>The script that goes back.</summary>
    public string Script { get; init; } = "undo";

    /// <summary>Puts it on the host. Before anything changes there.</summary>
    public RemoteCommand Upload(HostFolder folder, string service) =>
        new("tar", "-xf", "-", "-C", folder.Service(service))
        {
            Input = new Archive()
                .Add("undo.sh", Remote.Script.Text(Script))
                .Add("guard.sh", Remote.Script.Text("guard"))
                .Add("undo.words", string.Concat(Arguments.Select(word => $"{word}\n")))
                .ToBytes(),
        };

    /// <summary>Runs the one that is on the host, unless it is another deploy's by now.</summary>
    public static RemoteCommand Run(HostFolder folder, string service, string deploy) =>
        new(
            "bash",
            "-c",
            "mapfile -t words <\"$2/undo.words\"; [ \"${words[8]}\" != \"$3\" ] || bash \"$2/undo.sh\" \"$1\" \"${words[@]}\"",
            "undo",
            folder.Path,
            folder.Service(service),
            deploy
        );
}
